import { buildLegacyDn } from '../../../shared/identity/legacy-dn.ts';
import { draw } from '../../../shared/lab/draw.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import type { Places } from './places.ts';
import type { RunMailbox, StoredMatch } from './run-row.ts';

/** Relative ids of people's accounts begin here; below stand the domain's own. */
const FIRST_RID = 1_103;
const RID_STEP = 100_000;

/** SID of a new account of the target domain: its domain part is drawn once for the lab. */
export function newSid(lab: Lab, orgId: number, seed: number, objectId: number): string {
  const authority = draw(seed, 'domain-sid', 'target');
  const domain = `S-1-5-21-${authority.u32()}-${authority.u32()}-${authority.u32()}`;
  for (let rid = FIRST_RID + objectId; ; rid += RID_STEP) {
    const sid = `${domain}-${rid}`;
    const taken = lab.get('SELECT 1 FROM directory_object WHERE org_id = ? AND sid = ?', orgId, sid);
    if (taken === undefined) return sid;
  }
}

/** Creates the disabled account that the match names (KB328871: the source account opens the mailbox). */
function createAccount(lab: Lab, run: number, seed: number, places: Places, match: StoredMatch): number {
  const objectId = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, enabled, created_by_run)
     VALUES(?, 'user', ?, ?, ?, ?, 0, ?)`,
    places.orgId,
    match.created,
    match.newAlias,
    match.fullName,
    match.logonId,
    run,
  ).lastInsertRowid;
  lab.run(
    'UPDATE directory_object SET sid = ? WHERE id = ?',
    newSid(lab, places.orgId, seed, objectId),
    objectId,
  );
  return objectId;
}

function addProxy(lab: Lab, run: number, objectId: number, kind: string, address: string): void {
  lab.run(
    'INSERT OR IGNORE INTO proxy_address(object_id, kind, address, added_by_run) VALUES(?, ?, ?, ?)',
    objectId,
    kind,
    address,
    run,
  );
}

/** Blank fields are filled from another object; what is there already is not overwritten (Deployment Guide). */
function fillBlanks(lab: Lab, objectId: number, from: number): void {
  lab.run(
    `UPDATE directory_object SET department = coalesce(directory_object.department, s.department),
       office = coalesce(directory_object.office, s.office), phone = coalesce(directory_object.phone, s.phone)
     FROM (SELECT department, office, phone FROM directory_object WHERE id = ?) s WHERE directory_object.id = ?`,
    from,
    objectId,
  );
}

/** A contact that stands for the person is merged into the account and deleted (Deployment Guide). */
function convertContact(lab: Lab, run: number, objectId: number, contact: number): void {
  fillBlanks(lab, objectId, contact);
  for (const proxy of lab.all<{ kind: string; address: string }>(
    'SELECT kind, address FROM proxy_address WHERE object_id = ? ORDER BY kind, address',
    contact,
  )) {
    addProxy(lab, run, objectId, proxy.kind === 'SMTP' ? 'smtp' : proxy.kind, proxy.address);
  }
  const dn = lab.get<{ legacyDn: string | null }>(
    'SELECT legacy_dn AS legacyDn FROM directory_object WHERE id = ?',
    contact,
  );
  if (dn?.legacyDn) addProxy(lab, run, objectId, 'X500', dn.legacyDn);
  lab.run('DELETE FROM proxy_address WHERE object_id = ?', contact);
  lab.run('UPDATE directory_object SET deleted_at = ? WHERE id = ?', labNow(lab), contact);
}

/**
 * The old legacyExchangeDN and older X500 addresses, so that replies to old mail resolve (Exchange Team Blog, 25 Aug 2004).
 * One that another object of the directory carries stays there (modelled).
 * @returns addresses that stayed elsewhere
 */
function stampX500(lab: Lab, run: number, objectId: number, source: number, orgId: number): string[] {
  const addresses = lab.all<{ address: string; taken: number }>(
    `WITH old(address) AS (SELECT legacy_dn FROM directory_object WHERE id = ?1 AND legacy_dn IS NOT NULL
         UNION SELECT address FROM proxy_address WHERE object_id = ?1 AND kind = 'X500')
     SELECT address, EXISTS(SELECT 1 FROM proxy_address p JOIN directory_object o ON o.id = p.object_id
         WHERE p.address = old.address AND p.kind = 'X500' AND o.org_id = ?2 AND o.id <> ?3 AND o.deleted_at IS NULL) AS taken
     FROM old ORDER BY address`,
    source,
    orgId,
    objectId,
  );
  for (const { address, taken } of addresses) if (taken === 0) addProxy(lab, run, objectId, 'X500', address);
  return addresses.filter(({ taken }) => taken === 1).map(({ address }) => address);
}

interface AccountRow {
  readonly alias: string;
  readonly legacyDn: string | null;
  readonly targetAddress: string | null;
  readonly primary: number;
}

/** What a mailbox needs of its account: legacyExchangeDN, a primary SMTP address, and for /D the target address. */
function enableForMail(lab: Lab, run: number, objectId: number, places: Places, domain: string | null): void {
  const account = lab.get<AccountRow>(
    `SELECT alias, legacy_dn AS legacyDn, target_address AS targetAddress,
       EXISTS (SELECT 1 FROM proxy_address WHERE object_id = o.id AND kind = 'SMTP') AS "primary"
     FROM directory_object o WHERE id = ?`,
    objectId,
  );
  if (account === undefined) throw new Error(`no directory object with key ${objectId}`);
  const { alias } = account;
  const legacyDn = buildLegacyDn({
    organization: places.orgName,
    adminGroup: places.adminGroup,
    recipient: alias,
  });
  lab.run(
    'UPDATE directory_object SET legacy_dn = ?, target_address = ? WHERE id = ?',
    account.legacyDn ?? legacyDn,
    account.targetAddress ?? (domain === null ? null : `SMTP:${alias}@${domain}`),
    objectId,
  );
  if (account.primary === 0) addProxy(lab, run, objectId, 'SMTP', `${alias}@${places.domain}`);
}

export interface PreparedAccount {
  readonly objectId: number;
  /** The source account has to open the mailbox. */
  readonly disabled: boolean;
  /** Old X500 addresses that another object of the directory carries and keeps. */
  readonly addressesElsewhere: readonly string[];
}

/** The account of stage 1: created or completed, stamped with the old addresses, contacts converted into it. */
export function prepareAccount(
  lab: Lab,
  row: RunMailbox,
  seed: number,
  places: Places,
  domain: string | null,
): PreparedAccount {
  const { match, runId } = row;
  const objectId = match.object ?? createAccount(lab, runId, seed, places, match);
  fillBlanks(lab, objectId, match.sourceObject);
  for (const contact of match.contacts) convertContact(lab, runId, objectId, contact);
  const addressesElsewhere = stampX500(lab, runId, objectId, match.sourceObject, places.orgId);
  enableForMail(lab, runId, objectId, places, domain);
  const account = lab.get<{ enabled: number }>('SELECT enabled FROM directory_object WHERE id = ?', objectId);
  return { objectId, disabled: account?.enabled === 0, addressesElsewhere };
}
