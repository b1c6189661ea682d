import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type Matching, matching, type ResolvedMatch } from '../migrate/match.ts';
import type { Lab } from '../store/lab.ts';

/** Which target mailbox an account of a plan goes into, as far as it exists already. */
export interface PlannedTarget {
  readonly match: ResolvedMatch;
  readonly initialized: boolean;
  readonly initializedBy: string | null;
  /** The matched account has a target address, so that mail to it goes elsewhere. */
  readonly mailGoesElsewhere: boolean;
}

interface TargetRow {
  readonly initialized: number | null;
  readonly by: string | null;
  readonly address: string | null;
}

function* eachTarget(lab: Lab, matched: Matching): Generator<PlannedTarget> {
  for (const match of matched.each()) {
    const row =
      match.objectId === null
        ? undefined
        : lab.get<TargetRow>(
            `SELECT m.initialized AS initialized, m.initialized_by AS by, o.target_address AS address
              FROM directory_object o LEFT JOIN mailbox m ON m.object_id = o.id WHERE o.id = ?`,
            match.objectId,
          );
    yield {
      match,
      initialized: row?.initialized === 1,
      initializedBy: row?.by ?? null,
      mailGoesElsewhere: row !== undefined && row.address !== null,
    };
  }
}

/** The targets of a plan's accounts, one after the other in its order; nothing is changed. Failures: those of matching. */
export function plannedTargets(lab: Lab, plan: RunPlan): Result<Iterable<PlannedTarget>> {
  const matched = matching(lab, plan);
  return matched.ok ? ok(eachTarget(lab, matched.value)) : matched;
}
