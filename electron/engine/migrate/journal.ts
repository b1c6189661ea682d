import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

/** What a line of the journal tells. */
export type LineKind =
  | 'gate'
  | 'started'
  | 'objects'
  | 'events'
  | 'opened'
  | 'copied'
  | 'references'
  | 'closed'
  | 'gave-up'
  /** Of runs from a foreign source; `source` is the account's ordinal then. */
  | 'extracted'
  | 'packed'
  | 'imported'
  | 'section'
  | 'public'
  | 'ended';

export interface Line<T> {
  readonly seq: number;
  readonly at: number;
  readonly source: number | null;
  readonly kind: LineKind;
  readonly detail: T;
}

/** Number of the last line of a run, 0 before the first. */
export function lastSeq(lab: Lab, runId: number): number {
  return (
    lab.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM journal WHERE run_id = ?', runId)?.seq ?? 0
  );
}

/** Adds a line; it belongs into the transaction of the work it tells of. `source`: key of the source mailbox (of a foreign source: ordinal of the account), or null. */
export function writeLine(
  lab: Lab,
  runId: number,
  kind: LineKind,
  source: number | null,
  detail: object,
): void {
  lab.run(
    'INSERT INTO journal(run_id, seq, at, source_mailbox, kind, detail) VALUES(?, ?, ?, ?, ?, ?)',
    runId,
    lastSeq(lab, runId) + 1,
    labNow(lab),
    source,
    kind,
    JSON.stringify(detail),
  );
}

/** The latest line of a kind about a mailbox (or about the run itself: null), searched from the end; null: there is none. */
export function latestLine<T>(lab: Lab, runId: number, kind: LineKind, source: number | null): T | null {
  const row = lab.get<{ detail: string }>(
    'SELECT detail FROM journal WHERE run_id = ? AND kind = ? AND source_mailbox IS ? ORDER BY seq DESC LIMIT 1',
    runId,
    kind,
    source,
  );
  return row === undefined ? null : (JSON.parse(row.detail) as T);
}

/** All lines of a kind, one by one. */
export function* linesOf<T>(lab: Lab, runId: number, kind: LineKind): Generator<Line<T>> {
  for (const row of lab.iterate<Omit<Line<T>, 'detail'> & { detail: string }>(
    'SELECT seq, at, source_mailbox AS source, kind, detail FROM journal WHERE run_id = ? AND kind = ? ORDER BY seq',
    runId,
    kind,
  )) {
    yield { ...row, detail: JSON.parse(row.detail) as T };
  }
}
