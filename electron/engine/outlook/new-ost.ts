import { encodeIdSet, IdSet } from '../../../shared/identity/idset.ts';
import { draw } from '../../../shared/lab/draw.ts';
import { emptyIcsState, encodeIcsState, type IcsState } from '../../../shared/sync/ics-state.ts';
import { RANGE_IDS } from '../../../shared/sync/local-ids.ts';
import { takeIds } from '../store/intern.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { type Namespaces, namespaces } from './namespaces.ts';
import { LOCAL_ROLES } from './ost-row.ts';
import { type ProfileMailbox, profileMailbox, type ProfileRow, profileRow } from './profile-row.ts';

/** `'a', 'b'` for SQL. */
const LOCAL_ROLES_SQL = LOCAL_ROLES.map((role) => `'${role}'`).join(', ');

const EMPTY = new Uint8Array(0);

/** Where Outlook 2003 puts the file; the second one of a profile is outlook1.ost, and so on. */
function ostPath(alias: string, ordinal: number): string {
  const name = ordinal === 0 ? 'outlook.ost' : `outlook${ordinal}.ost`;
  return `C:\\Documents and Settings\\${alias}\\Local Settings\\Application Data\\Microsoft\\Outlook\\${name}`;
}

function seedOf(lab: Lab): number {
  const row = lab.get<{ seed: number }>('SELECT seed FROM lab WHERE id = 1');
  if (row === undefined) throw new Error('a lab without its row');
  return row.seed;
}

/** The client's namespace for change keys: its own GUID, never a server's REPLGUID (MS-OXCFXICS R2313-R2314). */
function clientNamespace(lab: Lab, alias: string, ordinal: number): Uint8Array {
  const namespace = draw(seedOf(lab), 'xid-namespace', alias, ordinal).bytes(16);
  const taken = lab.get('SELECT 1 FROM repl WHERE guid = ?', namespace) !== undefined;
  if (taken) throw new Error("a client's namespace equals a server's REPLGUID");
  return namespace;
}

/**
 * Adds an empty .ost for a profile and the mailbox it points to, makes it the profile's, and asks the server for the
 * first range of local ids (RopGetLocalReplicaIds; that the range is in the database's own REPLGUID is modelled).
 * The profile's key becomes the mailbox's, as at every successful online logon (KB163589).
 * @param xidNext the first number of the client's own change keys
 * @returns the key of the file
 */
export function createEmptyOst(lab: Lab, profile: ProfileRow, mailbox: ProfileMailbox, xidNext = 1): number {
  const ordinal =
    lab.get<{ count: number }>('SELECT count(*) AS count FROM ost WHERE profile_id = ?', profile.id)?.count ??
    0;
  const ostId = lab.run(
    `INSERT INTO ost(profile_id, path, status, record_key, store_guid, ost_key, owner_dn, xid_namespace, xid_next,
       alloc_repl, alloc_gc, alloc_left, h_given, h_seen)
     VALUES(?, ?, 'current', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    profile.id,
    ostPath(profile.alias, ordinal),
    draw(seedOf(lab), 'ost-record-key', profile.alias, ordinal).bytes(16),
    mailbox.storeGuid,
    mailbox.ostKey,
    mailbox.legacyDn,
    clientNamespace(lab, profile.alias, ordinal),
    xidNext,
    mailbox.mdbRepl,
    takeIds(lab, mailbox.mdbId, RANGE_IDS),
    RANGE_IDS,
    EMPTY,
    EMPTY,
  ).lastInsertRowid;
  lab.run('UPDATE profile SET ost_id = ?, cached_key = ? WHERE id = ?', ostId, mailbox.ostKey, profile.id);
  return ostId;
}

/** The hierarchy as a client knows it after a synchronization. */
function fillHierarchy(lab: Lab, ostId: number, mailboxId: number, spaces: Namespaces): void {
  lab.run(
    `INSERT INTO ost_folder(ost_id, repl, gc, parent_repl, parent_gc, name, well_known, is_local, given, seen, seen_fai, read)
     SELECT ?, repl, gc, parent_repl, parent_gc, name, well_known, coalesce(well_known IN (${LOCAL_ROLES_SQL}), 0), x'', x'', x'', x''
     FROM folder WHERE mailbox_id = ? AND is_search = 0`,
    ostId,
    mailboxId,
  );
  const given = new IdSet();
  const seen = new IdSet();
  for (const row of lab.all<{ repl: number; gc: number; cnRepl: number; cnGc: number }>(
    `SELECT repl, gc, cn_repl AS cnRepl, cn_gc AS cnGc FROM folder
     WHERE mailbox_id = ? AND is_search = 0 AND parent_repl IS NOT NULL ORDER BY repl, gc`,
    mailboxId,
  )) {
    given.add(spaces.hex(row.repl), row.gc);
    seen.add(spaces.hex(row.cnRepl), row.cnGc);
  }
  lab.run(
    'UPDATE ost SET h_given = ?, h_seen = ? WHERE id = ?',
    encodeIdSet(given),
    encodeIdSet(seen),
    ostId,
  );
}

interface FilledRow {
  folderRepl: number;
  folderGc: number;
  repl: number;
  gc: number;
  cnRepl: number;
  cnGc: number;
  readRepl: number | null;
  readGc: number | null;
  isFai: number;
}

/** The contents of all folders as a client knows them after a synchronization: one ordered scan of the mailbox. */
function fillContents(lab: Lab, ostId: number, mailboxId: number, spaces: Namespaces): void {
  let at: { folderRepl: number; folderGc: number; state: IcsState } | null = null;
  const store = (): void => {
    if (at === null) return;
    const state = encodeIcsState(at.state);
    lab.run(
      'UPDATE ost_folder SET given = ?, seen = ?, seen_fai = ?, read = ? WHERE ost_id = ? AND repl = ? AND gc = ? AND is_local = 0',
      state.given,
      state.seen,
      state.seenFai,
      state.read,
      ostId,
      at.folderRepl,
      at.folderGc,
    );
  };
  for (const row of lab.iterate<FilledRow>(
    `SELECT folder_repl AS folderRepl, folder_gc AS folderGc, repl, gc, cn_repl AS cnRepl, cn_gc AS cnGc,
       read_repl AS readRepl, read_gc AS readGc, is_fai AS isFai
     FROM message WHERE mailbox_id = ? ORDER BY folder_repl, folder_gc, repl, gc`,
    mailboxId,
  )) {
    if (at === null || at.folderRepl !== row.folderRepl || at.folderGc !== row.folderGc) {
      store();
      at = { folderRepl: row.folderRepl, folderGc: row.folderGc, state: emptyIcsState() };
    }
    const { state } = at;
    state.given.add(spaces.hex(row.repl), row.gc);
    (row.isFai === 1 ? state.seenFai : state.seen).add(spaces.hex(row.cnRepl), row.cnGc);
    if (row.readRepl !== null && row.readGc !== null) state.read.add(spaces.hex(row.readRepl), row.readGc);
  }
  store();
}

/** What makeOst may be told. */
export interface OstOptions {
  /** The first number of the client's own change keys; numbers below it stand on items of the mailbox already. */
  readonly xidNext?: number;
  /** Shared by many calls, so that REPLGUIDs are looked up once. */
  readonly spaces?: Namespaces;
}

/**
 * Gives a profile an .ost that has just been synchronized with the mailbox the profile points to: the ICS state is what
 * a full download would have left, got from ordered scans instead of a download.
 * @returns the key of the file
 */
export function makeOst(lab: Lab, profileId: number, options: OstOptions = {}): number {
  return lab.transact(() => {
    const profile = profileRow(lab, profileId);
    const mailbox = profileMailbox(lab, profile.mailboxDn);
    if (mailbox === null) throw new Error(`the profile of ${profile.alias} points to no mailbox`);
    const spaces = options.spaces ?? namespaces(lab);
    const ostId = createEmptyOst(lab, profile, mailbox, options.xidNext ?? 1);
    fillHierarchy(lab, ostId, mailbox.id, spaces);
    fillContents(lab, ostId, mailbox.id, spaces);
    lab.run('UPDATE ost SET last_sync = ? WHERE id = ?', labNow(lab), ostId);
    return ostId;
  });
}
