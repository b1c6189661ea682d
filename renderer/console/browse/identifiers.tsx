import { useState } from 'react';
import type { IdentifierKind } from '../../../shared/identity/explain.ts';
import { identifierText } from '../../../shared/text/explain-text.ts';
import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { BytesView } from './bytes-view.tsx';
import { readable } from './readable.ts';
import './browse.css';

export interface ShownIdentifier {
  readonly id: string;
  readonly kind: IdentifierKind;
  /** What it names, as a person calls that. */
  readonly names: string;
  readonly hex: string;
}

interface IdentifiersProps {
  readonly label: string;
  readonly items: readonly ShownIdentifier[];
}

/** Identifiers in three depths: what they name, their namespaces and counters, their bytes field by field. */
export function Identifiers({ label, items }: IdentifiersProps) {
  const [key, setKey] = useState('0');
  const rows = items.map((item, index) => ({ ...item, key: String(index) }));
  const chosen = rows.find((row) => row.key === key) ?? rows[0];
  return (
    <div className="browse-fill">
      <ListView
        label={label}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.key}
        selectedKey={chosen?.key ?? null}
        onSelect={(row) => setKey(row.key)}
        empty={text('browse.ids.empty')}
      />
      {chosen !== undefined && (
        <BytesView
          key={`${chosen.kind} ${chosen.hex}`}
          label={text('browse.bytes.of', { name: identifierText(chosen.id) })}
          kind={chosen.kind}
          hex={chosen.hex}
        />
      )}
    </div>
  );
}

const COLUMNS: readonly Column<ShownIdentifier>[] = [
  { id: 'what', title: text('browse.ids.what'), width: 150, text: (row) => identifierText(row.id) },
  { id: 'names', title: text('browse.ids.names'), width: 130, text: (row) => row.names },
  { id: 'value', title: text('browse.ids.value'), width: 'fill', text: (row) => readable(row.kind, row.hex) },
];
