import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { type Prediction, predictRun } from '../../../shared/outcome/predict.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { ResolvedMatch } from '../migrate/match.ts';
import type { Lab } from '../store/lab.ts';
import { mailboxFacts, runFacts } from './outcome-facts.ts';

/**
 * What will become of every mailbox of a plan. Reads only. An account that does not exist predicts nothing.
 * @param onMatch as of `mailboxFacts`
 */
export function predict(
  lab: Lab,
  plan: RunPlan,
  ignoreGate: boolean,
  onMatch?: (match: ResolvedMatch) => void,
): Prediction[] {
  const facts = mailboxFacts(lab, plan, onMatch);
  return facts.ok ? predictRun(runFacts(lab, plan, ignoreGate), facts.value) : [];
}

/** `predict` for the Prerequisites page. Failures: those of matching (unknown-account, no-accounts). */
export function predictReport(lab: Lab, input: LabInput<'predict'>): Result<LabOutput<'predict'>> {
  // Migration files carry no identifiers, no rules and no .ost: there is nothing to predict.
  if (input.plan.source !== 'EXCHANGE') return ok({ mailboxes: [] });
  const facts = mailboxFacts(lab, input.plan);
  if (!facts.ok) return facts;
  const mailboxes = predictRun(runFacts(lab, input.plan, input.ignoreGate === true), facts.value);
  return ok({ mailboxes: mailboxes.map((one) => ({ ...one, why: [...one.why] })) });
}
