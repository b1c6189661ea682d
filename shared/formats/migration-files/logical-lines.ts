import { type CodePage, decodeText } from './code-pages.ts';
import { LINE_LIMIT, type RawLine, readLines } from './lines.ts';
import type { Place } from './sections.ts';

/** What the continuation lines of a primary file come to: one line of text. */
export interface LogicalLine extends Place {
  readonly text: string;
  /** Longer than LINE_LIMIT; `text` is its beginning. */
  readonly cut: boolean;
}

/** Whether a line is nothing but its end, or the Ctrl-Z that DOS editors leave at the end of a file (modelled). */
function isBlank(line: RawLine): boolean {
  return line.bytes.length === 0 || (line.bytes.length === 1 && line.bytes[0] === 0x1a);
}

/** `!` in the first column makes a comment line (EXADM). */
function isComment(line: RawLine): boolean {
  return line.bytes[0] === 0x21;
}

/** Whether the end of a text lies inside quotation marks, if its beginning does or not. */
function endsInside(text: string, beginsInside: boolean): boolean {
  let inside = beginsInside;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) inside = !inside;
  return inside;
}

/**
 * The lines of a primary file, without blank ones and comments; where the section allows it, lines that end with `\\`
 * continued by the next one (EXADM: not within quotation marks, not in DIRECTORY sections).
 * @param joining asked before each line: whether lines are continued now
 */
export function* logicalLines(
  chunks: Iterable<Uint8Array>,
  page: CodePage,
  from: { readonly line: number; readonly offset: number },
  joining: () => boolean,
): Generator<LogicalLine> {
  let begun: LogicalLine | null = null;
  let inside = false;
  for (const raw of readLines(chunks, from)) {
    if (begun === null && (isBlank(raw) || isComment(raw))) continue;
    const part = decodeText(page, raw.bytes);
    inside = endsInside(part, begun !== null && inside);
    const text: string = (begun?.text ?? '') + part;
    const line: LogicalLine = {
      text: text.slice(0, LINE_LIMIT),
      cut: raw.cut || text.length > LINE_LIMIT || begun?.cut === true,
      line: begun?.line ?? raw.number,
      offset: begun?.offset ?? raw.offset,
      length: raw.length + (begun?.length ?? 0),
    };
    if (joining() && !line.cut && part.endsWith('\\\\') && !inside) {
      begun = { ...line, text: line.text.slice(0, -2) };
      continue;
    }
    begun = null;
    yield line;
  }
  if (begun !== null) yield begun;
}
