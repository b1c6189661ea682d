import { fail, ok, type Result } from '../../result.ts';
import { type CodePage, decodeText } from './code-pages.ts';
import { type PartHeading, readPartHeading, SECONDARY_HEADING } from './secondary-part.ts';

/** A file that is read anywhere; `read` gives fewer bytes than asked for at its end alone. */
export interface ByteSource {
  readonly length: number;
  read(offset: number, length: number): Uint8Array;
}

/** Bytes in which a heading line has to end. */
const HEADING_LIMIT = 1_024;
/** Bytes of one section that are taken into memory (modelled: no limit is documented). */
export const PART_LIMIT = 64 * 1024 * 1024;
/** Sections of one message; more than that is no message (modelled). */
export const PARTS_LIMIT = 4_096;

/** One section: its heading, where its data stands, and where that section begins. */
export interface PartPlace {
  readonly heading: PartHeading;
  /** Offset of the heading line. */
  readonly at: number;
  /** Offset of the data. */
  readonly data: number;
}

const CR = 0x0d;
const LF = 0x0a;

function isLineEnd(byte: number | undefined): boolean {
  return byte === CR || byte === LF;
}

/** Line ends that are passed over between two sections; a file full of them holds nothing (modelled). */
const LINE_ENDS_LIMIT = 4_096;

/** Behind the line ends that separate sections. */
function skipLineEnds(source: ByteSource, from: number): number {
  for (let at = from; at - from < LINE_ENDS_LIMIT; ) {
    const window = source.read(at, 64);
    const end = window.findIndex((byte) => !isLineEnd(byte));
    if (end !== -1) return at + end;
    if (window.length === 0) return at;
    at += window.length;
  }
  return from + LINE_ENDS_LIMIT;
}

function readLine(
  source: ByteSource,
  page: CodePage,
  at: number,
): Result<{ readonly text: string; readonly next: number }> {
  const window = source.read(at, HEADING_LIMIT);
  const end = window.indexOf(LF);
  if (end === -1 && window.length === HEADING_LIMIT)
    return fail(
      'secondary-heading',
      `no section begins here: the line does not end within ${HEADING_LIMIT} bytes`,
    );
  const stop = end === -1 ? window.length : end;
  const bytes = window.subarray(0, stop > 0 && window[stop - 1] === CR ? stop - 1 : stop);
  return ok({ text: decodeText(page, bytes), next: at + (end === -1 ? window.length : end + 1) });
}

/**
 * The section that begins at an offset. At the beginning of the file the heading line is passed over (modelled).
 * Failures: 'secondary-file' (behind the end), 'secondary-heading', 'attachment-name', 'secondary-data' (its data is cut
 * off, or more than PART_LIMIT); `details.offset`.
 */
export function readPart(source: ByteSource, page: CodePage, offset: number): Result<PartPlace> {
  const failing = (code: string, message: string, at: number): Result<PartPlace> =>
    fail(code, message, { offset: at });
  if (offset >= source.length)
    return failing(
      'secondary-file',
      `the pointer leads to byte ${offset}, and the file has ${source.length}`,
      offset,
    );
  const first = readLine(source, page, offset);
  if (!first.ok) return failing(first.failure.code, first.failure.message, offset);
  const isHeading = offset === 0 && first.value.text.trim().toLowerCase() === SECONDARY_HEADING.toLowerCase();
  const at = isHeading ? skipLineEnds(source, first.value.next) : offset;
  const line = isHeading ? readLine(source, page, at) : first;
  if (!line.ok) return failing(line.failure.code, line.failure.message, at);
  const heading = readPartHeading(line.value.text);
  if (!heading.ok) return failing(heading.failure.code, heading.failure.message, at);
  const left = source.length - line.value.next;
  if (heading.value.length > left) {
    return failing(
      'secondary-data',
      `the section is to have ${heading.value.length} bytes, and the file has ${Math.max(0, left)} more`,
      at,
    );
  }
  if (heading.value.length > PART_LIMIT)
    return failing(
      'secondary-data',
      `the section has ${heading.value.length} bytes, more than the ${PART_LIMIT} that are read`,
      at,
    );
  return ok({ heading: heading.value, at, data: line.value.next });
}

/** The sections of one message, from its pointer up to the one that says it is the last; failures as of `readPart`. */
export function readParts(source: ByteSource, page: CodePage, offset: number): Result<PartPlace[]> {
  const parts: PartPlace[] = [];
  for (let at = offset; parts.length < PARTS_LIMIT; ) {
    const part = readPart(source, page, at);
    if (!part.ok) return part;
    parts.push(part.value);
    if (part.value.heading.isLast) return ok(parts);
    at = skipLineEnds(source, part.value.data + part.value.heading.length);
  }
  return fail('secondary-data', `the message has more than ${PARTS_LIMIT} sections`, { offset });
}

/** The data of a section, in memory. */
export function partData(source: ByteSource, part: PartPlace): Uint8Array {
  return source.read(part.data, part.heading.length);
}
