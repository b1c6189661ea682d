import type { CodePage } from './code-pages.ts';
import { type FormatFault, fault, quoteForComplaint } from './fault.ts';
import { type Field, fieldText, splitFields } from './fields.ts';
import { LINE_LIMIT } from './lines.ts';
import { type LogicalLine, logicalLines } from './logical-lines.ts';
import { headingFault, type Place, SECTION_TYPES, type SectionHead, type SectionType } from './sections.ts';

/** What a primary file is made of, in its order. */
export type PrimaryItem =
  /** A section whose heading is sound; its rows follow. */
  | { readonly kind: 'section'; readonly section: SectionHead; readonly place: Place }
  | {
      readonly kind: 'row';
      readonly section: SectionHead;
      readonly fields: readonly Field[];
      readonly place: Place;
    }
  /** A line that is no row: its section goes on behind it. `section` null: it stands before the first one. */
  | {
      readonly kind: 'fault';
      readonly section: SectionHead | null;
      readonly fault: FormatFault;
      readonly place: Place;
    }
  /**
   * A section that cannot be read: event 8124, its rows are skipped (Q214822). `faults`: why; `section` as far as it is
   * known, null where lines stand before any section.
   */
  | {
      readonly kind: 'bad-section';
      readonly section: SectionHead | null;
      readonly faults: readonly FormatFault[];
      readonly place: Place;
    }
  /** A line of a section that is skipped. */
  | { readonly kind: 'skipped'; readonly section: SectionHead | null; readonly place: Place };

/** Where reading begins anew: behind a row of this section. */
export interface PrimaryPosition {
  readonly line: number;
  readonly offset: number;
  readonly section: SectionHead | null;
  /** The rows of that section are being skipped. */
  readonly skipping?: boolean;
}

export const PRIMARY_START: PrimaryPosition = { line: 1, offset: 0, section: null };

const placeOf = ({ line, offset, length }: LogicalLine): Place => ({ line, offset, length });

/**
 * Whether a line begins a section: one of the three words alone, or with one field behind it. A row of data has at least
 * three, so that a folder may be called PAB.
 */
function sectionBegun(text: string): { type: SectionType; address: string } | null {
  const word = /^(DIRECTORY|PAB|MAILMESSAGE)(,|\s*$)/i.exec(text)?.[1]?.toUpperCase();
  const type = SECTION_TYPES.find((one) => one === word);
  if (type === undefined) return null;
  const fields = splitFields(text);
  // An address with a stray quotation mark is still the heading of its section: taken as it stands.
  if (!fields.ok) return { type, address: text.slice(type.length + 1).trim() };
  return fields.value.length <= 2 ? { type, address: fieldText(fields.value[1]).trim() } : null;
}

function lineFault(line: LogicalLine): FormatFault | null {
  return line.cut
    ? fault(
        'line-too-long',
        line,
        `the line is longer than ${LINE_LIMIT} characters: divide it, or use a secondary file`,
      )
    : null;
}

function begunFault(begun: { type: SectionType; address: string }, place: Place): FormatFault | null {
  if (begun.type === 'DIRECTORY') return null;
  return begun.address === ''
    ? fault('bad-section', place, `the ${begun.type} section names no address behind its comma`)
    : null;
}

/** Widens a place by what follows it. */
function upTo(first: Place, last: Place): Place {
  return { line: first.line, offset: first.offset, length: last.offset + last.length - first.offset };
}

/**
 * Reads a primary file in flat memory. Nothing is left out in silence: what is no row comes as a fault, as a bad section,
 * or as a skipped line of one.
 */
export function* readPrimary(
  chunks: Iterable<Uint8Array>,
  page: CodePage,
  from: PrimaryPosition = PRIMARY_START,
): Generator<PrimaryItem> {
  let section: SectionHead | null = from.section;
  /** A section line whose columns have not come yet. */
  let begun: { type: SectionType; address: string; place: Place } | null = null;
  let skipping = from.skipping === true;
  const joining = (): boolean => (begun?.type ?? section?.type) !== 'DIRECTORY';
  const empty = (head: { type: SectionType; address: string; place: Place }): SectionHead => ({
    type: head.type,
    address: head.address,
    columns: [],
    place: head.place,
  });
  for (const line of logicalLines(chunks, page, from, joining)) {
    const place = placeOf(line);
    const next = line.cut ? null : sectionBegun(line.text);
    if (next !== null) {
      // A section without even a heading holds nothing, and nothing is wrong with that (modelled).
      if (begun !== null) yield { kind: 'section', section: empty(begun), place: begun.place };
      begun = { ...next, place };
      section = null;
      skipping = false;
      const wrong = begunFault(next, place);
      if (wrong !== null) {
        section = empty(begun);
        begun = null;
        skipping = true;
        yield { kind: 'bad-section', section, faults: [wrong], place };
      }
      continue;
    }
    if (skipping) {
      yield { kind: 'skipped', section, place };
      continue;
    }
    const tooLong = lineFault(line);
    const fields = splitFields(line.text);
    if (begun !== null) {
      const columns = fields.ok ? fields.value.map((field) => fieldText(field).trim()) : [];
      section = { type: begun.type, address: begun.address, columns, place: upTo(begun.place, place) };
      begun = null;
      const wrong = tooLong ?? headingWrong(section, place);
      if (wrong === null) {
        yield { kind: 'section', section, place: section.place };
      } else {
        skipping = true;
        yield { kind: 'bad-section', section, faults: [wrong], place: section.place };
      }
      continue;
    }
    if (section === null) {
      skipping = true;
      const text = `a section has to begin here with DIRECTORY, PAB or MAILMESSAGE, not with ${quoteForComplaint(line.text)}`;
      yield { kind: 'bad-section', section: null, faults: [fault('bad-section', place, text)], place };
      continue;
    }
    if (tooLong !== null) yield { kind: 'fault', section, fault: tooLong, place };
    else if (fields.ok) yield { kind: 'row', section, fields: fields.value, place };
    else yield { kind: 'fault', section, fault: splitFault(fields.failure, place), place };
  }
  if (begun !== null) yield { kind: 'section', section: empty(begun), place: begun.place };
}

function headingWrong(section: SectionHead, place: Place): FormatFault | null {
  const wrong = headingFault(section.type, section.columns);
  return wrong === null ? null : fault(wrong.kind, place, wrong.text);
}

function splitFault(failure: { readonly code: string; readonly message: string }, place: Place): FormatFault {
  return fault(
    failure.code === 'characters-after-quote' ? 'characters-after-quote' : 'quote-open',
    place,
    failure.message,
  );
}
