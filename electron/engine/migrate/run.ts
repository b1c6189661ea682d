import type { RunNews, RunReport } from '../../../shared/ipc/shapes.ts';
import type { Lab } from '../store/lab.ts';
import { betweenStages } from './between-stages.ts';
import { beginWork, endWork, releaseClaims } from './claim.ts';
import { CANCELLED, type RunControl } from './control.ts';
import { copyAll } from './copy-all.ts';
import { createAll } from './create-all.ts';
import { endRun } from './end-run.ts';
import { latestLine } from './journal.ts';
import { newsOf, readProgress } from './news.ts';
import { runReport } from './run-report.ts';
import { STAGES } from './import/all-stages.ts';
import { isImportRun } from './import/import-run.ts';
import { importWork } from './import/import-work.ts';
import type { Stages } from './import/stages.ts';
import { anyRun, type RunRow, runRow } from './run-row.ts';
import { type RunWatch, UNWATCHED } from './watch.ts';

/** How the batches of one run come: news after each, told to go on or to cancel; at the end the report. */
export type Batches = Generator<RunNews, RunReport, RunControl>;

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
 * @param stages what runs from foreign sources are made of; tests put others in their place
 * @param runId a run begun by `startRun` or taken up by `resumeRun`; an ended one just gives its report
 */
export function* migrate(
  lab: Lab,
  runId: number,
  watch: RunWatch = UNWATCHED,
  stages: Stages = STAGES,
): Batches {
  const run = anyRun(lab, runId);
  if (run.state !== 'running') return runReport(lab, runId);
  beginWork(lab, runId);
  keepLog(lab, PAGES_WHILE_COPYING);
  try {
    if (isImportRun(run)) yield* importWork(lab, run, stages);
    else yield* work(lab, runRow(lab, runId), watch);
  } finally {
    keepLog(lab, PAGES_OTHERWISE);
    letGo(lab, runId);
  }
  return runReport(lab, runId);
}
