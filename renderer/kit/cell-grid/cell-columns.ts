import type { ReactNode } from 'react';

/** How a cell is marked: by a picture beside its words, and by colour. */
export type CellTone = 'same' | 'different' | 'bad' | 'changed' | 'quiet' | 'plain';

/** One column of a cell grid. */
export interface CellColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** Pixels; at the end the first column takes what is left. */
  readonly width: number;
  /** Neighbours of one group stand under one heading. */
  readonly group?: string;
  readonly align?: 'right';
  readonly text: (row: Row) => string;
  readonly tone?: (row: Row) => CellTone;
  /** A picture before the words. */
  readonly icon?: (row: Row) => ReactNode;
  /** Steps to the right, as in a tree. */
  readonly depth?: (row: Row) => number;
}

/** A cell by its row and column, both from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface ColumnGroup {
  readonly title: string;
  readonly span: number;
}

/** The headings above the columns, each over its neighbours; none where no column has a group. */
export function groupsOf<Row>(columns: readonly CellColumn<Row>[]): readonly ColumnGroup[] {
  if (columns.every((column) => column.group === undefined)) return [];
  const groups: { title: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === group && group !== '') last.span += 1;
    else groups.push({ title: group, span: 1 });
  }
  return groups;
}

/** The cell that a key leads to; null when the key is no movement. */
export function moveCell(
  key: string,
  at: CellAt | null,
  rows: number,
  columns: number,
  pageRows: number,
  withControl: boolean,
): CellAt | null {
  if (rows === 0 || columns === 0) return null;
  const { row, column } = at ?? { row: 0, column: 0 };
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowDown':
      return { row: at === null ? 0 : within(row + 1, rows), column };
    case 'ArrowUp':
      return { row: within(row - 1, rows), column };
    case 'ArrowRight':
      return { row, column: at === null ? 0 : within(column + 1, columns) };
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) };
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return withControl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    case 'PageDown':
      return { row: within(row + pageRows, rows), column };
    case 'PageUp':
      return { row: within(row - pageRows, rows), column };
    default:
      return null;
  }
}
