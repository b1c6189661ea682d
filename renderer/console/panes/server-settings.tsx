import { useState } from 'react';
import { isSetting, SETTINGS, type Setting } from '../../../shared/lab/settings.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import { Combo } from '../../kit/combo.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { Edit } from '../../kit/edit.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';

interface ServerSettingsProps {
  readonly lab: string;
  readonly settings: Readonly<Record<string, string>>;
}

interface Row {
  readonly key: Setting;
  readonly value: string;
}

/** Page heap, and what else one can set where the facts leave it open. */
export function ServerSettings({ lab, settings }: ServerSettingsProps) {
  const [chosen, setChosen] = useState<Setting | null>(null);
  const rows = Object.keys(SETTINGS)
    .filter(isSetting)
    .map((key): Row => ({ key, value: settings[key] ?? SETTINGS[key].values[0] }));
  const row = rows.find((each) => each.key === chosen);
  const set = async (key: Setting, value: string): Promise<void> => {
    const answer = await ask('lab:server', { lab, set: `${key}=${value}` });
    if (answer.ok) say(`${key}=${value}`);
    else showFailure(answer.failure);
  };
  return (
    <div className="server-tab">
      <CheckBox
        label={text('console.server.pageheap')}
        isSelected={settings.pageheap === 'on'}
        onChange={(isOn) => void set('pageheap', isOn ? 'on' : 'off')}
      />
      <ListView
        label={text('console.server.settings')}
        columns={COLUMNS}
        rows={rows}
        rowKey={(each) => each.key}
        selectedKey={chosen}
        onSelect={(each) => setChosen(each.key)}
        empty=""
      />
      {row !== undefined && (
        <Editor key={`${row.key} ${row.value}`} row={row} onSet={(value) => void set(row.key, value)} />
      )}
    </div>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'key', title: text('console.server.column.setting'), width: 140, text: (row) => row.key },
  { id: 'value', title: text('console.server.column.value'), width: 80, text: (row) => row.value },
  {
    id: 'what',
    title: text('console.server.column.what'),
    width: 'fill',
    text: (row) => text(`setting.${row.key}`),
  },
];

function Editor({ row, onSet }: { readonly row: Row; readonly onSet: (value: string) => void }) {
  const [typed, setTyped] = useState(row.value);
  const spec = SETTINGS[row.key];
  return (
    <div className="pane-row">
      <div className="short-field">
        {spec.kind === 'choice' ? (
          <Combo
            label={text('console.server.value')}
            value={typed}
            choices={spec.values.map((value) => ({ value, label: value }))}
            onChange={setTyped}
          />
        ) : (
          <Edit label={text('console.server.value')} value={typed} onChange={setTyped} kind="number" />
        )}
      </div>
      <CommandButton
        label={text('console.server.apply')}
        isDisabled={typed === row.value}
        onPress={() => onSet(typed)}
      />
      <EvidenceBadge evidence={spec.grounds} />
    </div>
  );
}
