import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROW_HEIGHT, visibleRange } from '../list-view/geometry.ts';
import { barTop, isScaled, listTop, SPACER_AT_MOST, scaleOf } from './scaled-scroll.ts';

const ROOM = 400;

test('no spacer is too high for Chromium at 500 % zoom', () => {
  fc.assert(
    fc.property(fc.nat(50_000_000), (count) => {
      expect(scaleOf(count * ROW_HEIGHT, ROOM).spacer * 5).toBeLessThan(2 ** 25);
    }),
  );
});

test('a list that fits is scrolled as it is', () => {
  const scale = scaleOf(1000 * ROW_HEIGHT, ROOM);
  expect(isScaled(scale)).toBe(false);
  expect([listTop(scale, 123), barTop(scale, 456)]).toEqual([123, 456]);
});

test('with the bar at its end the last row is seen, however long the list', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000_000 }), (count) => {
      const scale = scaleOf(count * ROW_HEIGHT, ROOM);
      const top = listTop(scale, scale.barRange);
      expect(visibleRange(top, ROOM, count).end).toBe(count);
    }),
  );
});

test('every place of the list has a place of the bar, and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, at) => {
        const scale = scaleOf(count * ROW_HEIGHT, ROOM);
        const top = at * scale.listRange;
        const bar = barTop(scale, top);
        expect(bar).toBeLessThanOrEqual(SPACER_AT_MOST);
        expect(Math.abs(listTop(scale, bar) - top)).toBeLessThan(0.01);
      },
    ),
  );
});
