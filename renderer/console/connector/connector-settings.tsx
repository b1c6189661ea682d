import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { Combo } from '../../kit/combo.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { Edit } from '../../kit/edit.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import type { Connector } from './connector-pane.tsx';
import '../server/server.css';

type Setting = Connector['settings'][number];

interface ConnectorSettingsProps {
  readonly lab: string;
  readonly settings: readonly Setting[];
}

/** Settings of the property pages and values of the registry; what is changed counts from the next start on. */
export function ConnectorSettings({ lab, settings }: ConnectorSettingsProps) {
  const [name, setName] = useState<string | null>(null);
  const chosen = settings.find((setting) => setting.name === name);
  const set = async (value: string): Promise<void> => {
    const answer = await ask('lab:connector', { lab, set: `${name}=${value}` });
    if (answer.ok) say(text('connector.set', { name: name ?? '', value }));
    else showFailure(answer.failure);
  };
  return (
    <div className="server-tab">
      <ListView
        label={text('connector.tab.settings')}
        columns={COLUMNS}
        rows={settings}
        rowKey={(row) => row.name}
        selectedKey={name}
        onSelect={(row) => setName(row.name)}
        empty=""
      />
      {chosen === undefined ? (
        <p className="pane-note">{text('connector.select-setting')}</p>
      ) : (
        <Editor key={`${chosen.name} ${chosen.value}`} setting={chosen} onSet={(value) => void set(value)} />
      )}
    </div>
  );
}

function Editor({ setting, onSet }: { readonly setting: Setting; readonly onSet: (value: string) => void }) {
  const [typed, setTyped] = useState(setting.value);
  return (
    <div className="pane-row">
      <div className="path-field">
        {setting.values.length > 0 ? (
          <Combo
            label={text('console.server.value')}
            value={typed}
            choices={setting.values.map((value) => ({ value, label: value }))}
            onChange={setTyped}
          />
        ) : (
          <Edit label={text('console.server.value')} value={typed} onChange={setTyped} maxLength={259} />
        )}
      </div>
      <CommandButton
        label={text('console.server.apply')}
        isDisabled={typed === setting.value}
        onPress={() => onSet(typed)}
      />
      <EvidenceBadge evidence={setting} />
    </div>
  );
}

const COLUMNS: readonly Column<Setting>[] = [
  { id: 'name', title: text('console.server.column.setting'), width: 190, text: (row) => row.name },
  { id: 'value', title: text('console.server.column.value'), width: 'fill', text: (row) => row.value },
  {
    id: 'where',
    title: text('connector.column.where'),
    width: 120,
    text: (row) => text(row.registry ? 'connector.registry' : 'connector.page'),
  },
];
