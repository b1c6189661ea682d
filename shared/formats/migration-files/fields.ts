import { fail, ok, type Result } from '../../result.ts';

/** One value of a field; most fields hold one, recipients several with `;` between (XMG ab007). */
export interface FieldValue {
  readonly text: string;
  readonly quoted: boolean;
}

/** One field of a line as it stood, with its values; an empty field has none. */
export interface Field {
  readonly raw: string;
  readonly values: readonly FieldValue[];
  /** Column of its first character, from 0 on. */
  readonly column: number;
}

/** Characters that a field may hold only within quotation marks around the whole of it (XMG ab007). */
const QUOTABLE = /[#!,\\"%.]/;

/** End of the quoted string that begins at `from` (behind its last quotation mark), or -1 where it does not end. */
function quotedEnd(line: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = line.indexOf('"', at);
    if (at === -1) return -1;
    if (line[at + 1] !== '"') return at + 1;
  }
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll('""', '"');
}

/** The end of an unquoted run that begins at `from`: the next comma or, as far as values go, semicolon. */
function plainEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && line[at] !== ',' && line[at] !== ';') at += 1;
  return at;
}

/**
 * Splits a line into its fields. A quotation mark opens a quoted value only as its first character; elsewhere in an
 * unquoted one it stands for itself (modelled: no source says).
 * Failures: 'characters-after-quote' (Q154099), 'quote-open'; `details.column`.
 */
export function splitFields(line: string): Result<Field[]> {
  const fields: Field[] = [];
  let begin = 0;
  let values: FieldValue[] = [];
  for (let at = 0; ; ) {
    const quoted = line[at] === '"';
    const end = quoted ? quotedEnd(line, at) : plainEnd(line, at);
    if (end === -1)
      return fail('quote-open', `the quotation mark in column ${at + 1} is not closed on its line`, {
        column: at,
      });
    const next = line[end];
    if (quoted && next !== undefined && next !== ',' && next !== ';') {
      return fail(
        'characters-after-quote',
        `there are characters behind the closing quotation mark in column ${end}`,
        { column: end },
      );
    }
    const piece = line.slice(at, end);
    values.push({ text: quoted ? unquote(piece) : piece, quoted });
    at = end + 1;
    if (next === ';') continue;
    const only = values[0];
    const empty = values.length === 1 && only !== undefined && !only.quoted && only.text === '';
    fields.push({ raw: line.slice(begin, end), values: empty ? [] : values, column: begin });
    if (next === undefined) return ok(fields);
    begin = at;
    values = [];
  }
}

/** The text of a field that holds one value; a `;` is part of it then. */
export function fieldText(field: Field | undefined): string {
  if (field === undefined) return '';
  const only = field.values.length === 1 ? field.values[0] : undefined;
  return only === undefined ? field.raw : only.text;
}

/** The values of a field that may hold several; unquoted empty ones (`a;;b`) count for nothing. */
export function fieldValues(field: Field | undefined): string[] {
  return (field?.values ?? [])
    .filter((value) => value.quoted || value.text !== '')
    .map((value) => value.text);
}

/** A text as a field: quoted as a whole where it holds one of `# ! , \ " % .`, quotation marks doubled (XMG ab007). */
export function printField(text: string): string {
  return QUOTABLE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Several texts as one field; semicolons stand outside the quotation marks (XMG ab007). */
export function printValues(texts: readonly string[]): string {
  return texts
    .map((text) =>
      text === '' || text.includes(';') || QUOTABLE.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
    )
    .join(';');
}

/** Whether a text can stand in a primary file at all: one with a line end belongs into a secondary file (SDK 5eb7). */
export function fitsLine(text: string): boolean {
  return !/[\r\n]/.test(text);
}
