import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../result.ts';
import { hexBytes } from './bytes.ts';
import { MAX_GC } from './gid.ts';
import { decodeGlobset, encodeGlobset } from './globset.ts';
import { normaliseRanges, type Range } from './ranges.ts';

/** Counters that are near each other, far apart, and at both ends. */
const counter = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0x7b00, max: 0x17bff }),
  fc.integer({ min: 0, max: MAX_GC }),
  fc.constantFrom(0, 255, 256, 65535, 2 ** 32 - 1, 2 ** 32, MAX_GC - 1, MAX_GC),
);
const length = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 2 ** 33 }),
);
const ranges = fc
  .array(fc.tuple(counter, length), { maxLength: 60 })
  .map((pairs) => normaliseRanges(pairs.map(([low, more]): Range => [low, Math.min(low + more, MAX_GC)])));

describe('GLOBSET', () => {
  it('keeps every set through encoding and decoding', () => {
    fc.assert(
      fc.property(ranges, (set) => {
        const bytes = encodeGlobset(set);
        expect(decodeGlobset(bytes)).toEqual(ok({ ranges: set, end: bytes.length }));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never longer than one full range per range', () => {
    fc.assert(
      fc.property(ranges, (set) => {
        expect(encodeGlobset(set).length).toBeLessThanOrEqual(1 + 13 * set.length);
      }),
    );
  });

  it('takes about three bytes for each of many single values with common leading bytes', () => {
    const set = Array.from({ length: 100_000 }, (_, i): Range => [0x10000 + 20 * i, 0x10000 + 20 * i]);
    const bytes = encodeGlobset(set);
    expect(bytes.length).toBeLessThan(3 * set.length);
    expect(decodeGlobset(bytes)).toEqual(ok({ ranges: set, end: bytes.length }));
  });

  it('decodes one set from different encodings', () => {
    const outlook = hexBytes('0400000000 52 0a08 0a0a 50 00');
    const shorter = hexBytes('0500000000 0a 42 08 03 50 00');
    expect(decodeGlobset(outlook)).toEqual(ok({ ranges: [[0xa08, 0xa0a]], end: 12 }));
    expect(decodeGlobset(shorter)).toEqual(ok({ ranges: [[0xa08, 0xa0a]], end: 11 }));
  });

  it('starts at the offset and leaves what follows the end command', () => {
    expect(decodeGlobset(hexBytes('ffff 06000000000001 00 abcd'), 2)).toEqual(
      ok({ ranges: [[1, 1]], end: 10 }),
    );
  });

  it.each([
    ['', 'no byte at all'],
    ['0500000000', 'the end inside a push'],
    ['06000000000001', 'no end command'],
    ['5000', 'nothing to pop'],
    ['050000000000 50 50 00', 'one pop too many'],
    ['050000000000 00', 'a prefix left at the end'],
    ['050000000000 020000 50 00', 'seven bytes pushed'],
    ['0400000000 420100 50 00', 'a bitmask under four bytes'],
    ['050000000000 42f880 50 00', 'a bitmask past 255'],
    ['050000000000 520201 50 00', 'a range from high to low'],
    ['0700000000000000 00', 'an unknown command'],
    ['ff', 'an unknown command at the end'],
  ])('refuses %s (%s)', (hex) => {
    const result = decodeGlobset(hexBytes(hex));
    expect(result.ok ? null : result.failure.code).toBe('malformed-globset');
  });

  it('never yields more than five ranges for three bytes, however wide they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0x42, 0x50, 0x52, 1, 5, 6, 0, 255), { maxLength: 300 }),
        (bytes) => {
          const result = decodeGlobset(Uint8Array.from([5, 0, 0, 0, 0, 0, ...bytes]));
          if (result.ok) expect(result.value.ranges.length).toBeLessThanOrEqual(2 * bytes.length);
        },
      ),
    );
  });
});
