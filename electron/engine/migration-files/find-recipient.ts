import { addressKey, type ProxyAddress } from '../../../shared/formats/migration-files/address.ts';
import { fullAddress, type ImportContext } from './import-context.ts';

/** An object of the target directory that carries an address of the old mail system. */
export interface Recipient {
  readonly objectId: number;
  readonly mailboxId: number | null;
  /** 'contact': a custom recipient of 5.5, a contact of later versions. */
  readonly kind: 'user' | 'contact';
  readonly dn: string;
  readonly alias: string;
  readonly displayName: string;
}

const COLUMNS = `o.id AS objectId, m.id AS mailboxId, o.kind AS kind, o.dn AS dn, o.alias AS alias, o.display_name AS displayName
  FROM directory_object o LEFT JOIN mailbox m ON m.object_id = o.id`;

/**
 * Who has this address: as MIGRATE proxy (Q151826: that is how the wizard finds existing mailboxes), as proxy of the old
 * type, or as the address that a custom recipient stands for (Q200564). A mailbox comes before all others.
 */
export function findRecipient(context: ImportContext, old: ProxyAddress): Recipient | null {
  const full = fullAddress(old);
  const plain = full.slice(full.indexOf(':') + 1);
  const byProxy = context.lab.get<Recipient>(
    `SELECT ${COLUMNS} WHERE o.org_id = ?1 AND o.deleted_at IS NULL AND o.id IN (
       SELECT object_id FROM proxy_address WHERE address = ?2 AND upper(kind) = 'MIGRATE'
       UNION SELECT object_id FROM proxy_address WHERE address = ?3 AND upper(kind) = ?4)
     ORDER BY m.id IS NULL, o.kind = 'contact', o.id LIMIT 1`,
    context.places.orgId,
    full,
    plain,
    old.type.toUpperCase(),
  );
  if (byProxy !== undefined) return byProxy;
  const forwarded = context.forwarded.get(addressKey(full));
  if (forwarded === undefined) return null;
  return (
    context.lab.get<Recipient>(`SELECT ${COLUMNS} WHERE o.id = ? AND o.deleted_at IS NULL`, forwarded) ?? null
  );
}
