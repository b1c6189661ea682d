import type { GateReport, MailboxOutcome, RunReport } from '../../../shared/ipc/shapes.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { RunState } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { liveRuns } from './claim.ts';
import { latestLine } from './journal.ts';
import { accountOutcome } from './import/import-news.ts';
import { runAccounts } from './import/run-account.ts';
import { type AnyRunRow, anyRun, findRun, isExchangeRun } from './run-row.ts';
import { readWhy } from './shared-why.ts';

function stateOf(run: AnyRunRow, live: ReadonlySet<number>): RunState {
  return run.state === 'running' && !live.has(run.id) ? 'interrupted' : run.state;
}

/** 0 success, 1 warnings, 2 errors (aa998096). A run that still goes on counts as 0, an interrupted one as 2. */
function exitOf(run: AnyRunRow, state: RunState): 0 | 1 | 2 {
  return run.exit ?? (state === 'interrupted' ? 2 : 0);
}

interface OutcomeRow extends Omit<MailboxOutcome, 'why'> {
  readonly why: string;
}

/** Row by row and with shared reasons, for a run may have 50,000 mailboxes. */
function mailboxOutcomes(lab: Lab, runId: number): MailboxOutcome[] {
  const rows = lab.iterate<OutcomeRow>(
    `SELECT match ->> 'alias' AS alias, requested_mode AS requestedMode, effective_mode AS effectiveMode, state, copied, skipped,
       replaced, why FROM run_mailbox WHERE run_id = ? ORDER BY ord`,
    runId,
  );
  const outcomes: MailboxOutcome[] = [];
  for (const row of rows) outcomes.push({ ...row, why: readWhy(row.why) });
  return outcomes;
}

function outcomes(lab: Lab, run: AnyRunRow): MailboxOutcome[] {
  return isExchangeRun(run) ? mailboxOutcomes(lab, run.id) : runAccounts(lab, run.id).map(accountOutcome);
}

/** Where a run stands, without its mailboxes. A key without a run is a bug. */
export function runStateOf(lab: Lab, runId: number): RunState {
  return stateOf(anyRun(lab, runId), liveRuns(lab));
}

/** What a run came to, or where it stands. A key without a run is a bug. */
export function runReport(lab: Lab, runId: number): RunReport {
  const run = anyRun(lab, runId);
  const state = stateOf(run, liveRuns(lab));
  return {
    run: runId,
    mode: run.mode,
    state,
    exit: exitOf(run, state),
    gate: latestLine<GateReport>(lab, runId, 'gate', null) ?? { ok: true, rules: [] },
    mailboxes: outcomes(lab, run),
  };
}

/** `lab runs`: the journal of all runs, the oldest first. */
export function runsReport(lab: Lab, _input: LabInput<'runs'>): Result<LabOutput<'runs'>> {
  const live = liveRuns(lab);
  const runs = lab.all<{ id: number }>('SELECT id FROM run ORDER BY id').flatMap(({ id }) => {
    const run = findRun(lab, id);
    if (run === null) return [];
    const state = stateOf(run, live);
    return [
      {
        run: id,
        mode: run.mode,
        state,
        exit: exitOf(run, state),
        mailboxes: outcomes(lab, run),
        started: run.started,
        ended: run.ended,
        why: run.why,
      },
    ];
  });
  return ok({ runs });
}
