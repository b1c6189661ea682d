/*
 * A list may be taller than any element can be: Chromium stops at about 33.5 million device pixels, which are 6.7
 * million of ours at 500 % zoom. So the spacer is at most SPACER_AT_MOST high, and the scroll bar stands for the whole.
 */
export const SPACER_AT_MOST = 6_000_000;

/** How a list's own height maps to the scroll bar's. All in pixels. */
export interface Scale {
  /** Height of the spacer. */
  readonly spacer: number;
  /** How far the list can be scrolled, and how far the spacer can. */
  readonly listRange: number;
  readonly barRange: number;
}

/** `rows`: height of all rows; `room`: height of the part that is seen. */
export function scaleOf(rows: number, room: number): Scale {
  const spacer = Math.min(rows, SPACER_AT_MOST);
  return { spacer, listRange: Math.max(0, rows - room), barRange: Math.max(0, spacer - room) };
}

export function isScaled({ listRange, barRange }: Scale): boolean {
  return listRange > barRange;
}

/** Where the list stands when the scroll bar stands at `bar`; the bar's end is the list's end. */
export function listTop(scale: Scale, bar: number): number {
  if (!isScaled(scale)) return bar;
  return scale.barRange === 0 ? 0 : Math.min(1, bar / scale.barRange) * scale.listRange;
}

/** Where the scroll bar has to stand for the list to stand at `top`. */
export function barTop(scale: Scale, top: number): number {
  if (!isScaled(scale)) return top;
  return scale.listRange === 0 ? 0 : (top / scale.listRange) * scale.barRange;
}
