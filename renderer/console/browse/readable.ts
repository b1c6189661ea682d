import type { ByteField, FieldKind } from '../../../shared/identity/byte-fields.ts';
import { explain, type IdentifierKind } from '../../../shared/identity/explain.ts';
import { fromHex } from '../../../shared/identity/bytes.ts';

/** Fields that say what an identifier names; the others only hold it together. */
const TELLING: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'replguid',
  'counter',
  'replid',
  'namespace',
  'store-guid',
  'single',
  'bitmask',
  'range',
  'server-name',
  'mailbox-dn',
  'dn',
  'action-type',
  'guid',
]);

/** The fields of an identifier given in hex. */
export function fieldsOf(kind: IdentifierKind, hex: string): readonly ByteField[] {
  const bytes = fromHex(hex);
  return bytes.ok ? explain(kind, bytes.value) : [];
}

/** An identifier between its name and its bytes: the namespaces, counters and names in it. */
export function readable(kind: IdentifierKind, hex: string): string {
  const fields = fieldsOf(kind, hex);
  const told = fields.filter((field) => TELLING.has(field.kind)).map((field) => field.value);
  const local = fields.filter((field) => field.kind === 'local-id').map((field) => field.hex);
  return [...told, ...local].join(' ') || hex;
}
