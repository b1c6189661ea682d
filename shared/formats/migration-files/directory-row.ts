import { fail, ok, type Result } from '../../result.ts';
import { quoteForComplaint } from './fault.ts';
import { type Field, fieldValues, printField, printValues } from './fields.ts';
import { isPointer } from './pointer.ts';

/** One object of a DIRECTORY section: the values of its columns, by the column's name in lower case. */
export type DirectoryRow = ReadonlyMap<string, readonly string[]>;

/** A backslash begins an escape there: `\\`, `\r`, `\n` (SDK 8pbi). */
function escapeBackslashes(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

function unescapeBackslashes(text: string): Result<string> {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '\\') {
      plain += text[at];
      continue;
    }
    at += 1;
    const next = text[at];
    if (next === '\\') plain += '\\';
    else if (next === 'r') plain += '\r';
    else if (next === 'n') plain += '\n';
    else
      return fail(
        'directory-backslash',
        `a backslash in a DIRECTORY section has to be doubled, and ${quoteForComplaint(text)} has a single one`,
      );
  }
  return ok(plain);
}

/** One line of a DIRECTORY section, without its end: each column's values, none for an empty field. */
export function printDirectoryRow(values: readonly (readonly string[])[]): string {
  return values
    .map((column) => {
      const [only, ...more] = column.map(escapeBackslashes);
      if (only === undefined) return '';
      return more.length === 0 && only !== '' && !only.includes(';')
        ? printField(only)
        : printValues([only, ...more]);
    })
    .join(',');
}

/**
 * Reads one row of a DIRECTORY section.
 * Failures: 'field-count' (more fields than columns), 'directory-pointer' (SDK 8pbi: none are allowed), 'directory-backslash'.
 */
export function readDirectoryRow(columns: readonly string[], fields: readonly Field[]): Result<DirectoryRow> {
  if (fields.length > columns.length)
    return fail(
      'field-count',
      `the line has ${fields.length} fields, and the heading names ${columns.length}`,
    );
  const row = new Map<string, readonly string[]>();
  for (const [at, field] of fields.entries()) {
    if (isPointer(field))
      return fail(
        'directory-pointer',
        `a DIRECTORY section cannot point to a secondary file, as ${quoteForComplaint(field.raw)} does`,
      );
    const values: string[] = [];
    for (const value of fieldValues(field)) {
      const plain = unescapeBackslashes(value);
      if (!plain.ok) return plain;
      values.push(plain.value);
    }
    const name = (columns[at] ?? '').toLowerCase();
    if (name !== '' && !row.has(name)) row.set(name, values);
  }
  return ok(row);
}

/** The first value of a column, '' where it is empty or absent. */
export function directoryValue(row: DirectoryRow, column: string): string {
  return row.get(column.toLowerCase())?.[0] ?? '';
}

export function directoryValues(row: DirectoryRow, column: string): readonly string[] {
  return row.get(column.toLowerCase()) ?? [];
}

/** The text of a heading line's field, for printing. */
export function printColumns(columns: readonly string[]): string {
  return columns.map(printField).join(',');
}
