import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisMarks, barPieces, mostBytes } from './comparison-bars.ts';
import { allBytes, type Bytes } from './comparison-totals.ts';
import { readLinkKbit, transferMs } from './comparison-transfer.ts';

const size = fc.integer({ min: 0, max: 2 ** 40 });
const bytes: fc.Arbitrary<Bytes> = fc.record({ refill: size, down: size, up: size, addressBook: size });

describe('the time that bytes take', () => {
  it('is as Microsoft reckons: 20 MB for each of 25 users is 500 MB, over 2 Mbit/s some 35 minutes', () => {
    expect(transferMs(20 * 25 * 1024 ** 2, 2000) / 60_000).toBeCloseTo(34.95, 2);
  });

  it.each([
    ['2000', 2000],
    [' 64 ', 64],
    ['0', null],
    ['', null],
    ['1e3', null],
    ['-1', null],
    ['99999999', null],
  ])('takes %j as a link of %j kbit/s', (typed, expected) => {
    expect(readLinkKbit(typed)).toBe(expected);
  });
});

describe('bars', () => {
  it('lie end to end, and the longest is as long as the chart', () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1 }), (all) => {
        const most = mostBytes(all);
        for (const one of all) {
          const pieces = barPieces(one, most);
          let end = 0;
          for (const piece of pieces) {
            expect(piece.from).toBeCloseTo(end, 9);
            end = piece.from + piece.width;
          }
          expect(end).toBeCloseTo(most === 0 ? 0 : allBytes(one) / most, 9);
        }
      }),
    );
  });

  it('have few and round marks from nothing to the most', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e15, noNaN: true }), (most) => {
        const marks = axisMarks(most);
        expect(marks[0]).toBe(0);
        expect(marks.length).toBeGreaterThanOrEqual(2);
        expect(marks.length).toBeLessThanOrEqual(11);
        expect(marks.at(-1) ?? 0).toBeLessThanOrEqual(most * 1.00001);
      }),
    );
    expect(axisMarks(0)).toEqual([0]);
  });
});
