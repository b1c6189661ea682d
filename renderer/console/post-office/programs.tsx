import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import './office-state.css';

type Found = CommandOutput<'lab:po-programs'>['found'][number];
interface Row {
  readonly name: string;
  readonly found: Found | null;
}

/** The programs that the wizard would run: where it looks, in order, what it finds, and what stands there under another name. */
export function Programs({ lab }: { readonly lab: string }) {
  const asking = useAsk('lab:po-programs', { lab }, useRevision(lab));
  const [name, setName] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {({ folders, found, missing, unrenamed }) => {
        const rows: readonly Row[] = [
          ...found.map((each) => ({ name: each.name, found: each })),
          ...missing.map((each) => ({ name: each, found: null })),
        ];
        return (
          <div className="server-tab">
            <p>{text('po.programs.order')}</p>
            <ol className="program-folders selectable">
              {folders.map((folder) => (
                <li key={folder}>{folder}</li>
              ))}
            </ol>
            <ListView
              label={text('po.tab.programs')}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.name}
              selectedKey={name}
              onSelect={(row) => setName(row.name)}
              empty={text('console.server.no-files')}
            />
            {unrenamed.length > 0 && (
              <p className="pane-note">
                {text('po.programs.unrenamed', { files: unrenamed.map(({ path }) => path).join(', ') })}
              </p>
            )}
          </div>
        );
      }}
    </AskedView>
  );
}

const unknown = text('console.server.unknown');
const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    title: text('po.column.program'),
    width: 110,
    text: (row) => row.name,
    icon: () => <Icon name="file" />,
  },
  {
    id: 'path',
    title: text('po.column.found'),
    width: 'fill',
    text: (row) => row.found?.path ?? text('po.programs.missing'),
  },
  {
    id: 'version',
    title: text('console.server.column.version'),
    width: 80,
    text: (row) => (row.found === null ? '' : (row.found.version ?? unknown)),
  },
  {
    id: 'flavour',
    title: text('server.column.flavour'),
    width: 66,
    text: (row) => row.found?.flavour ?? '',
  },
  {
    id: 'shipped',
    title: text('server.column.shipped'),
    width: 120,
    text: (row) => row.found?.shippedAs ?? '',
  },
];
