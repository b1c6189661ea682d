/** A set of numbers as ranges that neither overlap nor repeat. */
export interface Ranges {
  covers(value: number): boolean;
  /** Adds all from the first to the last, both included; nothing where the last is smaller. */
  add(from: number, to: number): void;
}

/** An empty set; asking takes the logarithm of the number of ranges. */
export function createRanges(): Ranges {
  const froms: number[] = [];
  const tos: number[] = [];
  /** How many ranges begin at or before a value. */
  const before = (value: number): number => {
    let low = 0;
    let high = froms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((froms[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    covers: (value) => (tos[before(value) - 1] ?? Number.NEGATIVE_INFINITY) >= value,
    add: (from, to) => {
      if (to < from) return;
      let first = before(from);
      if ((tos[first - 1] ?? Number.NEGATIVE_INFINITY) >= from) first -= 1;
      const last = before(to);
      const start = Math.min(from, froms[first] ?? from);
      const end = Math.max(to, tos[last - 1] ?? to);
      froms.splice(first, last - first, first < last ? start : from);
      tos.splice(first, last - first, first < last ? end : to);
    },
  };
}
