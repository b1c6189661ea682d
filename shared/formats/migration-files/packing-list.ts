import { type CodePage, decodeText, isCodePage } from './code-pages.ts';
import { type FormatFault, fault, quoteForComplaint } from './fault.ts';
import { fieldText, splitFields } from './fields.ts';
import { readLines } from './lines.ts';
import { isSetFileName } from './pointer.ts';

/** What a packing list says: the code page of the other files, and their names in its order. */
export interface PackingList {
  readonly codePage: CodePage;
  readonly primaries: readonly string[];
  readonly secondaries: readonly string[];
}

export interface ReadPackingList extends PackingList {
  /** What is wrong with it; lines that are wrong name no file. */
  readonly faults: readonly FormatFault[];
  /** The line it was named in, by file name in upper case. */
  readonly lines: ReadonlyMap<string, { readonly line: number; readonly offset: number }>;
}

/** The packing list itself is in the code page of the Windows it was written on (Q156063 5.7.1). */
const OWN_PAGE: CodePage = 1252;

/** What DOS editors leave at the end of a file. */
const CTRL_Z = String.fromCharCode(0x1a);

/** Names that one packing list holds at most (modelled). */
export const SET_LIMIT = 200_000;

/**
 * The code page, a blank line, then the names one by one (XMG ab010; that there is one name on a line is modelled, no
 * source prints more than the number).
 */
export function printPackingList(list: PackingList): string {
  return [String(list.codePage), '', ...list.primaries, ...list.secondaries, ''].join('\r\n');
}

const kindOf = (name: string): 'primary' | 'secondary' | null => {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
  return extension === 'pri' ? 'primary' : extension === 'sec' ? 'secondary' : null;
};

/**
 * Reads a packing list: a comment `! CodePage` may stand in front of the number (Q177418), names may share a line with
 * commas between (modelled: it is a CSV file, XMG ab007).
 */
export function readPackingList(chunks: Iterable<Uint8Array>): ReadPackingList {
  const faults: FormatFault[] = [];
  const primaries: string[] = [];
  const secondaries: string[] = [];
  const lines = new Map<string, { line: number; offset: number }>();
  let codePage: CodePage | null = null;
  let numberSeen = false;
  const name = (text: string, at: { line: number; offset: number }): void => {
    const key = text.toUpperCase();
    const kind = kindOf(text);
    if (!isSetFileName(text)) {
      const told = `${quoteForComplaint(text)} is no file name: all files stand in the folder of the packing list, without a path`;
      faults.push(fault('file-name', at, told));
    } else if (kind === null) {
      faults.push(fault('file-name', at, `${quoteForComplaint(text)} is neither a .PRI nor a .SEC file`));
    } else if (lines.has(key)) {
      faults.push(fault('file-name', at, `${text} is named twice`));
    } else if (lines.size >= SET_LIMIT) {
      if (lines.size === SET_LIMIT)
        faults.push(fault('packing-list', at, `more than ${SET_LIMIT} files are named`));
      lines.set(key, at);
    } else {
      lines.set(key, at);
      (kind === 'primary' ? primaries : secondaries).push(text);
    }
  };
  for (const raw of readLines(chunks)) {
    const at = { line: raw.number, offset: raw.offset };
    const text = decodeText(OWN_PAGE, raw.bytes).replaceAll(CTRL_Z, '').trim();
    if (text === '' || text.startsWith('!')) continue;
    if (raw.cut) {
      faults.push(fault('line-too-long', at, 'the line is too long for a packing list'));
      continue;
    }
    if (!numberSeen) {
      numberSeen = true;
      codePage = pageOf(text, at, faults);
      if (/^\d+$/.test(text)) continue;
    }
    const fields = splitFields(text);
    if (!fields.ok) faults.push(fault('file-name', at, fields.failure.message));
    else
      for (const field of fields.value) if (fieldText(field).trim() !== '') name(fieldText(field).trim(), at);
  }
  if (!numberSeen) faults.push(fault('packing-list', { line: 1, offset: 0 }, 'it is empty'));
  else if (primaries.length === 0)
    faults.push(fault('packing-list', { line: 1, offset: 0 }, 'it names no primary file'));
  return { codePage: codePage ?? OWN_PAGE, primaries, secondaries, faults, lines };
}

function pageOf(text: string, at: { line: number; offset: number }, faults: FormatFault[]): CodePage | null {
  if (!/^\d+$/.test(text)) {
    faults.push(
      fault(
        'code-page',
        at,
        `the first line has to be the number of a code page such as 850, not ${quoteForComplaint(text)}; 1252 is taken`,
      ),
    );
    return null;
  }
  const number = Number(text);
  if (isCodePage(number)) return number;
  faults.push(
    fault(
      'code-page',
      at,
      `code page ${quoteForComplaint(text)} is not at hand: 437, 850, 1252 and 10000 are; the files are read as 1252, and text may be illegible (Q177418)`,
    ),
  );
  return null;
}
