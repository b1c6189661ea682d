import type { Why } from '../../../shared/evidence.ts';
import type { RunNews, RunReport } from '../../../shared/ipc/shapes.ts';
import { cloneFault } from '../report/fault.ts';
import type { Lab } from '../store/lab.ts';
import { type BetweenStages, betweenStages } from './between-stages.ts';
import { beginWork, endWork, releaseClaims } from './claim.ts';
import { endRun } from './end-run.ts';
import { latestLine } from './journal.ts';
import { afterRow, newsOf, type Progress, readProgress } from './news.ts';
import { type Places, placesOf } from './places.ts';
import { runReport } from './run-report.ts';
import { nextUnfinished, type RunRow, runMailboxes, runRow } from './run-row.ts';
import { stageOne } from './stage-one.ts';
import { copyBatch } from './stage-two.ts';
import { type RunWatch, UNWATCHED } from './watch.ts';

/** What the driver says between two batches. */
export type RunControl = 'cancel' | undefined;

/** How the batches of one run come: news after each, told to go on or to cancel; at the end the report. */
export type Batches = Generator<RunNews, RunReport, RunControl>;

/** Mailboxes whose objects are created in one batch of stage 1: about 50 ms. */
const OBJECTS_PER_BATCH = 150;

/** A stage tells how the run ends, or that it goes on. */
type StageEnd = { readonly end: 'cancelled' | 'failed'; readonly why: readonly Why[] } | null;

const CANCELLED: StageEnd = { end: 'cancelled', why: [] };

function places(lab: Lab, run: RunRow): Places {
  const found = placesOf(lab, run.plan);
  if (!found.ok) throw new Error(found.failure.message);
  return found.value;
}

/** Ordinal of the first mailbox whose objects are not there yet, or null. */
function firstWaiting(lab: Lab, runId: number): number | null {
  return (
    lab.get<{ ord: number | null }>(
      "SELECT min(ord) AS ord FROM run_mailbox WHERE run_id = ? AND state = 'waiting'",
      runId,
    )?.ord ?? null
  );
}

/** Stage 1: directory objects and mailbox objects for all (KB842101, aa998096). */
function* createAll(lab: Lab, run: RunRow): Generator<RunNews, StageEnd, RunControl> {
  const there = places(lab, run);
  const count =
    run.asked.batchRows === undefined
      ? OBJECTS_PER_BATCH
      : Math.max(1, Math.min(OBJECTS_PER_BATCH, Math.ceil(run.asked.batchRows / 10)));
  for (let from = firstWaiting(lab, run.id); from !== null; ) {
    const begin: number = from;
    const next = lab.transact(() => stageOne(lab, run, there, begin, count));
    const rows = runMailboxes(lab, run.id, begin, next - begin);
    const told: RunControl = yield newsOf(lab, run, 'running', 1, readProgress(lab, run.id), rows);
    if (told === 'cancel') return CANCELLED;
    from = firstWaiting(lab, run.id);
  }
  return null;
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

/** Stage 2: the data, mailbox by mailbox. */
function* copyAll(lab: Lab, run: RunRow, watch: RunWatch): Generator<RunNews, StageEnd, RunControl> {
  const between = latestLine<BetweenStages>(lab, run.id, 'events', null);
  let progress: Progress = readProgress(lab, run.id);
  let clones = clonesBegun(lab, run.id);
  let ord = 0;
  for (;;) {
    const begun = nextUnfinished(lab, run.id, ord);
    if (begun === null) return null;
    ord = begun.ord;
    const fault = between?.failsAt === clones ? cloneFault(lab).why : null;
    const batch = lab.transact(() => {
      const done = copyBatch(lab, run, begun, fault, watch);
      if (done.runFails !== null) endRun(lab, run.id, 'failed', done.runFails);
      return done;
    });
    if (batch.runFails !== null) return { end: 'failed', why: batch.runFails };
    if (begun.effectiveMode === null && batch.row.effectiveMode === 'clone') clones += 1;
    progress = afterRow(progress, batch.row);
    const told: RunControl = yield newsOf(lab, run, 'running', 2, progress, [batch.row]);
    if (told === 'cancel') return CANCELLED;
  }
}

/** Everything that is left to do of a run, wherever it stands. */
function* work(lab: Lab, run: RunRow, watch: RunWatch): Generator<RunNews, void, RunControl> {
  let ending = yield* createAll(lab, run);
  if (ending === null && latestLine(lab, run.id, 'events', null) === null) {
    lab.transact(() => betweenStages(lab, run));
    const told: RunControl = yield newsOf(lab, run, 'running', 1, readProgress(lab, run.id), []);
    if (told === 'cancel') ending = CANCELLED;
  }
  ending ??= yield* copyAll(lab, run, watch);
  const { end, why } = ending ?? { end: 'completed' as const, why: [] };
  if (runRow(lab, run.id).state === 'running') endRun(lab, run.id, end, why);
}

/** Pages in the write-ahead log before it is written back: random writes to an index then go to the file once, not in every batch. */
const PAGES_WHILE_COPYING = 8_000;
const PAGES_OTHERWISE = 1_000;

function keepLog(lab: Lab, pages: number): void {
  if (lab.db.isOpen) lab.db.exec(`PRAGMA wal_autocheckpoint = ${pages}`);
}

/** A disk that is full may not even take this; then the claim is stale for it is ours and nothing goes on. */
function letGo(lab: Lab, runId: number): void {
  endWork(lab, runId);
  try {
    if (lab.db.isOpen && !lab.db.isTransaction) releaseClaims(lab, runId);
  } catch {
    // What could not be written is found out when somebody asks for the claim.
  }
}

/**
 * Works through a run: stage 1, what was planned between the stages, stage 2, its end. It yields between batches of about
 * 50 ms, each of them one transaction with its journal; told 'cancel' there, it ends the run as cancelled. Left alone or
 * thrown out of by a StoreFault, the run is interrupted and can be resumed.
 * @param runId a run begun by `startRun` or taken up by `resumeRun`; an ended one just gives its report
 */
export function* migrate(lab: Lab, runId: number, watch: RunWatch = UNWATCHED): Batches {
  const run = runRow(lab, runId);
  if (run.state !== 'running') return runReport(lab, runId);
  beginWork(lab, runId);
  keepLog(lab, PAGES_WHILE_COPYING);
  try {
    yield* work(lab, run, watch);
  } finally {
    keepLog(lab, PAGES_OTHERWISE);
    letGo(lab, runId);
  }
  return runReport(lab, runId);
}
