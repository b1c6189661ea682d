// biome-ignore-all lint/a11y/useFocusableInteractive: the box is the one tab stop and points at its active field
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the box handles the keys for its fields
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { ByteField, FieldKind } from '../../../shared/identity/byte-fields.ts';
import type { IdentifierKind } from '../../../shared/identity/explain.ts';
import { fieldText } from '../../../shared/text/explain-text.ts';
import { text } from '../../../shared/text/text.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { fieldsOf } from './readable.ts';
import './bytes-view.css';

interface BytesViewProps {
  readonly label: string;
  readonly kind: IdentifierKind;
  readonly hex: string;
}

/** An identifier byte by byte; the field under the mouse, or the one the arrows lead to, is explained below. */
export function BytesView({ label, kind, hex }: BytesViewProps) {
  const base = useId();
  const fields = useMemo(() => fieldsOf(kind, hex), [kind, hex]);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, Math.max(0, fields.length - 1));
  const field = fields[active];
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(event.key, active, fields.length);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <div className="bytes-view">
      <div
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={field === undefined ? undefined : `${base}-${active}`}
        className="bytes-fields"
        onKeyDown={onKeyDown}
      >
        {fields.map((each, index) => (
          <span
            key={each.offset}
            id={`${base}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-label={`${fieldText(each.kind).name} ${each.value}`}
            className="bytes-field"
            data-tone={toneOf(each.kind)}
            onMouseEnter={() => setChosen(index)}
            onClick={() => setChosen(index)}
          >
            {spaced(each.hex)}
          </span>
        ))}
      </div>
      <div className="bytes-meaning selectable" aria-live="polite">
        {field === undefined ? text('browse.bytes.none') : <Meaning field={field} />}
      </div>
    </div>
  );
}

function Meaning({ field }: { readonly field: ByteField }) {
  const { name, meaning } = fieldText(field.kind);
  const last = field.offset + field.length - 1;
  return (
    <>
      <p className="bytes-head">
        <strong>{name}</strong>
        <span>
          {field.length === 1
            ? text('browse.bytes.one', { at: field.offset })
            : text('browse.bytes.span', { from: field.offset, to: last, count: field.length })}
        </span>
        {field.source !== '' && (
          <EvidenceBadge evidence={{ evidence: 'documented', source: field.source, reason: null }} />
        )}
      </p>
      {field.value !== '' && <p className="bytes-value">{field.value}</p>}
      <p>{meaning}</p>
    </>
  );
}

function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function spaced(hex: string): string {
  return hex.replace(/..(?=.)/g, '$& ');
}

const NAMESPACES: readonly FieldKind[] = ['replguid', 'store-guid', 'namespace', 'guid', 'replid'];
const COUNTERS: readonly FieldKind[] = ['counter', 'local-id', 'single', 'range', 'bitmask', 'push'];
const NAMES: readonly FieldKind[] = ['server-name', 'mailbox-dn', 'dn', 'action-type', 'dll'];

function toneOf(kind: FieldKind): 'namespace' | 'counter' | 'name' | 'bad' | 'plain' {
  if (kind === 'unexplained') return 'bad';
  if (NAMESPACES.includes(kind)) return 'namespace';
  if (COUNTERS.includes(kind)) return 'counter';
  return NAMES.includes(kind) ? 'name' : 'plain';
}
