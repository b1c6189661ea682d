import { describe, expect, it } from 'vitest';
import { moveBy, ROW_HEIGHT, scrollToShow, visibleRange } from './geometry.ts';
import { findTyped, NOTHING_TYPED, typeKey } from './type-ahead.ts';

describe('the rows a list view renders', () => {
  it('renders the visible rows and a few around them', () => {
    expect(visibleRange(0, 100, 1_000_000)).toEqual({ first: 0, end: 12 });
    const middle = visibleRange(ROW_HEIGHT * 500_000, 100, 1_000_000);
    expect(middle.first).toBe(499_994);
    expect(middle.end - middle.first).toBeLessThan(24);
  });

  it('ends at the last row and renders nothing of an empty list', () => {
    expect(visibleRange(ROW_HEIGHT * 999_995, 100, 1_000_000).end).toBe(1_000_000);
    expect(visibleRange(0, 100, 0)).toEqual({ first: 0, end: 0 });
    expect(visibleRange(5000, 100, 3)).toEqual({ first: 0, end: 3 });
  });

  it('scrolls only as far as a row needs', () => {
    expect(scrollToShow(2, 0, 100)).toBe(0);
    expect(scrollToShow(10, 0, 100)).toBe(11 * ROW_HEIGHT - 100);
    expect(scrollToShow(1, 100, 100)).toBe(ROW_HEIGHT);
  });
});

describe('moving in a list view', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', -1, 0],
    ['ArrowUp', 4, 3],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['PageDown', 2, 7],
    ['PageUp', 2, 0],
    ['x', 2, null],
  ] as const)('%s from %i leads to %s', (key, from, to) => {
    expect(moveBy(key, from, 10, 5)).toBe(to);
  });
});

describe('type-ahead', () => {
  const names = ['Ana', 'Bert', 'Bruno', 'Clara'];
  const find = (typed: string, current: number): number =>
    findTyped(names.length, (index) => names[index] ?? '', typed, current);

  it('finds by prefix from the current row on and round the end', () => {
    expect(find('br', 1)).toBe(2);
    expect(find('a', 3)).toBe(0);
    expect(find('z', 0)).toBe(-1);
  });

  it('goes to the next match when one letter is typed again', () => {
    expect(find('b', 1)).toBe(2);
    expect(find('bb', 2)).toBe(1);
  });

  it('starts anew after a second of silence', () => {
    const b = typeKey(NOTHING_TYPED, 'B', 5000);
    expect(typeKey(b, 'r', 5400).text).toBe('br');
    expect(typeKey(b, 'r', 6500).text).toBe('r');
  });
});
