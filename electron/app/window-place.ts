interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of a window's upper edge has to be within reach: one moves a window by it. */
const GRIP = { width: 120, height: 30 };

function overlap(fromA: number, lengthA: number, fromB: number, lengthB: number): number {
  return Math.min(fromA + lengthA, fromB + lengthB) - Math.max(fromA, fromB);
}

/**
 * Where a window that stood somewhere before can stand now: there, made no larger than its display, when enough of its
 * upper edge lies on one of the displays at hand; null when it does not, and the window stands where the system puts it.
 * @param displays the displays' work areas, in the same points as the place
 */
export function placeOnDisplays(kept: Area, displays: readonly Area[]): Area | null {
  const grip = Math.min(GRIP.width, kept.width);
  const display = displays.find(
    (area) =>
      overlap(kept.x, kept.width, area.x, area.width) >= grip &&
      kept.y >= area.y &&
      kept.y + GRIP.height <= area.y + area.height,
  );
  if (display === undefined) return null;
  return {
    x: kept.x,
    y: kept.y,
    width: Math.min(kept.width, display.width),
    height: Math.min(kept.height, display.height),
  };
}
