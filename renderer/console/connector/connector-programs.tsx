import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import type { Connector } from './connector-pane.tsx';

type Program = Connector['programs'][number];

/** The programs that the connector finds in the search path. */
export function ConnectorPrograms({ programs }: { readonly programs: readonly Program[] }) {
  return (
    <div className="server-tab">
      <ListView
        label={text('connector.tab.programs')}
        columns={COLUMNS}
        rows={programs}
        rowKey={(row) => row.name}
        selectedKey={null}
        onSelect={() => undefined}
        empty={text('console.server.no-files')}
      />
    </div>
  );
}

const COLUMNS: readonly Column<Program>[] = [
  { id: 'name', title: text('po.column.program'), width: 120, text: (row) => row.name },
  {
    id: 'path',
    title: text('po.column.found'),
    width: 'fill',
    text: (row) => row.path ?? text('po.programs.missing'),
  },
  {
    id: 'version',
    title: text('console.server.column.version'),
    width: 90,
    text: (row) => row.version ?? '',
  },
  {
    id: 'flavour',
    title: text('server.column.flavour'),
    width: 80,
    text: (row) => row.flavour ?? '',
  },
];
