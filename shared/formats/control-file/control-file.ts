/** One line as it stands, so that printing gives back every byte. `raw` is without its line end. */
interface Raw {
  readonly raw: string;
  readonly end: '\r\n' | '\n' | '';
}

/** `Keyword,Value`. Columns count from 1 and point at the keyword and at the value. */
export interface KeywordLine extends Raw {
  readonly kind: 'keyword';
  readonly keyword: string;
  readonly value: string;
  readonly keywordColumn: number;
  readonly valueColumn: number;
}

/** A line without a comma, which is neither blank nor a comment. */
export interface StrayLine extends Raw {
  readonly kind: 'stray';
}

export interface SilentLine extends Raw {
  /** `!` in the first column makes a comment (Q198957). */
  readonly kind: 'comment' | 'blank';
}

export type ControlLine = KeywordLine | StrayLine | SilentLine;

/** A control file of Mailmig, line by line; line numbers are indexes + 1. */
export interface ControlFile {
  readonly lines: readonly ControlLine[];
}

function keywordLine(raw: string, end: Raw['end']): ControlLine {
  const comma = raw.indexOf(',');
  const keyword = raw.slice(0, comma).trim();
  if (comma < 0 || keyword === '') return { kind: 'stray', raw, end };
  // The article's own samples have blanks after the comma; they are no part of the value.
  const rest = raw.slice(comma + 1);
  const value = rest.trim();
  const lead = value === '' ? rest.length : rest.indexOf(value);
  return {
    kind: 'keyword',
    raw,
    end,
    keyword,
    value,
    keywordColumn: raw.indexOf(keyword) + 1,
    valueColumn: comma + 2 + lead,
  };
}

function lineOf(raw: string, end: Raw['end']): ControlLine {
  if (raw.startsWith('!')) return { kind: 'comment', raw, end };
  if (raw.trim() === '') return { kind: 'blank', raw, end };
  return keywordLine(raw, end);
}

/** Takes a control file apart. Every text is one; what is wrong with it `checkControlFile` says. */
export function parseControlFile(text: string): ControlFile {
  const lines: ControlLine[] = [];
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 ? text.length : feed;
    const crlf = feed > at && text[feed - 1] === '\r';
    lines.push(lineOf(text.slice(at, crlf ? stop - 1 : stop), feed < 0 ? '' : crlf ? '\r\n' : '\n'));
    at = feed < 0 ? text.length : feed + 1;
  }
  return { lines };
}

/** The text of a control file; of one that was parsed, the very text, comments and blanks included. */
export function printControlFile(file: ControlFile): string {
  return file.lines.map((line) => line.raw + line.end).join('');
}

/** A line to be written: `Keyword,Value` and CR LF, as Windows files have it. */
export function keyword(name: string, value: string): ControlLine {
  return lineOf(`${name},${value}`, '\r\n');
}

export function comment(text: string): ControlLine {
  return { kind: 'comment', raw: `! ${text}`, end: '\r\n' };
}

/** The value that counts for a keyword, in any case: the last one given (modelled); null: none. */
export function controlValue(file: ControlFile, name: string): string | null {
  const wanted = name.toLowerCase();
  const found = file.lines.findLast(
    (line): line is KeywordLine => line.kind === 'keyword' && line.keyword.toLowerCase() === wanted,
  );
  return found === undefined ? null : found.value;
}
