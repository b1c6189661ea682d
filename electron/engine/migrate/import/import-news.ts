import type { MailboxOutcome, RunNews } from '../../../../shared/ipc/shapes.ts';
import type { Lab } from '../../store/lab.ts';
import { lastSeq } from '../journal.ts';
import type { ImportRun } from './import-run.ts';
import { findAccount, type RunAccount } from './run-account.ts';

/** States in which nothing more happens to an account. */
export const ACCOUNT_OVER = ['completed', 'failed', 'cancelled', 'not-reached'] as const;

/** An account as runs and reports tell of it: `alias` is its key, and there is no mode but the default one. */
export function accountOutcome(row: RunAccount): MailboxOutcome {
  return {
    alias: row.key,
    requestedMode: 'default',
    effectiveMode: row.stage === 0 ? null : 'default',
    state: row.state,
    copied: row.copied,
    skipped: row.skipped,
    replaced: 0,
    why: row.why,
  };
}

/** Whether messages pass twice: once into the files and once out of them. */
function passesTwice(run: ImportRun): boolean {
  return run.plan.source === 'CCMAIL' && run.plan.method === 'one-step';
}

function extractsOnly(run: ImportRun): boolean {
  return run.plan.source === 'CCMAIL' && run.plan.method === 'extract';
}

function progressOf(lab: Lab, run: ImportRun): { done: number; total: number } {
  const over = JSON.stringify(ACCOUNT_OVER);
  const row = lab.get<{ total: number; done: number }>(
    `SELECT coalesce(sum(total * ?1), 0) AS total,
       coalesce(sum(CASE WHEN state IN (SELECT value FROM json_each(?2)) THEN total * ?1
         ELSE min(total * ?1, extracted + copied + skipped) END), 0) AS done FROM run_account WHERE run_id = ?3`,
    passesTwice(run) ? 2 : 1,
    over,
    run.id,
  );
  return row ?? { done: 0, total: 0 };
}

/**
 * One piece of news: where the run stands, and the rows of the accounts that changed (by key; unknown ones are left out).
 * @param stage 1: extraction, 2: import
 */
export function importNews(lab: Lab, run: ImportRun, stage: 0 | 1 | 2, keys: readonly string[]): RunNews {
  const rows = keys.flatMap((key) => findAccount(lab, run.id, key) ?? []);
  const underWay = rows.findLast((row) => row.state === 'extracting' || row.state === 'importing');
  const passes = passesTwice(run) ? 2 : 1;
  const over: readonly string[] = ACCOUNT_OVER;
  return {
    run: run.id,
    state: 'running',
    stage,
    ...progressOf(lab, run),
    journal: lastSeq(lab, run.id),
    current: underWay?.key ?? null,
    mailboxes: rows.map((row) => {
      const total = row.total * passes;
      const done = extractsOnly(run) ? row.extracted : row.extracted + row.copied + row.skipped;
      return {
        ...accountOutcome(row),
        stage: row.stage,
        done: over.includes(row.state) ? total : Math.min(total, done),
        total,
      };
    }),
  };
}
