import type { ReactNode } from 'react';

/** One column of a list view. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Pixels, or `fill` for what is left (at least 80). */
  readonly width: number | 'fill';
  readonly align?: 'right';
  /** What the cell says: shown, searched by type-ahead in the first column, and put into the tool tip. */
  readonly text: (row: Row) => string;
  /** A picture before the text. */
  readonly icon?: (row: Row) => ReactNode;
  /** Drawn in place of the text, which stays the cell's accessible name. */
  readonly render?: (row: Row) => ReactNode;
}

/** Check boxes at the beginning of each row. */
export interface RowChecks<Row> {
  readonly isChecked: (row: Row) => boolean;
  readonly onToggle: (row: Row, isChecked: boolean) => void;
}

const FILL_AT_LEAST = 80;

/** The least width of all columns together, pixels: a narrower list scrolls sideways. */
export function leastWidth<Row>(columns: readonly Column<Row>[]): string {
  const sum = columns.reduce((total, { width }) => total + (width === 'fill' ? FILL_AT_LEAST : width), 0);
  return `${sum}px`;
}

export function gridTemplate<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map(({ width }) => (width === 'fill' ? `minmax(${FILL_AT_LEAST}px, 1fr)` : `${width}px`))
    .join(' ');
}
