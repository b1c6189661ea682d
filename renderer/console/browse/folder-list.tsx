import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { placeText } from '../../stores/browse-place.ts';
import { goTo } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { BytesView } from './bytes-view.tsx';
import { folderIcon } from './folder-icons.tsx';
import { readable } from './readable.ts';
import './browse.css';

type Folder = CommandOutput<'lab:folders'>['folders'][number];
type Row = Folder & { readonly depth: number };

interface FolderListProps {
  readonly lab: string;
  readonly mailbox: number;
}

/** Every folder of a mailbox under its parent, with its source key, and the bytes of the one that is selected. */
export function FolderList({ lab, mailbox }: FolderListProps) {
  const asking = useAsk('lab:folders', { lab, mailbox }, useRevision(lab));
  const [key, setKey] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {({ folders }) => {
        const rows = inTree(folders);
        const chosen = rows.find((row) => row.key === key);
        return (
          <div className="browse-fill">
            <ListView
              label={text('browse.folders.list')}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.key}
              selectedKey={key}
              onSelect={(row) => setKey(row.key)}
              onOpen={(row) =>
                goTo({ view: 'browse', lab, at: placeText({ kind: 'folder', id: mailbox, folder: row.key }) })
              }
              empty={text('browse.folders.empty')}
            />
            {chosen === undefined ? (
              <p className="pane-note">{text('browse.folders.select')}</p>
            ) : (
              <BytesView
                key={chosen.key}
                label={text('browse.bytes.of', { name: text('browse.id.source-key') })}
                kind="sourceKey"
                hex={chosen.key}
              />
            )}
          </div>
        );
      }}
    </AskedView>
  );
}

/** Folders below their parents, as the tree has them. */
function inTree(folders: readonly Folder[]): readonly Row[] {
  const below = new Map<string | null, Folder[]>();
  for (const folder of folders) below.set(folder.parent, [...(below.get(folder.parent) ?? []), folder]);
  const rowsOf = (parent: string | null, depth: number): Row[] =>
    (below.get(parent) ?? []).flatMap((folder) => [{ ...folder, depth }, ...rowsOf(folder.key, depth + 1)]);
  return rowsOf(null, 0);
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    title: text('browse.column.folder'),
    width: 230,
    text: (row) => row.name,
    render: (row) => (
      <span className="folder-name" data-depth={Math.min(row.depth, 6)}>
        {folderIcon(row)} {row.name}
      </span>
    ),
  },
  {
    id: 'items',
    title: text('browse.column.items'),
    width: 70,
    align: 'right',
    text: (row) => formatCount(row.items),
  },
  { id: 'class', title: text('browse.column.class'), width: 110, text: (row) => row.containerClass },
  {
    id: 'key',
    title: text('browse.id.source-key'),
    width: 'fill',
    text: (row) => readable('sourceKey', row.key),
  },
];
