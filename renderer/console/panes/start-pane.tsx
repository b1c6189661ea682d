import { useId, useState } from 'react';
import type { ChosenFile } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { AccessLabel } from '../../kit/access-key/access-label.tsx';
import { accessKeyOf, plainLabel } from '../../kit/access-key/mnemonic.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { useLabs } from '../../stores/labs-store.ts';
import { openChosen } from '../actions.ts';
import { Icon } from '../icons.tsx';
import { Pane } from '../parts/pane.tsx';

export function StartPane() {
  const labs = useLabs((state) => state.labs);
  return (
    <Pane title={text('console.start.title')} subtitle={text('console.start.subtitle')}>
      {labs === null && <ViewState kind="loading" text={text('console.loading')} />}
      {labs !== null && labs.preparing !== null && (
        <ViewState kind="loading" text={text('console.start.preparing', { name: labs.preparing })} />
      )}
      {labs !== null && labs.problem !== null && <ViewState kind="failed" text={labs.problem} />}
      {labs !== null && labs.preparing === null && labs.problem === null && labs.open.length === 0 && (
        <p>{text('console.start.none-open')}</p>
      )}
      {labs !== null && <Recent files={labs.recent} />}
    </Pane>
  );
}

function Recent({ files }: { readonly files: readonly ChosenFile[] }) {
  const listId = useId();
  const [token, setToken] = useState<string | null>(null);
  const label = text('console.start.recent-list');
  return (
    <>
      <div data-access-key={accessKeyOf(label)} data-access-for={listId}>
        <AccessLabel label={label} />
      </div>
      <ListView
        id={listId}
        label={plainLabel(label)}
        rows={files}
        rowKey={(file) => file.token}
        selectedKey={token}
        onSelect={(file) => setToken(file.token)}
        onOpen={(file) => void openChosen(file.token)}
        empty={text('console.start.no-recent')}
        columns={[
          {
            id: 'name',
            title: text('console.start.column.name'),
            width: 220,
            text: (file: ChosenFile) => file.name,
            icon: () => <Icon name="lab" />,
          },
          {
            id: 'place',
            title: text('console.start.column.place'),
            width: 'fill',
            text: (file: ChosenFile) => file.display,
          },
        ]}
      />
      <div className="pane-row">
        <CommandButton
          label={text('console.start.open-recent')}
          isDisabled={token === null}
          onPress={() => {
            if (token !== null) void openChosen(token);
          }}
        />
      </div>
    </>
  );
}
