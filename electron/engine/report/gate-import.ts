import type { Findings } from '../../../shared/gate/evaluate.ts';
import type { ImportPlan, SourceType } from '../../../shared/lab/run-plan.ts';
import { connectorFindings } from '../connector/findings.ts';
import { importPlaces } from '../migrate/import/destination.ts';
import { importsInto } from '../migrate/import/started.ts';
import { postOfficeFindings } from '../postoffice/findings.ts';
import type { Lab } from '../store/lab.ts';

/** What a plan names and the target has not, in a sentence. */
function missingTarget(lab: Lab, plan: ImportPlan | null): Findings {
  if (plan === null || !importsInto(plan)) return {};
  const places = importPlaces(lab, plan, plan.source === 'FILE' || plan.mailboxes);
  return { 'missing-target': places.ok ? [] : [places.failure.message] };
}

/**
 * What the rules about foreign sources look at. Without a plan, every post office of the lab is judged, with everything in it.
 */
export function importFindings(lab: Lab, source: SourceType, plan: ImportPlan | null): Findings {
  const target = missingTarget(lab, plan);
  if (source === 'FILE') return target;
  return {
    ...target,
    ...postOfficeFindings(lab, plan?.source === 'CCMAIL' ? plan : null),
    'connector-sixteen-bit': connectorFindings(lab),
  };
}
