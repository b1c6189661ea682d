import type { Lab } from '../store/lab.ts';
import { ostRow } from './ost-row.ts';
import type { ProfileRow } from './profile-row.ts';

/** Where a profile is re-pointed to. */
export interface NewHome {
  readonly legacyDn: string;
  /** NetBIOS name of the mailbox server. */
  readonly server: string;
}

/** ExProfRe's options that change what it does; /q and /v change only what it says. */
export interface ExProfReOptions {
  /** Keep favourites, the offline address book, the .ost (before Outlook 2003); delete nicknames. */
  readonly f?: boolean | undefined;
  readonly a?: boolean | undefined;
  readonly o?: boolean | undefined;
  readonly n?: boolean | undefined;
}

/** What became of the files beside a profile. */
export interface SideFiles {
  readonly oab: string;
  readonly favourites: string;
  readonly ost: string;
  readonly nicknames: string;
}

/**
 * The target object that carries the profile's DN as X500 address, and its mailbox server; null: there is none. CROSS
 * JOIN keeps SQLite from walking the whole directory in the order of its keys.
 */
export function newHomeOf(lab: Lab, mailboxDn: string): NewHome | null {
  return (
    lab.get<NewHome>(
      `SELECT o.legacy_dn AS legacyDn, server.netbios AS server
       FROM proxy_address p CROSS JOIN directory_object o ON o.id = p.object_id AND o.deleted_at IS NULL
         JOIN org ON org.id = o.org_id AND org.role = 'target'
         JOIN mailbox ON mailbox.object_id = o.id JOIN mdb ON mdb.id = mailbox.mdb_id JOIN server ON server.id = mdb.server_id
       WHERE p.kind = 'X500' AND p.address = ? AND o.legacy_dn IS NOT NULL ORDER BY o.id LIMIT 1`,
      mailboxDn,
    ) ?? null
  );
}

function ostFate(profile: ProfileRow, options: ExProfReOptions): 'none' | 'kept' | 'renamed' {
  if (profile.ostId === null) return 'none';
  // Outlook 2003 always keeps it; older ones only with /o (Windows IT Pro 43603).
  return profile.outlook === '2003' || options.o === true ? 'kept' : 'renamed';
}

/** What re-pointing does or would do to the side files. */
export function sideFiles(profile: ProfileRow, options: ExProfReOptions): SideFiles {
  return {
    oab: options.a === true ? 'kept' : 'reset',
    favourites: options.f === true ? 'kept' : 'renamed',
    ost: ostFate(profile, options),
    nicknames: options.n === true ? 'deleted' : 'kept',
  };
}

/**
 * Points a profile to the mailbox's new home, as ExProfRe does: the offline address book is reset, favourites are
 * renamed, and before Outlook 2003 the .ost is renamed to .exprofre, each unless its switch says otherwise.
 */
export function rePoint(lab: Lab, profile: ProfileRow, home: NewHome, options: ExProfReOptions): SideFiles {
  const files = sideFiles(profile, options);
  lab.run(
    `UPDATE profile SET server_name = ?, mailbox_dn = ?, oab = CASE ? WHEN 'kept' THEN oab ELSE 'reset' END,
       favourites = CASE ? WHEN 'kept' THEN favourites ELSE 'renamed' END,
       nicknames = CASE ? WHEN 'kept' THEN nicknames ELSE 'deleted' END WHERE id = ?`,
    home.server,
    home.legacyDn,
    files.oab,
    files.favourites,
    files.nicknames,
    profile.id,
  );
  if (files.ost === 'renamed' && profile.ostId !== null) {
    const path = ostRow(lab, profile.ostId).path.replace(/\.ost$/i, '.exprofre');
    lab.run("UPDATE ost SET status = 'renamed', path = ? WHERE id = ?", path, profile.ostId);
    lab.run('UPDATE profile SET ost_id = NULL WHERE id = ?', profile.id);
  }
  return files;
}
