import { closeSync, openSync, readSync } from 'node:fs';

/** One message of a mail folder file, as it stands there, its quoted lines unquoted. */
export interface MboxMessage {
  readonly raw: Buffer;
  /** When it was delivered as its first line says (milliseconds), or null. */
  readonly envelope: number | null;
  /** The message is longer than what is read into memory at once; `raw` is empty then. */
  readonly tooLong: boolean;
}

/** Longest message that is taken in. */
export const LONGEST_MESSAGE = 256 * 1024 * 1024;
const CHUNK = 1024 * 1024;

const LF = 10;
const FROM = Buffer.from('From ');

/** Lines of a file with their line ends, however long the file; the last one may have none. */
function* linesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer[] = [];
    let restLength = 0;
    const chunk = Buffer.alloc(CHUNK);
    for (;;) {
      const got = readSync(file, chunk, 0, CHUNK, null);
      if (got === 0) break;
      let from = 0;
      for (let end = chunk.indexOf(LF, 0); end >= 0 && end < got; end = chunk.indexOf(LF, from)) {
        rest.push(Buffer.from(chunk.subarray(from, end + 1)));
        yield rest.length === 1 ? (rest[0] ?? Buffer.alloc(0)) : Buffer.concat(rest);
        rest = [];
        restLength = 0;
        from = end + 1;
        if (from >= got) break;
      }
      if (from < got) {
        rest.push(Buffer.from(chunk.subarray(from, got)));
        restLength += got - from;
      }
      // A line without end is handed on in pieces, for it is no line of a mail anyway.
      if (restLength > LONGEST_MESSAGE / 4) {
        yield Buffer.concat(rest);
        rest = [];
        restLength = 0;
      }
    }
    if (rest.length > 0) yield Buffer.concat(rest);
  } finally {
    closeSync(file);
  }
}

function isBlank(line: Buffer): boolean {
  return line.length === 0 || line[0] === LF || (line.length === 2 && line[0] === 13 && line[1] === LF);
}

const ENVELOPE_DATE = /\b\d{1,2}:\d\d(:\d\d)?\b.*\b\d{4}\b/;
const HEADER = /^(>?From |[!-9;-~]+:)/;

/** A line that begins a message: "From ", somebody, and a date; or at least a header on the next line. */
function beginsMessage(line: Buffer, next: Buffer | undefined): boolean {
  if (!line.subarray(0, FROM.length).equals(FROM)) return false;
  const text = line.toString('latin1').trim();
  const followed = next !== undefined && HEADER.test(next.toString('latin1', 0, 200));
  if (ENVELOPE_DATE.test(text)) return followed || next === undefined || isBlank(next);
  return followed && /^From \S+$/.test(text);
}

/** The date of an envelope line, in UTC where it names no zone. */
function envelopeDate(line: Buffer): number | null {
  const text = line
    .toString('latin1')
    .trim()
    .replace(/^From \S+\s+/, '');
  const value = Date.parse(/[+-]\d{4}\b|\b(GMT|UTC|[A-Z]{3,4}T)\b/.test(text) ? text : `${text} UTC`);
  return Number.isFinite(value) ? value : null;
}

const QUOTED = /^>+From /;

/** Takes one '>' from a line of '>'s before "From ", as mboxrd quotes them. */
function unquoted(line: Buffer): Buffer {
  return line[0] === 0x3e && QUOTED.test(line.toString('latin1', 0, 64)) ? line.subarray(1) : line;
}

/**
 * Splits a mail folder file (mbox) into its messages, reading it piece by piece. A message begins with a "From " line
 * at the start of the file or after an empty line; what stands before the first is passed over.
 */
export function* splitMbox(path: string): Generator<MboxMessage> {
  let current: { lines: Buffer[]; length: number; envelope: number | null } | null = null;
  const finish = function* (): Generator<MboxMessage> {
    if (current === null) return;
    const { lines, envelope, length } = current;
    const tooLong = length > LONGEST_MESSAGE;
    const last = lines.at(-1);
    if (last !== undefined && lines.length > 1 && isBlank(last)) lines.pop();
    yield { raw: tooLong ? Buffer.alloc(0) : Buffer.concat(lines), envelope, tooLong };
  };
  let blankBefore = true;
  let held: Buffer | null = null;
  const take = function* (line: Buffer, next: Buffer | undefined): Generator<MboxMessage> {
    if (blankBefore && beginsMessage(line, next)) {
      yield* finish();
      current = { lines: [], length: 0, envelope: envelopeDate(line) };
    } else if (current !== null) {
      current.length += line.length;
      if (current.length > LONGEST_MESSAGE) current.lines = [];
      else current.lines.push(unquoted(line));
    }
    blankBefore = isBlank(line);
  };
  for (const line of linesOf(path)) {
    if (held !== null) yield* take(held, line);
    held = line;
  }
  if (held !== null) yield* take(held, undefined);
  yield* finish();
}
