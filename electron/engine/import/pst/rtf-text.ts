import { westernText } from '../western.ts';

/** Groups whose text is not the message's: fonts, colours, styles, pictures, and everything marked as skippable. */
const NO_TEXT = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'listtable',
  'themedata',
]);

const BREAKS: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  row: '\r\n',
  tab: '\t',
  cell: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
};

/** One piece of RTF: a brace, a control word with its number, a hexadecimal character, another control symbol, or text. */
const TOKEN = /([{}])|\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^\\{}\r\n]+)|[\r\n]+/gi;

interface Group {
  readonly silent: boolean;
  /** Inside text that exists only for RTF, where the message was HTML. */
  rtfOnly: boolean;
  /** Characters to pass over after a \u character. */
  fallback: number;
}

/**
 * The plain text of an RTF body, for messages that have no other. Single-byte characters are taken for Windows-1252.
 * Never fails: what is no RTF gives its text as far as it has some.
 */
export function rtfText(rtf: string): string {
  let text = '';
  let group: Group = { silent: false, rtfOnly: false, fallback: 1 };
  const above: Group[] = [];
  let skip = 0;
  const add = (part: string): void => {
    const rest = part.slice(Math.min(skip, part.length));
    skip = Math.max(0, skip - part.length);
    if (!group.silent && !group.rtfOnly) text += rest;
  };
  for (const match of rtf.matchAll(TOKEN)) {
    const [, brace, rawWord, number, hex, symbol, plain] = match;
    const word = rawWord?.toLowerCase();
    if (brace === '{') {
      above.push(group);
      group = { ...group };
    } else if (brace === '}') {
      group = above.pop() ?? group;
    } else if (word !== undefined) {
      if (NO_TEXT.has(word)) group = { ...group, silent: true };
      else if (word === 'htmlrtf') group.rtfOnly = number !== '0';
      else if (word === 'uc') group.fallback = Number(number ?? 1);
      else if (word === 'u') {
        const code = Number(number ?? 0) & 0xffff;
        add(String.fromCharCode(code));
        skip = group.fallback;
      } else add(BREAKS[word] ?? '');
    } else if (hex !== undefined) add(westernText(Uint8Array.of(Number.parseInt(hex, 16))));
    else if (symbol === '*') group = { ...group, silent: true };
    else if (symbol === '~') add('\u00a0');
    else if (symbol === '\\' || symbol === '{' || symbol === '}') add(symbol);
    else if (plain !== undefined) add(plain);
  }
  return text.trim();
}
