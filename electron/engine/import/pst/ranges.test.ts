import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRanges } from './ranges.ts';

it('holds what was added, and nothing else', () => {
  const number = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 20 }), (added) => {
      const ranges = createRanges();
      const plain = new Set<number>();
      for (const [from, to] of added) {
        ranges.add(from, to);
        for (let value = from; value <= to; value += 1) plain.add(value);
      }
      for (let value = -1; value <= 61; value += 1) expect(ranges.covers(value)).toBe(plain.has(value));
    }),
  );
});
