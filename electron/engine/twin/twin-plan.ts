import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { emptyAnswers, withDefaults } from '../../../shared/wizard/answers.ts';
import { ALL_SERVERS } from '../../../shared/wizard/model.ts';
import { planFrom } from '../../../shared/wizard/plan.ts';
import { sourceAliases } from '../mailbox/directory.ts';
import { organizationsReport } from '../report/organizations.ts';
import type { Lab } from '../store/lab.ts';

export function organizationsOf(lab: Lab): Result<LabOutput<'organizations'>> {
  return organizationsReport(lab, { file: lab.path });
}

/** What the wizard would ask a run to do when one presses Next on every page and chooses every account. */
export function twinPlan(lab: Lab, mode: Mode): Result<RunPlan> {
  const places = organizationsOf(lab);
  if (!places.ok) return places;
  const answers = withDefaults({ ...emptyAnswers(mode), sourceServer: ALL_SERVERS }, places.value);
  return ok(planFrom({ ...answers, accounts: sourceAliases(lab) }, places.value));
}
