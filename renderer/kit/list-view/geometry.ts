/** Height of one row of a list view in pixels, as in the classic report view. */
export const ROW_HEIGHT = 17;
const OVERSCAN = 6;

export interface RowRange {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** The rows to render for a scroll position; all sizes in pixels. */
export function visibleRange(scrollTop: number, height: number, count: number): RowRange {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / ROW_HEIGHT)) - OVERSCAN);
  const end = Math.min(count, Math.ceil((scrollTop + height) / ROW_HEIGHT) + OVERSCAN);
  return { first, end: Math.max(first, end) };
}

/** Where the scroll position must be for a row to be wholly visible below a header; unchanged when it is. */
export function scrollToShow(index: number, scrollTop: number, height: number): number {
  if (height < ROW_HEIGHT) return scrollTop;
  const top = index * ROW_HEIGHT;
  if (top < scrollTop) return top;
  if (top + ROW_HEIGHT > scrollTop + height) return top + ROW_HEIGHT - height;
  return scrollTop;
}

/** The row that a movement key leads to, or null when the key is no movement. `-1` stands for no row yet. */
export function moveBy(key: string, index: number, count: number, pageRows: number): number | null {
  const within = (next: number): number => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return index < 0 ? 0 : within(index - 1);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    case 'PageDown':
      return within(Math.max(0, index) + pageRows);
    case 'PageUp':
      return within(index - pageRows);
    default:
      return null;
  }
}
