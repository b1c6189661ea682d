import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { ComparisonRow, Loss } from '../../shared/outcome/comparison-row.ts';
import { addRows, NO_TOTALS, type Totals } from '../../shared/outcome/comparison-totals.ts';
import type { Failure } from '../../shared/result.ts';
import { ask } from '../bridge.ts';
import { LossBook } from './loss-book.ts';

export type ComparedLabs = CommandOutput<'comparison:open'>;

/** Rows asked for at once; the engine answers fewer when they take long. */
const ROWS_ASKED = 100;

/** What has been read of a comparison so far. The rows fill up one by one, those on view first. */
export interface Reading {
  readonly total: number;
  readonly done: number;
  readonly rowAt: (index: number) => ComparisonRow | undefined;
  readonly totals: Totals;
  readonly losses: LossesRead;
  readonly failure: Failure | null;
  /** Reads these rows before all others. */
  readonly prefer: (first: number, end: number) => void;
}

/** The losses found so far, in the order of the mailboxes; those not held are read again when somebody looks. */
export interface LossesRead {
  readonly total: number;
  readonly at: (number: number) => Loss | undefined;
  readonly lookAt: (first: number, end: number) => void;
}

class Reader {
  readonly key: string;
  readonly rows: (ComparisonRow | undefined)[] = [];
  done = 0;
  totals: Totals = NO_TOTALS;
  readonly book: LossBook;
  failure: Failure | null = null;
  first = 0;
  end = 0;
  /** Losses that are looked at. */
  lossFirst = 0;
  lossEnd = 0;
  /** Told after every answer; null while no view is there, and then nothing more is asked. */
  onChange: (() => void) | null = null;
  private isReading = false;
  /** All rows before this one are there. */
  behind = 0;
  total = 0;

  private readonly pair: { readonly lab: string; readonly other: string };

  constructor(key: string, pair: { readonly lab: string; readonly other: string }, total: number) {
    this.key = key;
    this.pair = pair;
    this.total = total;
    this.book = new LossBook(total);
  }

  /** The next row to ask for, and how many from there on are missing in a row. */
  next(): { from: number; count: number } | null {
    const seen = this.missingIn(this.first, Math.min(this.end, this.total));
    const again = seen === null ? this.book.missing(this.lossFirst, this.lossEnd) : null;
    if (again !== null) return { from: again, count: 1 };
    const from = seen ?? this.firstMissing();
    if (from === null) return null;
    let count = 1;
    while (count < ROWS_ASKED && from + count < this.total && this.rows[from + count] === undefined)
      count += 1;
    return { from, count };
  }

  /** Asks for what is missing, what is looked at first, for as long as a view is there. */
  async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    for (let wanted = this.next(); wanted !== null && this.onChange !== null; wanted = this.next()) {
      const answer = await ask('comparison:rows', { ...this.pair, ...wanted });
      this.failure = answer.ok ? null : answer.failure;
      if (answer.ok) this.take(wanted.from, answer.value.rows, answer.value.losses);
      this.onChange?.();
      if (!answer.ok || answer.value.rows.length === 0) break;
    }
    this.isReading = false;
  }

  take(from: number, rows: readonly ComparisonRow[], losses: readonly Loss[]): void {
    const lost = new Map<string, Loss[]>(rows.map((row) => [row.alias, []]));
    for (const loss of losses) lost.get(loss.alias)?.push(loss);
    for (const [offset, row] of rows.entries()) {
      this.book.take(from + offset, lost.get(row.alias) ?? []);
      if (this.rows[from + offset] !== undefined) continue;
      this.rows[from + offset] = row;
      this.done += 1;
      this.totals = addRows(this.totals, [row]);
    }
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
    reader.current = kept?.key === key ? kept : new Reader(key, { lab, other }, opened.mailboxes.length);
    kept = reader.current;
  }
  const current = reader.current;

  useEffect(() => {
    current.onChange = show;
    void current.read();
    return () => {
      current.onChange = null;
    };
  }, [current]);

  const prefer = useCallback(
    (first: number, end: number): void => {
      current.first = first;
      current.end = end;
    },
    [current],
  );
  const lookAt = useCallback(
    (first: number, end: number): void => {
      current.lossFirst = first;
      current.lossEnd = end;
      void current.read();
    },
    [current],
  );
  return {
    total: current.total,
    done: current.done,
    rowAt: (index) => current.rows[index],
    totals: current.totals,
    losses: { total: current.book.total, at: (number) => current.book.at(number), lookAt },
    failure: current.failure,
    prefer,
  };
}
