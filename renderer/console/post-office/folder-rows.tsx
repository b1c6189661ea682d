import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes, formatCount } from '../../../shared/text/format.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { goTo } from '../../stores/console-store.ts';
import { foreignText } from '../../stores/foreign-place.ts';
import { poFolderIcon } from './folder-icon.tsx';

type Folder = CommandOutput<'lab:po-folders'>['folders'][number];

interface FolderRowsProps {
  readonly lab: string;
  readonly label: string;
  readonly folders: readonly Folder[];
  readonly empty: string;
}

/** Folders or bulletin boards with their counts; Enter and a double click open one. */
export function FolderRows({ lab, label, folders, empty }: FolderRowsProps) {
  const [id, setId] = useState<string | null>(null);
  return (
    <ListView
      label={label}
      columns={COLUMNS}
      rows={folders}
      rowKey={(row) => String(row.id)}
      selectedKey={id}
      onSelect={(row) => setId(String(row.id))}
      onOpen={(row) => goTo({ view: 'browse', lab, at: foreignText({ kind: 'po-folder', id: row.id }) })}
      empty={empty}
    />
  );
}

function kindText(kind: string): string {
  const key = `po.folder-kind.${kind}`;
  return isTextKey(key) ? text(key) : kind;
}

const COLUMNS: readonly Column<Folder>[] = [
  {
    id: 'name',
    title: text('browse.column.name'),
    width: 'fill',
    text: (row) => row.name,
    icon: (row) => poFolderIcon(row.kind),
  },
  { id: 'kind', title: text('browse.column.kind'), width: 130, text: (row) => kindText(row.kind) },
  {
    id: 'messages',
    title: text('po.column.messages'),
    width: 80,
    align: 'right',
    text: (row) => formatCount(row.messages),
  },
  {
    id: 'size',
    title: text('browse.message.size'),
    width: 90,
    align: 'right',
    text: (row) => formatBytes(row.bytes),
  },
];
