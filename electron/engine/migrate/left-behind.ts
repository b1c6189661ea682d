import type { Why } from '../../../shared/evidence.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import { REASONS } from './reasons.ts';

function any(lab: Lab, sql: string, source: MailboxRow, target: MailboxRow): boolean {
  return lab.get(sql, source.id, target.id) !== undefined;
}

/**
 * What a merge leaves behind of this very mailbox: rules, out-of-office and delegates that the source has and the target
 * has not. A target that was cloned before has them already, and a source without them loses nothing.
 */
export function leftBehind(lab: Lab, source: MailboxRow, target: MailboxRow): Why[] {
  const rules = any(
    lab,
    `SELECT 1 FROM rule s WHERE s.mailbox_id = ?1
       AND NOT EXISTS (SELECT 1 FROM rule t WHERE t.mailbox_id = ?2 AND t.rule_id = s.rule_id AND t.name = s.name)
     UNION ALL SELECT 1 FROM mailbox s JOIN mailbox t ON t.id = ?2
       WHERE s.id = ?1 AND s.oof_enabled = 1 AND (t.oof_enabled, t.oof_text) <> (s.oof_enabled, s.oof_text) LIMIT 1`,
    source,
    target,
  );
  const delegates = any(
    lab,
    `SELECT 1 FROM delegate s WHERE s.mailbox_id = ?1
       AND NOT EXISTS (SELECT 1 FROM delegate t WHERE t.mailbox_id = ?2 AND t.ab_eid = s.ab_eid) LIMIT 1`,
    source,
    target,
  );
  return [...(rules ? [REASONS.rulesNotCarried] : []), ...(delegates ? [REASONS.delegatesNotCarried] : [])];
}
