/** The four fields of a Windows file version, e.g. `6.5.7651.29`; missing fields count as 0. */
const FIELDS = 4;

function field(parts: readonly string[], index: number): number {
  const value = Number.parseInt(parts[index] ?? '0', 10);
  return Number.isNaN(value) ? 0 : value;
}

/**
 * Compares two file or build versions field by field, as numbers: 6.5.7651.9 is older than 6.5.7651.29, which a
 * comparison as text gets wrong. Negative: `a` is older; 0: equal; positive: newer.
 */
export function compareVersions(a: string, b: string): number {
  const left = a.trim().split('.');
  const right = b.trim().split('.');
  for (let index = 0; index < FIELDS; index += 1) {
    const difference = field(left, index) - field(right, index);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Product levels in the order in which they were published. */
const LEVELS = ['RTM', 'SP1', 'SP2', 'SP3', 'SP4'] as const;

/** Whether a product level is at least another one; an unknown level is taken for the lowest. */
export function levelAtLeast(level: string, needed: string): boolean {
  const rank = (name: string): number => (LEVELS as readonly string[]).indexOf(name);
  return Math.max(rank(level), 0) >= Math.max(rank(needed), 0);
}
