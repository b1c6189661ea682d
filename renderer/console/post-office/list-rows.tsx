import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';

interface MailList {
  readonly name: string;
  readonly members: readonly string[];
}

interface ListRowsProps {
  readonly label: string;
  readonly lists: readonly MailList[];
  /** What becomes of them in a migration. */
  readonly about: string;
}

/** Mail lists with their members, and what becomes of them. */
export function ListRows({ label, lists, about }: ListRowsProps) {
  const [name, setName] = useState<string | null>(null);
  return (
    <div className="server-tab">
      <ListView
        label={label}
        columns={COLUMNS}
        rows={lists}
        rowKey={(row) => row.name}
        selectedKey={name}
        onSelect={(row) => setName(row.name)}
        empty={text('po.lists.empty')}
      />
      <p className="pane-note">{about}</p>
    </div>
  );
}

const COLUMNS: readonly Column<MailList>[] = [
  { id: 'name', title: text('browse.column.name'), width: 180, text: (row) => row.name },
  { id: 'members', title: text('po.column.members'), width: 'fill', text: (row) => row.members.join('; ') },
];
