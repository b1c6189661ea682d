import { useState } from 'react';
import { isTextKey, text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from './use-lab.ts';

interface Row {
  readonly name: string;
  readonly state: string;
}

/** Services and mapped drives of the migration server. */
export function ServerServices({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:server-state', { lab }, useRevision(lab));
  const [name, setName] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {({ services, drives }) => (
        <div className="server-tab">
          <ListView
            label={text('server.tab.services')}
            columns={COLUMNS}
            rows={[
              ...services.map(({ name: service, state }) => ({ name: service, state: stateOf(state) })),
              ...drives.map(({ letter, path }) => ({ name: text('server.drive', { letter }), state: path })),
            ]}
            rowKey={(row) => row.name}
            selectedKey={name}
            onSelect={(row) => setName(row.name)}
            empty={text('server.no-services')}
          />
        </div>
      )}
    </AskedView>
  );
}

/** The state of a service as the Services console has it. */
function stateOf(state: string): string {
  const key = `server.service.${state}`;
  return isTextKey(key) ? text(key) : state;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', title: text('server.column.service'), width: 320, text: (row) => row.name },
  { id: 'state', title: text('browse.column.state'), width: 'fill', text: (row) => row.state },
];
