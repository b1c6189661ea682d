import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import {
  claimMailboxes,
  claimWork,
  interruptedRuns,
  refuseClaimed,
  refuseClaimedWork,
  type Work,
} from './claim.ts';
import { isImportRun } from './import/import-run.ts';
import { workOf } from './import/work-of.ts';
import { type AnyRunRow, findRun } from './run-row.ts';

/** Key of the latest run that was interrupted and can be continued, or null. */
export function latestInterrupted(lab: Lab): number | null {
  return interruptedRuns(lab).at(-1) ?? null;
}

function sourcesOf(lab: Lab, runId: number): number[] {
  return lab
    .all<{ id: number }>('SELECT source_mailbox AS id FROM run_mailbox WHERE run_id = ?', runId)
    .map((row) => row.id);
}

/** Takes what the run reads for this process. Failures: mailbox-claimed, work-claimed. */
function claimAgain(lab: Lab, run: AnyRunRow): Result<null> {
  if (!isImportRun(run)) {
    const claimed = refuseClaimed(lab, sourcesOf(lab, run.id), run.id);
    if (claimed.ok) claimMailboxes(lab, run.id);
    return claimed;
  }
  const work: Work = workOf(lab, run);
  const claimed = refuseClaimedWork(lab, work, run.id);
  if (claimed.ok) claimWork(lab, run.id, work);
  return claimed;
}

/**
 * Takes an interrupted run up again in this process; `migrate` then goes on to an end equal to that of an uninterrupted
 * run. This is the lab's own safety: the original cannot be resumed (Q196846). Nothing of it enters the lab's digest.
 * Failures: 'unknown-run', 'not-interrupted', 'mailbox-claimed', 'work-claimed'.
 */
export function resumeRun(lab: Lab, runId: number): Result<number> {
  return lab.transact((): Result<number> => {
    const run = findRun(lab, runId);
    if (run === null) return fail('unknown-run', `There is no run ${runId} in ${lab.path}: see "lab runs".`);
    if (!interruptedRuns(lab).includes(runId)) {
      return fail(
        'not-interrupted',
        run.state === 'running'
          ? `Run ${runId} of ${lab.path} goes on in another process: wait until it has ended.`
          : `Run ${runId} of ${lab.path} has ended (${run.state}) and cannot be continued: start a new one.`,
      );
    }
    const claimed = claimAgain(lab, run);
    if (!claimed.ok) return claimed;
    lab.run(
      "UPDATE run SET asked = json_set(asked, '$.resumed', coalesce(json_extract(asked, '$.resumed'), 0) + 1) WHERE id = ?",
      runId,
    );
    return ok(runId);
  });
}
