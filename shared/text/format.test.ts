import { describe, expect, it } from 'vitest';
import { dayOf, formatBytes, formatCount, formatElapsed, formatTime, timeOfDay } from './format.ts';

describe('figures as people read them', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [4_470_784, '4.3 MB'],
    [20_480, '20 KB'],
    [3 * 1024 ** 3, '3.00 GB'],
  ])('%i bytes are %s', (bytes, said) => {
    expect(formatBytes(bytes)).toBe(said);
  });

  it('separates thousands', () => {
    expect(formatCount(999)).toBe('999');
    expect(formatCount(1_000_000)).toBe('1,000,000');
  });

  it('shows 22:21 UTC on 12 June 2006 as 00:21 of the next day two hours east', () => {
    expect(formatTime(Date.UTC(2006, 5, 12, 22, 21), 0)).toBe('2006-06-12 22:21');
    expect(formatTime(Date.UTC(2006, 5, 12, 22, 21), 120)).toBe('2006-06-13 00:21');
  });

  it('counts hours, minutes and seconds', () => {
    expect(formatElapsed(0)).toBe('0:00:00');
    expect(formatElapsed(3_849_999)).toBe('1:04:09');
  });
});

describe('days of date fields', () => {
  it('goes from a day to its edges and back', () => {
    expect(dayOf(timeOfDay('1601-01-01', 'start'))).toBe('1601-01-01');
    expect(dayOf(timeOfDay('2006-06-13', 'end'))).toBe('2006-06-13');
    expect(timeOfDay('2006-06-13', 'end')).toBe(Date.UTC(2006, 5, 14) - 1);
  });

  it.each(['', '2006-6-1', 'soon', '2006-13-40'])('takes %j for no date', (day) => {
    expect(timeOfDay(day, 'start')).toBeNull();
  });

  it('shows no date as an empty field', () => {
    expect(dayOf(null)).toBe('');
  });
});
