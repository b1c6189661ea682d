/**
 * What can be wrong with migration files. Kinds with a documented event carry its number in the table of the import;
 * the others have none, and none is invented.
 */
export type FaultKind =
  | 'characters-after-quote'
  | 'quote-open'
  | 'line-too-long'
  | 'field-count'
  | 'field-value'
  | 'pointer'
  | 'bad-section'
  | 'pab-heading'
  | 'message-heading'
  | 'directory-heading'
  | 'directory-mode'
  | 'directory-pointer'
  | 'directory-backslash'
  | 'secondary-file'
  | 'secondary-heading'
  | 'attachment-name'
  | 'secondary-data'
  | 'code-page'
  | 'file-name'
  | 'file-missing'
  | 'packing-list';

/** Something wrong in a file of a set, and where: `line` from 1 on, `offset` in bytes from the file's beginning. */
export interface FormatFault {
  readonly kind: FaultKind;
  readonly line: number;
  readonly offset: number;
  /** Our own words, a part of a sentence: what is wrong and, where it helps, what to do. */
  readonly text: string;
}

export function fault(kind: FaultKind, at: { line: number; offset: number }, text: string): FormatFault {
  return { kind, line: at.line, offset: at.offset, text };
}

/** How much of a hostile text is quoted in a complaint. */
const QUOTED = 60;

/** A text of a file for a complaint: cut, and without control characters. */
export function quoteForComplaint(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const shown = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u00b7');
  return `"${shown.length > QUOTED ? `${shown.slice(0, QUOTED)}...` : shown}"`;
}
