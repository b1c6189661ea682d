import type { ImportPlan } from '../../../../shared/lab/run-plan.ts';
import { fail, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import type { StartOptions } from '../start-run.ts';

/** Begins a run from a foreign source. */
export function startImport(_lab: Lab, plan: ImportPlan, _options: StartOptions): Result<number> {
  return fail('not-yet', `Runs from ${plan.source} are not available yet.`);
}
