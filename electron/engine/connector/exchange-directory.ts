import type { Lab } from '../store/lab.ts';
import { labNow } from '../store/clock.ts';

/** A mailbox of the target with its cc:Mail addresses: the one it has now, and those it had before a migration. */
export interface MailboxAddress {
  readonly objectId: number;
  readonly address: string;
  readonly former: readonly string[];
}

interface Target {
  readonly orgId: number;
  readonly domain: string;
  readonly site: string;
}

function target(lab: Lab): Target {
  const row = lab.get<Target>(
    `SELECT org.id AS orgId, domain, coalesce((SELECT g.name FROM admin_group g WHERE g.org_id = org.id ORDER BY g.id), org.name) AS site
       FROM org WHERE role = 'target'`,
  );
  if (row === undefined) throw new Error('a lab without a target');
  return row;
}

/**
 * Mailboxes of the target, in the order of their keys. A primary cc:Mail address is of kind `CCMAIL`, a secondary one
 * `ccmail`; where a mailbox has none, the site's rule gives one (modelled: display name at site).
 */
export function mailboxAddresses(lab: Lab): MailboxAddress[] {
  const { orgId, site } = target(lab);
  const rows = lab.all<{ objectId: number; name: string; kind: string | null; address: string | null }>(
    `SELECT o.id AS objectId, display_name AS name, p.kind AS kind, p.address AS address FROM directory_object o
       JOIN mailbox m ON m.object_id = o.id LEFT JOIN proxy_address p ON p.object_id = o.id AND p.kind IN ('CCMAIL', 'ccmail')
     WHERE o.org_id = ? AND o.deleted_at IS NULL ORDER BY o.id, p.kind, p.address`,
    orgId,
  );
  const found = new Map<number, MailboxAddress>();
  for (const { objectId, name, kind, address } of rows) {
    const known = found.get(objectId) ?? {
      objectId,
      address: `${name.replaceAll(',', '')} at ${site}`,
      former: [],
    };
    if (address === null) found.set(objectId, known);
    else if (kind === 'CCMAIL') found.set(objectId, { ...known, address });
    else found.set(objectId, { ...known, former: [...known.former, address] });
  }
  return [...found.values()];
}

/** Whether any object of the target has this cc:Mail address, be it primary or not. */
export function isKnown(lab: Lab, address: string): boolean {
  return (
    lab.get(
      `SELECT 1 FROM proxy_address p JOIN directory_object o ON o.id = p.object_id
         WHERE p.address = ? AND p.kind IN ('CCMAIL', 'ccmail') AND o.deleted_at IS NULL AND o.org_id = ?`,
      address,
      target(lab).orgId,
    ) !== undefined
  );
}

/** Surname and initial, with a number behind it where it is taken (modelled: Q183058 lets one choose the rule). */
function aliasFor(lab: Lab, orgId: number, name: string): string {
  const [last = '', first = ''] = name.split(',').map((part) => part.replace(/[^A-Za-z0-9]/g, ''));
  const base = `${last}${first.slice(0, 1)}`.slice(0, 60) || 'Recipient';
  for (let number = 1; ; number += 1) {
    const alias = number === 1 ? base : `${base}${number}`;
    if (lab.get('SELECT 1 FROM directory_object WHERE org_id = ? AND alias = ?', orgId, alias) === undefined)
      return alias;
  }
}

/** Makes a custom recipient in a container; `address`: `Vane Cora at HARBOR`. */
export function addCustomRecipient(lab: Lab, container: string, name: string, address: string): void {
  const { orgId, domain } = target(lab);
  const alias = aliasFor(lab, orgId, name);
  const dn = `${container}/cn=${alias}`;
  const objectId = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, legacy_dn, enabled, target_address)
       VALUES(?, 'contact', ?, ?, ?, ?, 1, ?)`,
    orgId,
    dn,
    alias,
    name,
    dn,
    `CCMAIL:${address}`,
  ).lastInsertRowid;
  for (const [kind, value] of [
    ['CCMAIL', address],
    ['SMTP', `${alias}@${domain}`],
  ] as const)
    lab.run('INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)', objectId, kind, value);
}

/**
 * Custom recipients of a container that have a cc:Mail address which is not among those of the post office's directory are
 * deleted (Q166581); returns how many.
 */
export function removeCustomRecipients(lab: Lab, kept: ReadonlySet<string>, container: string): number {
  const begin = `${container}/cn=`.toLowerCase();
  const all = lab.all<{ id: number; dn: string; address: string }>(
    `SELECT id, dn, substr(target_address, 8) AS address FROM directory_object
       WHERE org_id = ? AND kind = 'contact' AND deleted_at IS NULL AND target_address LIKE 'CCMAIL:%' ORDER BY id`,
    target(lab).orgId,
  );
  const gone = all.filter(
    ({ dn, address }) =>
      dn.toLowerCase().startsWith(begin) &&
      !dn.slice(begin.length).includes('/') &&
      !kept.has(address.toLowerCase()),
  );
  for (const { id } of gone)
    lab.run('UPDATE directory_object SET deleted_at = ? WHERE id = ?', labNow(lab), id);
  return gone.length;
}
