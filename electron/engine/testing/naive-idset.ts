import type { Hex, HexSet } from './model-types.ts';

/*
 * A second decoder of IDSETs (MS-OXCFXICS 2.2.2.4-2.2.2.6), straight from the table of commands and over hex strings,
 * so that the model reads an .ost without the engine's codec.
 */

interface Span {
  readonly low: Hex;
  readonly high: Hex;
}

const GUID = 32;
const COUNTER = 12;

function spansOf(hex: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  const take = (digits: number): string => {
    if (at + digits > hex.length) throw new Error(`IDSET ends early at digit ${at}`);
    at += digits;
    return hex.slice(at - digits, at);
  };
  while (at < hex.length) {
    const guid = take(GUID);
    const pushes: string[] = [];
    for (let command = take(2); command !== '00'; command = take(2)) {
      const prefix = pushes.join('');
      if (command === '50') pushes.pop();
      else if (command === '52') {
        const rest = COUNTER - prefix.length;
        spans.push({ low: guid + prefix + take(rest), high: guid + prefix + take(rest) });
      } else if (command === '42') {
        const start = Number.parseInt(take(2), 16);
        const mask = Number.parseInt(take(2), 16);
        const one = (value: number): Span => {
          const id = guid + prefix + value.toString(16).padStart(2, '0');
          return { low: id, high: id };
        };
        spans.push(one(start));
        for (let bit = 0; bit < 8; bit += 1) if ((mask & (1 << bit)) !== 0) spans.push(one(start + bit + 1));
      } else {
        const count = Number.parseInt(command, 16);
        if (count < 1 || count > 6) throw new Error(`IDSET command ${command}`);
        const pushed = take(count * 2);
        if (prefix.length + pushed.length === COUNTER) {
          spans.push({ low: guid + prefix + pushed, high: guid + prefix + pushed });
        } else pushes.push(pushed);
      }
    }
    if (pushes.length > 0) throw new Error('IDSET ends with bytes on its stack');
  }
  return spans;
}

/** The set that these bytes say; zero bytes are the empty set. Throws on bytes that are no IDSET. */
export function naiveIdset(hex: string): HexSet {
  const spans = spansOf(hex);
  return {
    has: (id) => spans.some((span) => span.low <= id && id <= span.high),
    list: () =>
      spans.flatMap(({ low, high }) => {
        const first = Number.parseInt(low.slice(GUID), 16);
        const last = Number.parseInt(high.slice(GUID), 16);
        return Array.from(
          { length: last - first + 1 },
          (_, index) => low.slice(0, GUID) + (first + index).toString(16).padStart(COUNTER, '0'),
        );
      }),
  };
}
