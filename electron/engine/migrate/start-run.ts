import type { Why } from '../../../shared/evidence.ts';
import type { GateReport } from '../../../shared/ipc/shapes.ts';
import type { AnyPlan, RunPlan } from '../../../shared/lab/run-plan.ts';
import type { Prediction } from '../../../shared/outcome/predict.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { evaluateGate } from '../report/gate.ts';
import { predict } from '../report/predict.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { STAGES } from './import/all-stages.ts';
import { startImport } from './import/start-import.ts';
import { claimMailboxes, interruptedRuns, refuseClaimed } from './claim.ts';
import { endAnyRun } from './end-any.ts';
import { writeLine } from './journal.ts';
import type { ResolvedMatch } from './match.ts';
import { placesOf } from './places.ts';
import { logBegin } from './run-events.ts';
import type { StoredMatch } from './run-row.ts';
import { chosenMailboxes } from './source-people.ts';

export interface StartOptions {
  /** Go on as the original would, whatever the gate says. */
  readonly ignoreGate: boolean;
  /** How it was asked for; kept with the run, outside the lab's digest. See `Asked`. */
  readonly asked: object;
}

/** What a run remembers of the prediction made before it. */
export type StoredPrediction = Pick<Prediction, 'alias' | 'effectiveMode' | 'ost' | 'rules'>;

/** What the line 'started' holds: how many mailboxes, and the last things that were done and planned by then. */
export interface StartedDetail {
  readonly mailboxes: number;
  readonly acts: number;
  readonly planned: number;
}

function startedDetail(lab: Lab, mailboxes: number): StartedDetail {
  const last = lab.get<{ acts: number; planned: number }>(
    'SELECT (SELECT ifnull(max(id), 0) FROM act) AS acts, (SELECT ifnull(max(id), 0) FROM planned) AS planned',
  );
  return { mailboxes, acts: last?.acts ?? 0, planned: last?.planned ?? 0 };
}

function addRun(lab: Lab, plan: RunPlan, options: StartOptions, state: string, exit: number | null): number {
  return lab.run(
    'INSERT INTO run(mode, state, exit, plan, ignore_gate, started, ended, asked) VALUES(?, ?, ?, ?, ?, ?, ?, ?)',
    plan.mode,
    state,
    exit,
    JSON.stringify(plan),
    options.ignoreGate ? 1 : 0,
    labNow(lab),
    exit === null ? null : labNow(lab),
    JSON.stringify(options.asked),
  ).lastInsertRowid;
}

/** The rules that refuse, as reasons of the run. */
function refusals(gate: GateReport): Why[] {
  return gate.rules
    .filter((rule) => rule.verdict === 'refuse')
    .map((rule) => ({
      rule: `gate-${rule.kb}`,
      evidence: rule.evidence,
      source: rule.source,
      reason: rule.reason,
    }));
}

function storedMatch({ match, person, objectId, newAlias, contacts }: ResolvedMatch): StoredMatch {
  return { ...match, sourceObject: person.objectId, object: objectId, newAlias, contacts };
}

/** Adds the mailboxes of a run one after the other, as they are matched. */
function mailboxAdder(lab: Lab, runId: number, plan: RunPlan): (resolved: ResolvedMatch) => void {
  let ord = 0;
  return (resolved) => {
    lab.run(
      "INSERT INTO run_mailbox(run_id, ord, source_mailbox, target_mailbox, match, requested_mode, state) VALUES(?, ?, ?, ?, ?, ?, 'waiting')",
      runId,
      ord,
      resolved.person.mailboxId,
      resolved.mailboxId,
      JSON.stringify(storedMatch(resolved)),
      plan.mode,
    );
    ord += 1;
  };
}

/** What is compared with the outcome; the reasons of 50,000 predictions would be most of the lab's growth. */
const STORED: (keyof StoredPrediction)[] = ['alias', 'effectiveMode', 'ost', 'rules'];

/**
 * Begins a run from any source: asks the gate, finds the accounts, claims what it reads. A refusal by the gate is recorded
 * as a run with state 'refused', and nothing else changes. Runs that were interrupted are taken as cancelled from now on.
 * @returns key of the run; `migrate` does the work
 * Failures: 'unknown-account', 'no-accounts', 'wrong-source', 'unknown-server', 'unknown-store', 'unknown-container',
 * 'mailbox-claimed', and those of `startImport`; then nothing is changed.
 */
export function startRun(lab: Lab, plan: AnyPlan, options: StartOptions): Result<number> {
  return plan.source === 'EXCHANGE'
    ? startExchange(lab, plan, options)
    : startImport(lab, plan, options, STAGES);
}

function startExchange(lab: Lab, plan: RunPlan, options: StartOptions): Result<number> {
  return lab.transact((): Result<number> => {
    const chosen = chosenMailboxes(lab, plan);
    if (!chosen.ok) return chosen;
    const claimed = refuseClaimed(lab, chosen.value, null);
    if (!claimed.ok) return claimed;
    const gate = evaluateGate(lab, { mode: plan.mode, source: plan.source, plan });
    if (!gate.ok && !options.ignoreGate) {
      const refused = addRun(lab, plan, options, 'refused', 2);
      lab.run('UPDATE run SET why = ? WHERE id = ?', JSON.stringify(refusals(gate)), refused);
      writeLine(lab, refused, 'gate', null, gate);
      return ok(refused);
    }
    const places = placesOf(lab, plan);
    if (!places.ok) return places;
    for (const interrupted of interruptedRuns(lab)) endAnyRun(lab, interrupted, 'cancelled', []);
    const runId = addRun(lab, plan, options, 'running', null);
    const prediction = predict(lab, plan, options.ignoreGate, mailboxAdder(lab, runId, plan));
    lab.run('UPDATE run SET prediction = ? WHERE id = ?', JSON.stringify(prediction, STORED), runId);
    writeLine(lab, runId, 'gate', null, gate);
    claimMailboxes(lab, runId);
    logBegin(lab, runId);
    writeLine(lab, runId, 'started', null, startedDetail(lab, chosen.value.length));
    return ok(runId);
  });
}
