import type { Why } from '../../../../shared/evidence.ts';
import { PUBLIC_MESSAGES } from '../../../../shared/lab/run-plan.ts';
import { cycleAfterRun } from '../../connector/work.ts';
import { labNow } from '../../store/clock.ts';
import type { Lab } from '../../store/lab.ts';
import { releaseClaims } from '../claim.ts';
import { writeLine } from '../journal.ts';
import { REASONS } from '../reasons.ts';
import { logExtracted, logImportSummary, logMigrated, type ImportTotals } from './import-events.ts';
import { IMPORT_REASONS } from './import-reasons.ts';
import { type ImportRun, importRun } from './import-run.ts';
import { proveImport } from './prove-import.ts';
import { changeAccount, nextAccount, type RunAccount, withReason } from './run-account.ts';
import { importsInto } from './started.ts';

type End = 'completed' | 'cancelled' | 'failed';

const UNDER_WAY = ['waiting', 'extracting', 'extracted', 'importing'] as const;

/** What an account comes to that nobody has ended, when its run ends. */
function settled(run: ImportRun, row: RunAccount, end: End): RunAccount['state'] {
  if (end !== 'completed') {
    const begun = row.state === 'extracting' || row.state === 'importing';
    return begun ? end : 'not-reached';
  }
  if (!importsInto(run.plan) || row.key === PUBLIC_MESSAGES || row.mailbox !== null) return 'completed';
  return 'failed';
}

function settleAccounts(lab: Lab, run: ImportRun, end: End): void {
  for (let row = nextAccount(lab, run.id, 0, UNDER_WAY); row !== null; ) {
    const state = settled(run, row, end);
    // In the whole set nothing made or found a mailbox for it: no entry of a directory, and no section to convert one.
    const why =
      state === 'failed' && end === 'completed' ? withReason(row.why, IMPORT_REASONS.noMailbox) : row.why;
    changeAccount(lab, row, { state, why });
    row = nextAccount(lab, run.id, row.ord + 1, UNDER_WAY);
  }
}

function fromOf(run: ImportRun): string {
  return run.plan.source === 'FILE' ? run.plan.packingList : run.plan.postOffice;
}

function totalsOf(lab: Lab, run: ImportRun, ended: number): ImportTotals {
  const counts = lab.get<
    Omit<
      ImportTotals,
      'from' | 'started' | 'packed' | 'ended' | 'booksExtracted' | 'personalAddressBooks' | 'unowned'
    >
  >(
    `SELECT count(*) FILTER (WHERE key <> ?2) AS accounts,
       count(*) FILTER (WHERE state = 'failed') AS failed,
       count(*) FILTER (WHERE state = 'completed' AND (skipped > 0 OR why <> '[]')) AS warned,
       coalesce(sum(extracted) FILTER (WHERE key <> ?2), 0) AS extracted,
       coalesce(sum(copied) FILTER (WHERE key <> ?2), 0) AS copied,
       coalesce(sum(skipped), 0) AS skipped,
       coalesce(sum(extracted) FILTER (WHERE key = ?2), 0) AS boardsExtracted,
       coalesce(sum(copied) FILTER (WHERE key = ?2), 0) AS boardsCopied
     FROM run_account WHERE run_id = ?1`,
    run.id,
    PUBLIC_MESSAGES,
  );
  if (counts === undefined) throw new Error(`no accounts in run ${run.id}`);
  const books = lab.get<{ extracted: number; arrived: number }>(
    `SELECT count(DISTINCT source_mailbox) FILTER (WHERE kind = 'extracted' AND detail ->> 'part' = 'address-book') AS extracted,
       count(DISTINCT source_mailbox) FILTER (WHERE kind = 'section' AND detail ->> 'kind' = 'PAB') AS arrived
     FROM journal WHERE run_id = ?`,
    run.id,
  );
  const packed = lab.get<{ at: number }>(
    "SELECT at FROM journal WHERE run_id = ? AND kind = 'packed'",
    run.id,
  );
  const faults = lab.get<{ count: number }>(
    "SELECT coalesce(sum(detail ->> 'unowned'), 0) AS count FROM journal WHERE run_id = ? AND kind = 'imported'",
    run.id,
  );
  const unowned = faults?.count ?? 0;
  return {
    ...counts,
    unowned,
    warned: counts.warned + unowned,
    packed: packed?.at ?? run.started,
    from: fromOf(run),
    started: run.started,
    ended,
    booksExtracted: books?.extracted ?? 0,
    personalAddressBooks: books?.arrived ?? 0,
  };
}

/** 0 success, 1 warnings, 2 errors (Q198957). */
function exitOf(end: End, totals: ImportTotals): 0 | 1 | 2 {
  if (end !== 'completed' || totals.failed > 0) return 2;
  return totals.warned > 0 || totals.skipped > 0 ? 1 : 0;
}

/** A migration that did not come to its end tells no totals: that the wizard would is not documented. */
function logTotals(lab: Lab, run: ImportRun, totals: ImportTotals): void {
  if (!importsInto(run.plan)) {
    logExtracted(lab, run.id, totals);
    return;
  }
  logImportSummary(lab, run.id, totals);
  logMigrated(lab, run.id, totals, run.plan.source === 'CCMAIL');
}

/**
 * Ends a run from a foreign source for good, in one transaction: every account gets its last state, the source is let go,
 * and what held at the end is proved and stored. An ended run cannot be resumed (Q196846 says so of the original).
 */
export function endImport(lab: Lab, runId: number, end: End, why: readonly Why[]): void {
  lab.transact(() => {
    const run = importRun(lab, runId);
    settleAccounts(lab, run, end);
    const now = labNow(lab);
    const totals = totalsOf(lab, run, now);
    const exit = exitOf(end, totals);
    if (end === 'completed') logTotals(lab, run, totals);
    const reasons = [
      ...run.why,
      ...why,
      ...(totals.unowned > 0 ? [IMPORT_REASONS.filesFaulty] : []),
      ...(end === 'cancelled' ? [REASONS.cancelled] : []),
    ];
    lab.run(
      'UPDATE run SET state = ?, exit = ?, ended = ?, why = ?, proof = ? WHERE id = ?',
      end,
      exit,
      now,
      JSON.stringify(reasons),
      JSON.stringify(proveImport(lab, run)),
      runId,
    );
    writeLine(lab, runId, 'ended', null, { state: end, exit });
    releaseClaims(lab, runId);
    // A connector that nobody stopped works on as the run ends, and may delete who was migrated (XMG 06001).
    if (run.plan.source === 'CCMAIL' && importsInto(run.plan)) cycleAfterRun(lab);
  });
}
