import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { ComparisonRow, Loss } from '../../shared/outcome/comparison-row.ts';
import { addRows, NO_TOTALS, type Totals } from '../../shared/outcome/comparison-totals.ts';
import type { Failure } from '../../shared/result.ts';
import { ask } from '../bridge.ts';

export type ComparedLabs = CommandOutput<'comparison:open'>;

/** Losses kept for the view; an export holds all of them. */
const LOSSES_SHOWN = 20_000;
/** Rows asked for at once; the engine answers fewer when they take long. */
const ROWS_ASKED = 100;

/** What has been read of a comparison so far. The rows fill up one by one, those on view first. */
export interface Reading {
  readonly total: number;
  readonly done: number;
  readonly rowAt: (index: number) => ComparisonRow | undefined;
  readonly totals: Totals;
  readonly losses: readonly Loss[];
  readonly lossCount: number;
  readonly failure: Failure | null;
  /** Reads these rows before all others. */
  readonly prefer: (first: number, end: number) => void;
}

class Reader {
  readonly key: string;
  readonly rows: (ComparisonRow | undefined)[] = [];
  done = 0;
  totals: Totals = NO_TOTALS;
  losses: Loss[] = [];
  lossCount = 0;
  failure: Failure | null = null;
  first = 0;
  end = 0;
  /** All rows before this one are there. */
  behind = 0;
  total = 0;

  constructor(key: string, total: number) {
    this.key = key;
    this.total = total;
  }

  /** The next row to ask for, and how many from there on are missing in a row. */
  next(): { from: number; count: number } | null {
    const from = this.missingIn(this.first, Math.min(this.end, this.total)) ?? this.firstMissing();
    if (from === null) return null;
    let count = 1;
    while (count < ROWS_ASKED && from + count < this.total && this.rows[from + count] === undefined)
      count += 1;
    return { from, count };
  }

  take(from: number, rows: readonly ComparisonRow[], losses: readonly Loss[]): void {
    for (const [offset, row] of rows.entries()) this.rows[from + offset] = row;
    this.done += rows.length;
    this.totals = addRows(this.totals, rows);
    this.lossCount += losses.length;
    const room = LOSSES_SHOWN - this.losses.length;
    if (room > 0) this.losses = [...this.losses, ...losses.slice(0, room)];
  }

  private missingIn(first: number, end: number): number | null {
    for (let at = first; at < end; at += 1) if (this.rows[at] === undefined) return at;
    return null;
  }

  private firstMissing(): number | null {
    while (this.behind < this.total && this.rows[this.behind] !== undefined) this.behind += 1;
    return this.behind < this.total ? this.behind : null;
  }
}

/** What was read last stays, so that coming back to the view shows it at once. */
let kept: Reader | null = null;

/** Reads the rows of a comparison piece by piece for as long as the view is there. @param revision changes with either lab */
export function useReading(lab: string, other: string, opened: ComparedLabs, revision: number): Reading {
  const [, show] = useReducer((count: number) => count + 1, 0);
  const key = `${lab} ${other} ${revision}`;
  const reader = useRef<Reader | null>(null);
  if (reader.current?.key !== key) {
    reader.current = kept?.key === key ? kept : new Reader(key, opened.mailboxes.length);
    kept = reader.current;
  }
  const current = reader.current;

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      for (let wanted = current.next(); wanted !== null && !gone; wanted = current.next()) {
        const answer = await ask('comparison:rows', { lab, other, ...wanted });
        if (!answer.ok) current.failure = answer.failure;
        else current.take(wanted.from, answer.value.rows, answer.value.losses);
        if (gone) return;
        show();
        if (!answer.ok || answer.value.rows.length === 0) return;
      }
    };
    void read();
    return () => {
      gone = true;
    };
  }, [current, lab, other]);

  const prefer = useCallback(
    (first: number, end: number): void => {
      current.first = first;
      current.end = end;
    },
    [current],
  );
  return {
    total: current.total,
    done: current.done,
    rowAt: (index) => current.rows[index],
    totals: current.totals,
    losses: current.losses,
    lossCount: current.lossCount,
    failure: current.failure,
    prefer,
  };
}
