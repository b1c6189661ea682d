import type { Lab } from '../store/lab.ts';

export type Role = 'source' | 'target';

export interface OrgRow {
  readonly id: number;
  readonly role: Role;
  readonly kind: 'exchange' | 'post-offices';
  readonly name: string;
  readonly domain: string;
  readonly netbiosDomain: string;
  readonly trustsSource: number;
}

export function orgOf(lab: Lab, role: Role): OrgRow {
  const row = lab.get<OrgRow>(
    'SELECT id, role, kind, name, domain, netbios_domain AS netbiosDomain, trusts_source AS trustsSource FROM org WHERE role = ?',
    role,
  );
  if (row === undefined) throw new Error(`a lab without its ${role} organization`);
  return row;
}

export interface MailboxOfPerson {
  readonly mailboxId: number;
  readonly objectId: number;
  readonly mdbId: number;
  readonly initialized: boolean;
  /** legacyExchangeDN of the object. */
  readonly legacyDn: string;
}

interface Found {
  mailboxId: number;
  objectId: number;
  mdbId: number;
  initialized: number;
  legacyDn: string;
}

const FOUND = `SELECT mailbox.id AS mailboxId, o.id AS objectId, mdb_id AS mdbId, initialized, o.legacy_dn AS legacyDn
  FROM directory_object o JOIN mailbox ON mailbox.object_id = o.id`;

function person(row: Found | undefined): MailboxOfPerson | null {
  return row === undefined ? null : { ...row, initialized: row.initialized === 1 };
}

/** Mailbox of the source organization by alias (compared without case), or null. */
export function sourceMailbox(lab: Lab, alias: string): MailboxOfPerson | null {
  return person(
    lab.get<Found>(
      `${FOUND} WHERE o.org_id = ? AND o.alias = ? AND o.deleted_at IS NULL`,
      orgOf(lab, 'source').id,
      alias,
    ),
  );
}

/**
 * The person's mailbox in the target organization, by the SOURCE's alias: the object that carries the source's
 * legacyExchangeDN as X500 address, which Mailmig stamps (Exchange Team Blog, 25 Aug 2004). Null: there is none.
 */
export function targetMailbox(lab: Lab, alias: string): MailboxOfPerson | null {
  const source = sourceMailbox(lab, alias);
  if (source === null) return null;
  return person(
    lab.get<Found>(
      `${FOUND} JOIN proxy_address p ON p.object_id = o.id AND p.kind = 'X500' WHERE p.address = ? AND o.org_id = ? AND o.deleted_at IS NULL`,
      source.legacyDn,
      orgOf(lab, 'target').id,
    ),
  );
}

export function mailboxOf(lab: Lab, role: Role, alias: string): MailboxOfPerson | null {
  return role === 'source' ? sourceMailbox(lab, alias) : targetMailbox(lab, alias);
}

/** Aliases of all mailboxes of the source organization in the order of their keys. */
export function sourceAliases(lab: Lab): string[] {
  return lab
    .all<{ alias: string }>(
      `SELECT o.alias AS alias FROM mailbox JOIN directory_object o ON o.id = mailbox.object_id
       WHERE o.org_id = ? AND o.deleted_at IS NULL ORDER BY mailbox.id`,
      orgOf(lab, 'source').id,
    )
    .map((row) => row.alias);
}
