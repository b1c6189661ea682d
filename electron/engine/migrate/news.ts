import type { MailboxOutcome, RunNews } from '../../../shared/ipc/shapes.ts';
import type { Lab } from '../store/lab.ts';
import { lastSeq } from './journal.ts';
import type { RunMailbox, RunRow } from './run-row.ts';

export function outcomeOf(row: RunMailbox): MailboxOutcome {
  return {
    alias: row.match.alias,
    requestedMode: row.requestedMode,
    effectiveMode: row.effectiveMode,
    state: row.state,
    copied: row.copied,
    skipped: row.skipped,
    replaced: row.replaced,
    why: row.why,
  };
}

const OVER: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled', 'not-reached']);

/** Items of a mailbox that are behind the run: all of them once it is over, so that a bar never goes back. */
function doneOf(row: RunMailbox): number {
  return OVER.has(row.state) ? row.total : Math.min(row.total, row.copied + row.skipped + row.replaced);
}

/** Items of the whole run, and those of mailboxes that are over. */
export interface Progress {
  readonly total: number;
  readonly over: number;
}

/** Reads the progress of a run; in stage 2 it is brought up to date in memory from then on. */
export function readProgress(lab: Lab, runId: number): Progress {
  const row = lab.get<Progress>(
    `SELECT coalesce(sum(total), 0) AS total,
       coalesce(sum(total) FILTER (WHERE state IN (SELECT value FROM json_each(?))), 0) AS over FROM run_mailbox WHERE run_id = ?`,
    JSON.stringify([...OVER]),
    runId,
  );
  return row ?? { total: 0, over: 0 };
}

/** One piece of news: where the run stands, and the rows that changed. `current` counts apart while it is being copied. */
export function newsOf(
  lab: Lab,
  run: RunRow,
  state: string,
  stage: 0 | 1 | 2,
  progress: Progress,
  rows: readonly RunMailbox[],
): RunNews {
  const current = stage === 2 ? (rows.at(-1) ?? null) : null;
  const underWay = current === null || OVER.has(current.state) ? 0 : doneOf(current);
  return {
    run: run.id,
    state,
    stage,
    done: progress.over + underWay,
    total: progress.total,
    journal: lastSeq(lab, run.id),
    current: current?.match.alias ?? null,
    mailboxes: rows.map((row) => ({
      ...outcomeOf(row),
      stage: row.state === 'waiting' ? 0 : row.effectiveMode === null ? 1 : 2,
      done: doneOf(row),
      total: row.total,
    })),
  };
}

/** Takes a row that ended into the progress. */
export function afterRow(progress: Progress, row: RunMailbox): Progress {
  return OVER.has(row.state) ? { ...progress, over: progress.over + row.total } : progress;
}
