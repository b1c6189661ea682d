import { fail, ok, type Result } from '../../result.ts';
import { quoteForComplaint } from './fault.ts';
import {
  type Field,
  fieldText,
  fieldValues,
  fitsLine,
  printField,
  printValues,
  splitFields,
} from './fields.ts';
import type { Overflow, Resolve } from './message-row.ts';
import { isPointer, parsePointer, printPointer } from './pointer.ts';
import { PAB_COLUMNS } from './sections.ts';

/** The columns of a personal address book behind the first three. */
export type PabColumn = Exclude<(typeof PAB_COLUMNS)[number], 'Obj-class' | 'Display-Name' | 'Email-Address'>;

/** One entry of a personal address book, or one personal distribution list (SDK 9kab). */
export interface PabRow {
  readonly kind: 'entry' | 'dl';
  readonly name: string;
  /** Of an entry one address as `TYPE:address`, of a list its members; `USER: Display-Name` where it is not known. */
  readonly addresses: readonly string[];
  /** The other columns that are not empty; of a list Note alone counts. */
  readonly details: Readonly<Partial<Record<PabColumn, string>>>;
}

const DETAILS = PAB_COLUMNS.slice(3) as readonly PabColumn[];

/** One line of a PAB section, without its end. */
export function printPabRow(row: PabRow, overflow: Overflow): string {
  const single = (text: string): string =>
    fitsLine(text) ? printField(text) : printPointer(overflow(printField(text)));
  const addresses = printValues(row.addresses);
  return [
    row.kind,
    single(row.name),
    row.addresses.every(fitsLine) ? addresses : printPointer(overflow(addresses)),
    ...DETAILS.map((column) => single(row.details[column] ?? '')),
  ].join(',');
}

/**
 * X.400 addresses with semicolons come in two quotings: as one value, or the whole list quoted with doubled quotation
 * marks around such an address (SDK 57zn). Only a list whose quoted part is an X.400 address is taken apart again.
 */
function listValues(field: Field | undefined): string[] {
  const values = fieldValues(field);
  const only = values[0];
  if (values.length !== 1 || only === undefined || !/(^|;)"x400:/i.test(only)) return values;
  const inner = splitFields(only);
  const [first, ...more] = inner.ok ? inner.value : [];
  return first === undefined || more.length > 0 ? values : fieldValues(first);
}

/**
 * Reads one row of a PAB section; fields missing at its end count as empty (modelled: Microsoft's own sample is short of some).
 * Failures: 'field-count', 'field-value', 'pointer', and those of `resolve`.
 */
export function readPabRow(fields: readonly Field[], resolve: Resolve): Result<PabRow> {
  if (fields.length < 3 || fields.length > PAB_COLUMNS.length) {
    return fail(
      'field-count',
      `the line has ${fields.length} fields, and an entry has ${PAB_COLUMNS.length}`,
    );
  }
  const found: Field[] = [];
  for (const field of fields) {
    if (!isPointer(field)) {
      found.push(field);
      continue;
    }
    const pointer = parsePointer(field.raw);
    if (pointer === null)
      return fail('pointer', `${quoteForComplaint(field.raw)} is no pointer to a secondary file`);
    const text = resolve(pointer);
    if (!text.ok) return text;
    const inner = splitFields(text.value);
    if (!inner.ok) return fail('field-value', inner.failure.message);
    const [only, ...more] = inner.value;
    found.push(
      only !== undefined && more.length === 0
        ? only
        : { raw: text.value, values: [{ text: text.value, quoted: false }], column: 0 },
    );
  }
  const kind = fieldText(found[0]).trim().toLowerCase();
  if (kind !== 'entry' && kind !== 'dl')
    return fail('field-value', `Obj-class of an address book is entry or dl, not ${quoteForComplaint(kind)}`);
  const name = fieldText(found[1]);
  if (name === '') return fail('field-value', 'an entry of an address book needs a Display-Name');
  const details: Partial<Record<PabColumn, string>> = {};
  for (const [at, column] of DETAILS.entries()) {
    const text = fieldText(found[3 + at]);
    if (text !== '') details[column] = text;
  }
  return ok({ kind, name, addresses: listValues(found[2]), details });
}
