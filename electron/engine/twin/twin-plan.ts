import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { emptyAnswers, withDefaults } from '../../../shared/wizard/answers.ts';
import { ALL_SERVERS } from '../../../shared/wizard/model.ts';
import { planFrom } from '../../../shared/wizard/plan.ts';
import { orgOf, sourceAliases } from '../mailbox/directory.ts';
import { organizationsReport } from '../report/organizations.ts';
import type { Lab } from '../store/lab.ts';

export function organizationsOf(lab: Lab): Result<LabOutput<'organizations'>> {
  return organizationsReport(lab, { file: lab.path });
}

function refuse(lab: Lab): Result<never> {
  return fail(
    'twin-needs-exchange',
    `The source of ${lab.path} is no Exchange organization, and there is no clone mode to lay beside the default one: run the wizard on it alone.`,
  );
}

/** Failure code: twin-needs-exchange. */
export function needsExchange(lab: Lab): Result<null> {
  return orgOf(lab, 'source').kind === 'exchange' ? ok(null) : refuse(lab);
}

/**
 * What the wizard would ask a run to do when one presses Next on every page and chooses every account.
 * Failure code: twin-needs-exchange, for other sources have no clone mode to compare with.
 */
export function twinPlan(lab: Lab, mode: Mode): Result<RunPlan> {
  const places = organizationsOf(lab);
  if (!places.ok) return places;
  const answers = withDefaults({ ...emptyAnswers(mode), sourceServer: ALL_SERVERS }, places.value);
  const plan = planFrom({ ...answers, accounts: sourceAliases(lab) }, places.value);
  const possible = needsExchange(lab);
  if (!possible.ok) return possible;
  return plan.source === 'EXCHANGE' ? ok(plan) : refuse(lab);
}
