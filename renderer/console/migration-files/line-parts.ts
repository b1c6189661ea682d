/** A piece of a line of a migration file: plain text, or a pointer to a byte of another file. */
export type LinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pointer'; readonly text: string; readonly file: string; readonly offset: number };

/** What a line begins, if it begins anything. */
export type LineKind = 'section' | 'part' | 'plain';

/** `#SALESPO2.SEC(43232)` (SDK 5eb7); a name has none of `# ( ) ; , \ / : * ? " < > |`. */
const POINTER = /#([^#();,\\/:*?"<>|\s][^#();,\\/:*?"<>|]*)\((\d{1,15})\)/g;
const SECTION = /^(DIRECTORY\s*$|PAB,|MAILMESSAGE,)/i;
/** The header of a section of a secondary file begins with type and length (EXADM migsyso_secondaryfiles). */
const PART = /^(Body|Attachment|Schedule|Document|Other),\d+,/i;

/** The line in its pieces, so that its pointers can be followed. */
export function lineParts(line: string): readonly LinePart[] {
  const parts: LinePart[] = [];
  let at = 0;
  for (const found of line.matchAll(POINTER)) {
    const [text, file = '', offset = ''] = found;
    if (found.index > at) parts.push({ kind: 'text', text: line.slice(at, found.index) });
    parts.push({ kind: 'pointer', text, file, offset: Number(offset) });
    at = found.index + text.length;
  }
  if (at < line.length || parts.length === 0) parts.push({ kind: 'text', text: line.slice(at) });
  return parts;
}

/** Heads of sections stand out: those of primary files in .pri, those of bodies and attachments in .sec. */
export function lineKind(file: string, line: string): LineKind {
  if (/\.pri$/i.test(file) && SECTION.test(line)) return 'section';
  return /\.sec$/i.test(file) && PART.test(line) ? 'part' : 'plain';
}

/** A line as it can be drawn: control characters, as attachments are full of, become dots. */
export function drawn(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that are replaced
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '·');
}
