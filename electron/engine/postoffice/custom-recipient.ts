import { ccMailAddress } from '../../../shared/lab/post-office.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';

/**
 * The custom recipient of the target that stands for a cc:Mail user: one whose own address is the user's, as directory
 * synchronization makes them (Q200564). Null: there is none.
 */
export function customRecipientOf(
  lab: Lab,
  userKey: string,
  postOffice: string,
): { readonly id: number; readonly dn: string } | null {
  const address = ccMailAddress(userKey, postOffice);
  return (
    lab.get<{ id: number; dn: string }>(
      `SELECT o.id AS id, o.dn AS dn FROM directory_object o WHERE o.org_id = ?1 AND o.kind = 'contact' AND o.deleted_at IS NULL
         AND (o.target_address = 'CCMAIL:' || ?2 COLLATE NOCASE OR EXISTS (SELECT 1 FROM proxy_address p
           WHERE p.object_id = o.id AND upper(p.kind) = 'CCMAIL' AND p.address = ?2)) ORDER BY o.id LIMIT 1`,
      orgOf(lab, 'target').id,
      address,
    ) ?? null
  );
}
