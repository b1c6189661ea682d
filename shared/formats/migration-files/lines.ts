/** One line of a file: its bytes without the line end, and where it stands. */
export interface RawLine {
  readonly bytes: Uint8Array;
  /** From 1 on. */
  readonly number: number;
  /** Bytes of the file before it; line ends count. */
  readonly offset: number;
  /** Bytes up to the next line, line end included. */
  readonly length: number;
  /** Longer than LINE_LIMIT: `bytes` is its beginning. */
  readonly cut: boolean;
}

/** Bytes of a line that are kept; a longer one is cut, so that a file without line ends takes no memory (modelled). */
export const LINE_LIMIT = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits chunks of a file into lines, in flat memory. A line ends with CR LF (EXADM) or, as hand-edited files have it,
 * with LF alone (modelled).
 * @param from where the first chunk begins
 */
export function* readLines(
  chunks: Iterable<Uint8Array>,
  from: { readonly line: number; readonly offset: number } = { line: 1, offset: 0 },
): Generator<RawLine> {
  let number = from.line;
  let offset = from.offset;
  let kept: Uint8Array[] = [];
  let keptLength = 0;
  let length = 0;
  const keep = (part: Uint8Array): void => {
    length += part.length;
    // One byte more than the limit, so that a CR before the line end never counts as content.
    const room = LINE_LIMIT + 1 - keptLength;
    if (room <= 0 || part.length === 0) return;
    const taken = part.length > room ? part.slice(0, room) : part.slice();
    kept.push(taken);
    keptLength += taken.length;
  };
  const line = (endLength: number): RawLine => {
    let bytes = kept.length === 1 ? (kept[0] ?? new Uint8Array(0)) : join(kept, keptLength);
    const whole = keptLength === length;
    if (endLength === 1 && whole && bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
    const cut = !whole || bytes.length > LINE_LIMIT;
    const made = {
      bytes: cut ? bytes.subarray(0, LINE_LIMIT) : bytes,
      number,
      offset,
      length: length + endLength,
      cut,
    };
    number += 1;
    offset += made.length;
    kept = [];
    keptLength = 0;
    length = 0;
    return made;
  };
  for (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, begin)) {
      keep(chunk.subarray(begin, end));
      yield line(1);
      begin = end + 1;
    }
    keep(chunk.subarray(begin));
  }
  if (length > 0) yield line(0);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
