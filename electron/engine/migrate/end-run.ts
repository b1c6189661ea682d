import type { Why } from '../../../shared/evidence.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { releaseClaims } from './claim.ts';
import { settleHalfClone } from './half-clone.ts';
import { writeLine } from './journal.ts';
import { REASONS } from './reasons.ts';
import { logEnd } from './run-events.ts';
import { proveRun } from './run-proof.ts';
import { nextUnfinished, type RunRow, runRow } from './run-row.ts';

type End = 'completed' | 'cancelled' | 'failed';

/** How many mailboxes ended how. */
interface Counts {
  readonly mailboxes: number;
  readonly failed: number;
  readonly completed: number;
  readonly warned: number;
  readonly copied: number;
  readonly clonesDone: number;
}

/** Reasons on a mailbox that make a warning of its migration: the operator asked for something else. */
const WARNINGS = [
  REASONS.initializedBefore,
  REASONS.delivered,
  REASONS.loggedOn,
  REASONS.filtersInClone,
  REASONS.noTrust,
  REASONS.oldAddressTaken,
].map((reason) => reason.rule);

function count(lab: Lab, runId: number): Counts {
  const row = lab.get<Counts>(
    `SELECT count(*) AS mailboxes, count(*) FILTER (WHERE state = 'failed') AS failed,
       count(*) FILTER (WHERE state = 'completed') AS completed, coalesce(sum(copied), 0) AS copied,
       count(*) FILTER (WHERE state = 'completed' AND effective_mode = 'clone') AS clonesDone,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM json_each(why) w
         WHERE json_extract(w.value, '$.rule') IN (SELECT value FROM json_each(?)))) AS warned
     FROM run_mailbox WHERE run_id = ?`,
    JSON.stringify(WARNINGS),
    runId,
  );
  if (row === undefined) throw new Error(`no mailboxes in run ${runId}`);
  return row;
}

/** 0 success, 1 warnings, 2 errors (aa998096); that a fallback is a warning is modelled. */
function exitOf(end: End, counts: Counts): 0 | 1 | 2 {
  if (end !== 'completed' || counts.failed > 0) return 2;
  return counts.warned > 0 ? 1 : 0;
}

/** The target address of /D is taken away again, where the lab's setting says so. */
function clearTargetAddresses(lab: Lab, run: RunRow): boolean {
  const domain = run.plan.targetAddressDomain;
  if (domain === null || setting(lab, 'clearTargetAddress') !== 'yes') return false;
  const cleared = lab.run(
    `UPDATE directory_object SET target_address = NULL WHERE target_address = 'SMTP:' || alias || '@' || ?
       AND id IN (SELECT m.object_id FROM run_mailbox rm JOIN mailbox m ON m.id = rm.target_mailbox WHERE rm.run_id = ?)`,
    domain,
    run.id,
  );
  return cleared.changes > 0;
}

/** What is half done is settled, and what was not begun stays as it is. */
function stopMailboxes(lab: Lab, run: RunRow, end: End): void {
  for (let row = nextUnfinished(lab, run.id, 0); row?.state === 'copying'; ) {
    settleHalfClone(lab, row, end === 'failed' ? 'failed' : 'cancelled');
    row = nextUnfinished(lab, run.id, row.ord + 1);
  }
  lab.run(
    "UPDATE run_mailbox SET state = 'not-reached' WHERE run_id = ? AND state IN ('waiting', 'objects-created')",
    run.id,
  );
}

/**
 * Ends a run for good, in one transaction: what was half done is settled, claims are released, and what held at its end
 * is proved and stored. An ended run cannot be resumed (Q196846 says so of the original).
 */
export function endRun(lab: Lab, runId: number, end: End, why: readonly Why[]): void {
  lab.transact(() => {
    const run = runRow(lab, runId);
    stopMailboxes(lab, run, end);
    const cleared = clearTargetAddresses(lab, run);
    const counts = count(lab, runId);
    const reasons: Why[] = [
      ...run.why,
      ...why,
      ...(end === 'cancelled' ? [REASONS.cancelled] : []),
      ...(end !== 'completed' && counts.clonesDone > 0 ? [REASONS.rerunMerges] : []),
      ...(cleared ? [REASONS.targetAddressCleared] : []),
    ];
    const exit = exitOf(end, counts);
    const proof = proveRun(lab, runId);
    lab.run(
      'UPDATE run SET state = ?, exit = ?, ended = ?, why = ?, proof = ? WHERE id = ?',
      end,
      exit,
      labNow(lab),
      JSON.stringify(reasons),
      JSON.stringify(proof),
      runId,
    );
    logEnd(
      lab,
      runId,
      `Migration of ${counts.mailboxes} mailbox${counts.mailboxes === 1 ? '' : 'es'} ${end === 'completed' ? 'completed' : `ended (${end})`}: ${counts.completed} completed, ${counts.failed} failed, ${counts.copied} messages copied.`,
    );
    writeLine(lab, runId, 'ended', null, { state: end, exit });
    releaseClaims(lab, runId);
  });
}
