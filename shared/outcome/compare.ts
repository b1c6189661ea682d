import type { Fate, FateCode, OstFate } from './fate.ts';

type Mode = 'default' | 'clone';

/** How often each fate occurs. */
export type FateCounts = Readonly<Partial<Record<FateCode, number>>>;

/** One mailbox's line in the outcome table of a run. */
export interface OutcomeRow {
  readonly run: number;
  readonly requestedMode: Mode;
  readonly effectiveMode: Mode | null;
  readonly state: string;
  readonly copied: number;
  readonly skipped: number;
  readonly replaced: number;
  readonly ost: 'KEEP' | 'REBUILD' | null;
  readonly lostItems: number;
  readonly rules: FateCounts;
  readonly references: FateCounts;
  readonly permissions: FateCounts;
}

/** A mailbox in two labs side by side; null where a lab's last run did not concern it. */
export interface ComparedMailbox {
  readonly alias: string;
  readonly a: OutcomeRow | null;
  readonly b: OutcomeRow | null;
}

export function countFates(fates: readonly Pick<Fate, 'fate'>[]): FateCounts {
  const counts: Partial<Record<FateCode, number>> = {};
  for (const { fate } of fates) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

/** An .ost is kept or rebuilt; nothing else can become of it. */
export function ostOutcome(ost: OstFate | null): 'KEEP' | 'REBUILD' | null {
  return ost === null ? null : ost.fate === 'KEEP' ? 'KEEP' : 'REBUILD';
}

/** Joins two outcome tables by alias, without regard to case: first those of `a` in its order, then what only `b` has. */
export function compareOutcomes(
  a: ReadonlyMap<string, OutcomeRow>,
  b: ReadonlyMap<string, OutcomeRow>,
): ComparedMailbox[] {
  const other = new Map([...b].map(([alias, row]) => [alias.toLowerCase(), { alias, row }]));
  const joined: ComparedMailbox[] = [...a].map(([alias, row]) => {
    const match = other.get(alias.toLowerCase());
    other.delete(alias.toLowerCase());
    return { alias, a: row, b: match?.row ?? null };
  });
  return [...joined, ...[...other.values()].map(({ alias, row }) => ({ alias, a: null, b: row }))];
}
