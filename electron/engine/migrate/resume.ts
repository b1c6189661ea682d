import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { claimMailboxes, interruptedRuns, refuseClaimed } from './claim.ts';
import { findRun } from './run-row.ts';

/** Key of the latest run that was interrupted and can be continued, or null. */
export function latestInterrupted(lab: Lab): number | null {
  return interruptedRuns(lab).at(-1) ?? null;
}

function sourcesOf(lab: Lab, runId: number): number[] {
  return lab
    .all<{ id: number }>('SELECT source_mailbox AS id FROM run_mailbox WHERE run_id = ?', runId)
    .map((row) => row.id);
}

/**
 * Takes an interrupted run up again in this process; `migrate` then goes on to an end equal to that of an uninterrupted
 * run. This is the lab's own safety: the original cannot be resumed (Q196846). Nothing of it enters the lab's digest.
 * Failures: 'unknown-run', 'not-interrupted', 'mailbox-claimed'.
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
    const claimed = refuseClaimed(lab, sourcesOf(lab, runId), runId);
    if (!claimed.ok) return claimed;
    claimMailboxes(lab, runId);
    lab.run(
      "UPDATE run SET asked = json_set(asked, '$.resumed', coalesce(json_extract(asked, '$.resumed'), 0) + 1) WHERE id = ?",
      runId,
    );
    return ok(runId);
  });
}
