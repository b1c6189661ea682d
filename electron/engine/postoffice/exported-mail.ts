import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { Lab, SqlValue } from '../store/lab.ts';

/** Which messages Export writes: those of a condition on folders `f` and messages `m`. */
export interface MailFilter {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * Messages that a plan takes from folders: none without mail, those in the date range by the time they were received, and
 * all that have no date (Q198957 EmailStart, EmailEnd).
 */
export function mailFilter(plan: Pick<PostOfficePlan, 'dateRange'>): MailFilter {
  if (plan.dateRange === null) return { sql: '1', values: [] };
  const { from, to } = plan.dateRange;
  return {
    sql: '(coalesce(m.received, m.sent) IS NULL OR coalesce(m.received, m.sent) BETWEEN ? AND ?)',
    values: [from, to],
  };
}

/** Whose folders: a user's, or with null the bulletin boards of the post office. */
export function ownerFilter(poId: number, userId: number | null): MailFilter {
  return userId === null
    ? { sql: "f.po_id = ? AND f.user_id IS NULL AND f.kind = 'bulletin-board'", values: [poId] }
    : { sql: 'f.po_id = ? AND f.user_id = ?', values: [poId, userId] };
}

/** How many messages of an owner fulfil a plan's filter and a further condition on `m`. */
export function countMail(lab: Lab, owner: MailFilter, filter: MailFilter, further = '1'): number {
  return (
    lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM po_message m JOIN po_folder f ON f.id = m.folder_id WHERE ${owner.sql} AND ${filter.sql} AND ${further}`,
      ...owner.values,
      ...filter.values,
    )?.count ?? 0
  );
}

/** Header lines of type ATTMAIL, as a condition on `m` (Q197114). */
export const HAS_ATTMAIL =
  "EXISTS (SELECT 1 FROM json_each(m.addresses) line WHERE upper(json_extract(line.value, '$.type')) = 'ATTMAIL')";

/** Messages with this flaw, as a condition on `m`. */
export function hasFlaw(kind: 'invalid-date' | 'zero-size'): string {
  return `json_extract(m.flaw, '$.kind') = '${kind}'`;
}
