import { describe, expect, it } from 'vitest';
import { type CellColumn, groupsOf, moveCell } from './cell-columns.ts';

const column = (id: string, group?: string): CellColumn<string> => ({
  id,
  title: id,
  width: 10,
  text: (row) => row,
  ...(group === undefined ? {} : { group }),
});

describe('the headings above columns', () => {
  it('stand over neighbours of one group', () => {
    expect(groupsOf([column('name'), column('a', 'One'), column('b', 'One'), column('c', 'Two')])).toEqual([
      { title: '', span: 1 },
      { title: 'One', span: 2 },
      { title: 'Two', span: 1 },
    ]);
  });

  it('are left out where there are no groups', () => {
    expect(groupsOf([column('a'), column('b')])).toEqual([]);
  });
});

describe('moving from cell to cell', () => {
  it.each([
    ['ArrowDown', false, { row: 6, column: 2 }],
    ['ArrowUp', false, { row: 4, column: 2 }],
    ['ArrowLeft', false, { row: 5, column: 1 }],
    ['ArrowRight', false, { row: 5, column: 3 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 9, column: 3 }],
    ['PageDown', false, { row: 9, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['x', false, null],
  ])('%s (with Control: %s) leads to %j', (key, withControl, expected) => {
    expect(moveCell(key, { row: 5, column: 2 }, 10, 4, 7, withControl)).toEqual(expected);
  });

  it('begins at the first cell, and goes nowhere in an empty table', () => {
    expect(moveCell('ArrowDown', null, 10, 4, 7, false)).toEqual({ row: 0, column: 0 });
    expect(moveCell('ArrowDown', null, 0, 4, 7, false)).toBeNull();
  });
});
