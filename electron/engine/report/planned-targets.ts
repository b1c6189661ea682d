import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import type { Lab } from '../store/lab.ts';

export interface PlannedTarget {
  readonly alias: string;
  /** Key of the target mailbox that is there already, or null: stage 1 will make it. */
  readonly mailboxId: number | null;
  readonly initialized: boolean;
  readonly initializedBy: string | null;
}

/** Which target mailbox each account of a plan goes into, as far as it exists; in the plan's order. */
export function plannedTargets(lab: Lab, plan: RunPlan): PlannedTarget[] {
  return lab
    .all<{ alias: string; mailboxId: number | null; initialized: number | null; by: string | null }>(
      `WITH chosen(alias, ord) AS (SELECT value, key FROM json_each(?))
        SELECT chosen.alias AS alias, m.id AS mailboxId, m.initialized AS initialized, m.initialized_by AS by
        FROM chosen JOIN directory_object s ON s.alias = chosen.alias AND s.deleted_at IS NULL
          JOIN org ON org.id = s.org_id AND org.role = 'source'
          LEFT JOIN proxy_address p ON p.kind = 'X500' AND p.address = s.legacy_dn
          LEFT JOIN directory_object t ON t.id = p.object_id AND t.org_id <> s.org_id AND t.deleted_at IS NULL
          LEFT JOIN mailbox m ON m.object_id = t.id
        ORDER BY chosen.ord`,
      JSON.stringify(plan.accounts),
    )
    .map((row) => ({
      alias: row.alias,
      mailboxId: row.mailboxId,
      initialized: row.initialized === 1,
      initializedBy: row.by,
    }));
}
