import type { RunNews } from '../../../shared/ipc/shapes.ts';
import type { Lab } from '../store/lab.ts';
import { CANCELLED, type RunControl, type StageEnd } from './control.ts';
import { newsOf, readProgress } from './news.ts';
import { type Places, placesOf } from './places.ts';
import { type RunRow, runMailboxes } from './run-row.ts';
import { stageOne } from './stage-one.ts';

/** Mailboxes whose objects are created in one batch of stage 1: about 50 ms. */
const OBJECTS_PER_BATCH = 150;

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
export function* createAll(lab: Lab, run: RunRow): Generator<RunNews, StageEnd, RunControl> {
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
