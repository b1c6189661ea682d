import type { Lab } from '../store/lab.ts';
import type { SourcePerson } from './source-people.ts';

/** An object of the target directory that may be the person's. */
export interface Candidate {
  readonly objectId: number;
  readonly kind: 'user' | 'contact';
  readonly dn: string;
  readonly displayName: string;
  readonly logonName: string | null;
  /** Key of the mailbox it has, or null. */
  readonly mailboxId: number | null;
  /** SID of the external account that opens that mailbox, or null. */
  readonly accountSid: string | null;
}

const CANDIDATE = `SELECT o.id AS objectId, o.kind AS kind, o.dn AS dn, o.display_name AS displayName, o.logon_name AS logonName,
  mailbox.id AS mailboxId, mailbox.account_sid AS accountSid
  FROM directory_object o LEFT JOIN mailbox ON mailbox.object_id = o.id`;

/** Lookups in the target directory; what has no index is read once. */
export interface TargetDirectory {
  bySid(sid: string): Candidate | null;
  bySidHistory(sid: string): Candidate | null;
  /** Objects that hold the address (SMTP, or X500 with the DN alone), users first. */
  byAddress(kind: 'SMTP' | 'X500', address: string): Candidate[];
  /** Users of that display name to whom no other source mailbox was migrated before. */
  byDisplayName(name: string): Candidate[];
  logonTaken(logon: string): boolean;
  aliasTaken(alias: string): boolean;
  /** @param except keys of objects that will be gone */
  dnTaken(displayName: string, dn: string, except: readonly number[]): boolean;
}

function readSidHistories(lab: Lab, orgId: number): Map<string, number> {
  const owners = new Map<string, number>();
  for (const row of lab.iterate<{ id: number; history: string }>(
    "SELECT id, sid_history AS history FROM directory_object WHERE org_id = ? AND kind = 'user' AND sid_history <> '' AND deleted_at IS NULL ORDER BY id",
    orgId,
  )) {
    for (const sid of row.history.split(';')) if (!owners.has(sid)) owners.set(sid, row.id);
  }
  return owners;
}

export function targetDirectory(lab: Lab, orgId: number): TargetDirectory {
  const histories = readSidHistories(lab, orgId);
  const one = (where: string, ...values: readonly (string | number)[]): Candidate | null =>
    lab.get<Candidate>(
      `${CANDIDATE} WHERE ${where} AND o.deleted_at IS NULL ORDER BY o.id LIMIT 1`,
      ...values,
    ) ?? null;
  const any = (sql: string, ...values: readonly (string | number)[]): boolean =>
    lab.get(sql, ...values) !== undefined;
  return {
    bySid: (sid) => one("o.org_id = ? AND o.sid = ? AND o.kind = 'user'", orgId, sid),
    bySidHistory: (sid) => {
      const id = histories.get(sid);
      return id === undefined ? null : one('o.id = ?', id);
    },
    byAddress: (kind, address) =>
      lab.all<Candidate>(
        `${CANDIDATE} JOIN proxy_address p ON p.object_id = o.id
         WHERE p.address = ? AND p.kind IN (?, lower(?)) AND o.org_id = ? AND o.deleted_at IS NULL ORDER BY o.kind DESC, o.id`,
        address,
        kind,
        kind,
        orgId,
      ),
    byDisplayName: (name) =>
      lab.all<Candidate>(
        `${CANDIDATE} WHERE o.org_id = ? AND o.display_name = ? AND o.kind = 'user' AND o.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM proxy_address p WHERE p.object_id = o.id AND p.kind = 'X500') ORDER BY o.id`,
        orgId,
        name,
      ),
    logonTaken: (logon) =>
      any(
        "SELECT 1 FROM directory_object WHERE org_id = ? AND logon_name = ? AND kind = 'user' AND deleted_at IS NULL",
        orgId,
        logon,
      ),
    aliasTaken: (alias) =>
      any(
        "SELECT 1 FROM directory_object WHERE org_id = ? AND alias = ? AND kind = 'user' AND deleted_at IS NULL",
        orgId,
        alias,
      ),
    dnTaken: (displayName, dn, except) =>
      any(
        `SELECT 1 FROM directory_object WHERE org_id = ? AND display_name = ? AND dn = ? COLLATE NOCASE AND deleted_at IS NULL
           AND id NOT IN (SELECT value FROM json_each(?))`,
        orgId,
        displayName,
        dn,
        JSON.stringify(except),
      ),
  };
}

/** Who carries the source's legacyExchangeDN as X500 address: the object an earlier run made or used for this mailbox. */
export function stampedBefore(directory: TargetDirectory, person: SourcePerson): Candidate | null {
  return directory.byAddress('X500', person.legacyDn).find((found) => found.kind === 'user') ?? null;
}
