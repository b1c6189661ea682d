import { fail, ok, type Result } from '../../../shared/result.ts';
import type { OutlookMode, OutlookVersion } from '../../../shared/sync/ost-binding.ts';
import { orgOf, type Role } from '../mailbox/directory.ts';
import { type MailboxRow, mailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';

/** A user's Outlook profile. */
export interface ProfileRow {
  readonly id: number;
  readonly userId: number;
  /** Alias and display name of the person in the source directory. */
  readonly alias: string;
  readonly outlook: OutlookVersion;
  readonly mode: OutlookMode;
  readonly serverName: string;
  readonly mailboxDn: string;
  readonly cachedKey: Uint8Array | null;
  readonly ostId: number | null;
  readonly favourites: string;
  readonly nicknames: string;
  readonly oab: string;
}

const PROFILE = `SELECT profile.id, profile.user_id AS userId, o.alias, outlook, mode, server_name AS serverName, mailbox_dn AS mailboxDn,
    cached_key AS cachedKey, ost_id AS ostId, favourites, nicknames, oab
  FROM profile JOIN directory_object o ON o.id = profile.user_id`;

/** Keys of all profiles in the order of their users. */
export function profileIds(lab: Lab): number[] {
  return lab.all<{ id: number }>('SELECT id FROM profile ORDER BY user_id').map((row) => row.id);
}

export function profileRow(lab: Lab, profileId: number): ProfileRow {
  const row = lab.get<ProfileRow>(`${PROFILE} WHERE profile.id = ?`, profileId);
  if (row === undefined) throw new Error(`no profile with key ${profileId}`);
  return row;
}

/** The profile of a user by the source's alias. Failures: unknown-alias, no-profile. */
export function profileOf(lab: Lab, alias: string): Result<ProfileRow> {
  const user = lab.get<{ id: number }>(
    "SELECT id FROM directory_object WHERE org_id = ? AND alias = ? AND kind = 'user' AND deleted_at IS NULL",
    orgOf(lab, 'source').id,
    alias,
  );
  if (user === undefined) {
    return fail(
      'unknown-alias',
      `The source organization of ${lab.path} has no user with the alias ${alias}: see "lab show" for who there is.`,
    );
  }
  const row = lab.get<ProfileRow>(`${PROFILE} WHERE profile.user_id = ?`, user.id);
  return row === undefined
    ? fail(
        'no-profile',
        `${alias} has no Outlook profile on any workstation of ${lab.path}: see "lab show" for those who have one.`,
      )
    : ok(row);
}

/** The mailbox a profile points to, and whose organization it stands in. */
export interface ProfileMailbox extends MailboxRow {
  readonly role: Role;
  readonly legacyDn: string;
}

/** The mailbox whose owner has the profile's DN as legacyExchangeDN; null: there is none (any more). */
export function profileMailbox(lab: Lab, mailboxDn: string): ProfileMailbox | null {
  const row = lab.get<{ id: number; role: Role; legacyDn: string }>(
    `SELECT mailbox.id AS id, org.role AS role, o.legacy_dn AS legacyDn
     FROM org JOIN directory_object o ON o.org_id = org.id AND o.legacy_dn = ? AND o.deleted_at IS NULL
     JOIN mailbox ON mailbox.object_id = o.id`,
    mailboxDn,
  );
  return row === undefined ? null : { ...mailboxRow(lab, row.id), role: row.role, legacyDn: row.legacyDn };
}
