import type { AnyPlan } from '../lab/run-plan.ts';
import type { AccountFact, ProgressRow } from './facts.ts';

/**
 * The last known row of every mailbox of a run, in the run's order, and where each stands. News come ten times a second
 * and change few of up to 50,000 rows: a list copies in microseconds, a record by alias in tens of milliseconds.
 */
export interface RowTable {
  readonly list: readonly ProgressRow[];
  readonly at: Readonly<Record<string, number>>;
}

export const NO_ROWS: RowTable = { list: [], at: {} };

/** Everybody waiting, before the first news. */
export function waitingRows(plan: AnyPlan, accounts: readonly AccountFact[]): RowTable {
  const items = new Map(accounts.map((account) => [account.alias, account.items]));
  const names = plan.source === 'FILE' ? [] : plan.accounts;
  const list = names.map(
    (alias): ProgressRow => ({
      alias,
      requestedMode: plan.mode,
      effectiveMode: null,
      state: 'waiting',
      copied: 0,
      skipped: 0,
      replaced: 0,
      why: [],
      stage: 0,
      done: 0,
      total: items.get(alias) ?? 0,
    }),
  );
  return { list, at: Object.fromEntries(places(list)) };
}

/** One pair after the other: 50,000 of them are not held at once. */
function* places(list: readonly ProgressRow[]): Generator<[alias: string, place: number]> {
  for (const [place, row] of list.entries()) yield [row.alias, place];
}

export function withRows(table: RowTable, changed: readonly ProgressRow[]): RowTable {
  if (changed.length === 0) return table;
  const list = [...table.list];
  let at: Record<string, number> | null = null;
  for (const row of changed) {
    const known = (at ?? table.at)[row.alias];
    if (known !== undefined) list[known] = row;
    else {
      at ??= { ...table.at };
      at[row.alias] = list.push(row) - 1;
    }
  }
  return { list, at: at ?? table.at };
}

export function rowOf(table: RowTable, alias: string): ProgressRow | null {
  const place = table.at[alias];
  return place === undefined ? null : (table.list[place] ?? null);
}
