import type { RunNews } from '../../../shared/ipc/shapes.ts';
import { cloneFault } from '../report/fault.ts';
import type { Lab } from '../store/lab.ts';
import type { BetweenStages } from './between-stages.ts';
import { CANCELLED, type RunControl, type StageEnd } from './control.ts';
import { endRun } from './end-run.ts';
import { latestLine } from './journal.ts';
import { afterRow, newsOf, type Progress, readProgress } from './news.ts';
import { nextUnfinished, type RunMailbox, type RunRow } from './run-row.ts';
import { type Batch, copyBatch } from './stage-two.ts';
import type { RunWatch } from './watch.ts';

/*
 * A run over very many mailboxes takes several small ones into one transaction, for the disk has to confirm each. The
 * lines of the journal stay one mailbox's each, so that the grouping leaves no trace.
 */
const MANY_MAILBOXES = 200;
const MAILBOXES_PER_BATCH = 12;
const SMALL_MAILBOX = 1_000;

/** How far stage 2 is. */
interface At {
  readonly ord: number;
  /** Mailboxes cloned so far, the one under way included. */
  readonly clones: number;
}

/** Mailboxes of the run that were cloned, or are being cloned. */
function clonesBegun(lab: Lab, runId: number): number {
  return (
    lab.get<{ count: number }>(
      "SELECT count(*) AS count FROM run_mailbox WHERE run_id = ? AND effective_mode = 'clone'",
      runId,
    )?.count ?? 0
  );
}

/** The mailboxes that one transaction works on: one, or several small ones of a large run. */
function groupSize(run: RunRow, row: RunMailbox): number {
  const large = run.plan.accounts.length > MANY_MAILBOXES && run.asked.batchRows === undefined;
  return large && row.total < SMALL_MAILBOX ? MAILBOXES_PER_BATCH : 1;
}

interface Group {
  readonly rows: readonly RunMailbox[];
  readonly runFails: Batch['runFails'];
  /** Null: no mailbox is left. */
  readonly at: At | null;
}

function copyGroup(lab: Lab, run: RunRow, from: At, failsAt: number | null, watch: RunWatch): Group {
  const rows: RunMailbox[] = [];
  let { ord, clones } = from;
  for (let size = 1; rows.length < size; ) {
    const begun = nextUnfinished(lab, run.id, ord);
    if (begun === null) return { rows, runFails: null, at: null };
    if (rows.length === 0) size = groupSize(run, begun);
    ord = begun.ord;
    const fault = failsAt === clones ? cloneFault(lab).why : null;
    const done = copyBatch(lab, run, begun, fault, watch);
    if (done.runFails !== null) {
      endRun(lab, run.id, 'failed', done.runFails);
      return { rows, runFails: done.runFails, at: null };
    }
    if (begun.effectiveMode === null && done.row.effectiveMode === 'clone') clones += 1;
    rows.push(done.row);
    if (done.row.state === 'copying') break;
  }
  return { rows, runFails: null, at: { ord, clones } };
}

/** Stage 2: the data, mailbox by mailbox, batch by batch. */
export function* copyAll(lab: Lab, run: RunRow, watch: RunWatch): Generator<RunNews, StageEnd, RunControl> {
  const failsAt = latestLine<BetweenStages>(lab, run.id, 'events', null)?.failsAt ?? null;
  let progress: Progress = readProgress(lab, run.id);
  let at: At | null = { ord: 0, clones: clonesBegun(lab, run.id) };
  while (at !== null) {
    const from: At = at;
    const group: Group = lab.transact(() => copyGroup(lab, run, from, failsAt, watch));
    if (group.runFails !== null) return { end: 'failed', why: group.runFails };
    at = group.at;
    if (group.rows.length === 0) return null;
    progress = group.rows.reduce(afterRow, progress);
    const told: RunControl = yield newsOf(lab, run, 'running', 2, progress, group.rows);
    if (told === 'cancel') return CANCELLED;
  }
  return null;
}
