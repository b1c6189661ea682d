/** Both ends belong to it; low <= high. */
export type Range = [number, number];

/** Ascending, disjoint, and never adjacent: 1-2 and 3-4 are 1-4. */
export type Ranges = readonly Range[];

/** Brings ranges in any order, overlapping or adjacent, into the form of `Ranges`. The input stays as it is. */
export function normaliseRanges(ranges: Ranges): Range[] {
  const sorted = isAscending(ranges) ? ranges : [...ranges].sort((a, b) => a[0] - b[0]);
  const result: Range[] = [];
  for (const [low, high] of sorted) append(result, low, high);
  return result;
}

export function unionRanges(a: Ranges, b: Ranges): Range[] {
  const result: Range[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && (right === undefined || left[0] <= right[0])) {
      append(result, left[0], left[1]);
      i++;
    } else if (right !== undefined) {
      append(result, right[0], right[1]);
      j++;
    } else return result;
  }
}

/** What is in `a` and not in `b`. */
export function subtractRanges(a: Ranges, b: Ranges): Range[] {
  const result: Range[] = [];
  let j = 0;
  for (const [start, high] of a) {
    let low = start;
    for (let hole = b[j]; hole !== undefined && hole[0] <= high; hole = b[j]) {
      if (hole[0] > low) result.push([low, hole[0] - 1]);
      low = Math.max(low, hole[1] + 1);
      if (hole[1] > high) break;
      j++;
    }
    if (low <= high) result.push([low, high]);
  }
  return result;
}

export function rangesIntersect(a: Ranges, b: Ranges): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return false;
    if (left[1] < right[0]) i++;
    else if (right[1] < left[0]) j++;
    else return true;
  }
}

/** Whether `a` contains all of `b`. */
export function rangesInclude(a: Ranges, b: Ranges): boolean {
  let i = 0;
  for (const [low, high] of b) {
    for (let range = a[i]; range !== undefined && range[1] < low; range = a[i]) i++;
    const range = a[i];
    if (range === undefined || range[0] > low || range[1] < high) return false;
  }
  return true;
}

export function rangesEqual(a: Ranges, b: Ranges): boolean {
  return a.length === b.length && a.every(([low, high], i) => b[i]?.[0] === low && b[i]?.[1] === high);
}

export function countInRanges(ranges: Ranges): number {
  return ranges.reduce((sum, [low, high]) => sum + high - low + 1, 0);
}

/** Index of the first range that ends at or after `value`; the length when there is none. */
export function firstEndingFrom(ranges: Ranges, value: number): number {
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranges[middle]?.[1] ?? Number.POSITIVE_INFINITY) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Adds one range in place, at the cost of a binary search and one splice. */
export function insertRange(ranges: Range[], low: number, high: number): void {
  const from = firstEndingFrom(ranges, low - 1);
  let to = from;
  let merged: Range = [low, high];
  for (let range = ranges[to]; range !== undefined && range[0] <= high + 1; range = ranges[to]) {
    merged = [Math.min(merged[0], range[0]), Math.max(merged[1], range[1])];
    to++;
  }
  ranges.splice(from, to - from, merged);
}

/** Takes one range away in place, at the cost of a binary search and one splice. */
export function removeRange(ranges: Range[], low: number, high: number): void {
  const from = firstEndingFrom(ranges, low);
  let to = from;
  while ((ranges[to]?.[0] ?? Number.POSITIVE_INFINITY) <= high) to++;
  ranges.splice(from, to - from, ...subtractRanges(ranges.slice(from, to), [[low, high]]));
}

/** Extends the last range or begins a new one; `low` is not below the last range's low. */
function append(ranges: Range[], low: number, high: number): void {
  const last = ranges.at(-1);
  if (last === undefined || low > last[1] + 1) ranges.push([low, high]);
  else if (high > last[1]) last[1] = high;
}

function isAscending(ranges: Ranges): boolean {
  return ranges.every(([low], i) => i === 0 || (ranges[i - 1]?.[0] ?? 0) <= low);
}
