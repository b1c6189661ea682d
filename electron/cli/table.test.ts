import { expect, test } from 'vitest';
import { table } from './table.ts';

test('a table keeps words on the left and numbers on the right', () => {
  expect(
    table(
      ['Name', 'Items'],
      [
        ['anna', 7],
        ['bo', 1_200],
      ],
    ),
  ).toBe('Name  Items\n----  -----\nanna      7\nbo    1,200\n');
});

test('a table of hundreds of thousands of rows is laid out like any other', () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => [`row ${at}`, at] as const);
  const lines = table(['Name', 'Number'], rows).split('\n');
  expect(lines).toHaveLength(300_003);
  expect(lines[2]).toBe('row 0             0');
  expect(lines.at(-2)).toBe('row 299999  299,999');
});
