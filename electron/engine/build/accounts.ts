import { buildLegacyDn } from '../../../shared/identity/legacy-dn.ts';
import type { Lab } from '../store/lab.ts';
import type { Person } from './people.ts';
import { ADMIN_GROUP, type OrgWorld } from './world.ts';

/** legacyExchangeDN of a recipient, as Exchange 2003 makes it. */
export function legacyDnOf(org: Pick<OrgWorld, 'name'>, alias: string): string {
  return buildLegacyDn({ organization: org.name, adminGroup: ADMIN_GROUP, recipient: alias });
}

export function smtpOf(org: Pick<OrgWorld, 'domain'>, alias: string): string {
  return `${alias}@${org.domain}`;
}

/** First relative id of people's accounts; below stand the domain's own. */
const FIRST_RID = 1_103;

export function sidOf(org: Pick<OrgWorld, 'domainSid'>, ordinal: number): string {
  return `${org.domainSid}-${FIRST_RID + ordinal}`;
}

export interface NewAccount {
  readonly kind: 'user' | 'contact';
  readonly person: Person;
  readonly sid: string | null;
  readonly sidHistory?: string;
  readonly legacyDn: string | null;
  readonly targetAddress?: string;
  /** SMTP addresses, the primary one first. */
  readonly addresses: readonly string[];
}

/** Adds an account or contact with its proxy addresses; returns its key. */
export function addAccount(lab: Lab, org: OrgWorld, account: NewAccount): number {
  const { person } = account;
  const user = account.kind === 'user';
  const objectId = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, sid, sid_history, legacy_dn, enabled,
       target_address, department, office, phone) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    org.id,
    account.kind,
    `CN=${person.displayName},${org.peopleDn}`,
    person.alias,
    person.displayName,
    user ? person.alias : null,
    account.sid,
    account.sidHistory ?? '',
    account.legacyDn,
    account.targetAddress ?? null,
    person.department,
    person.office,
    person.phone,
  ).lastInsertRowid;
  account.addresses.forEach((address, index) => {
    lab.run(
      'INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)',
      objectId,
      index === 0 ? 'SMTP' : 'smtp',
      address,
    );
  });
  return objectId;
}
