import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';

type Stranded = CommandOutput<'lab:outlook'>['stranded'][number];
type Row = Stranded & { readonly index: number };

/** What stays behind in an .ost that cannot be opened any more, and what would rescue it. */
export function StrandedItems({ items }: { readonly items: readonly Stranded[] }) {
  const [selected, setSelected] = useState<number | null>(null);
  const rows = items.map((item, index): Row => ({ ...item, index }));
  return (
    <>
      <h2>{text('console.outlook.stranded')}</h2>
      <div className="dialog-list">
        <ListView
          label={text('console.outlook.stranded')}
          rows={rows}
          rowKey={(row) => String(row.index)}
          selectedKey={selected === null ? null : String(selected)}
          onSelect={(row) => setSelected(row.index)}
          empty=""
          columns={COLUMNS}
        />
      </div>
    </>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'folder', title: text('console.outlook.column.folder'), width: 80, text: (row) => row.folder },
  { id: 'subject', title: text('console.outlook.column.subject'), width: 110, text: (row) => row.subject },
  { id: 'rescue', title: text('console.outlook.column.rescue'), width: 'fill', text: (row) => row.rescue },
];
