import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { takeLocalIds, topUpLocalIds } from './local-ids.ts';
import type { Namespaces } from './namespaces.ts';
import type { LocalRole } from './ost-row.ts';

/** One synchronization of an .ost with the mailbox it belongs to. */
export interface SyncSession {
  readonly lab: Lab;
  readonly ostId: number;
  readonly mailbox: MailboxRow;
  readonly spaces: Namespaces;
  /** Lab milliseconds. */
  readonly at: number;
}

/** What one synchronization did. */
export interface SyncCounts {
  uploadedItems: number;
  /** Sizes of the uploaded items that carry content: new and modified ones. */
  uploadedBytes: number;
  refusedItems: number;
  downloadedFolders: number;
  deletedFolders: number;
  downloadedItems: number;
  /** Sizes of the downloaded items, associated ones included. */
  downloadedBytes: number;
  deletedItems: number;
  /** Read states that came without their message. */
  readChanges: number;
  conflicts: number;
}

export function noCounts(): SyncCounts {
  return {
    uploadedItems: 0,
    uploadedBytes: 0,
    refusedItems: 0,
    downloadedFolders: 0,
    deletedFolders: 0,
    downloadedItems: 0,
    downloadedBytes: 0,
    deletedItems: 0,
    readChanges: 0,
    conflicts: 0,
  };
}

/** What two synchronizations did together. */
export function addCounts(one: SyncCounts, other: SyncCounts): SyncCounts {
  const sum = { ...one };
  for (const key of Object.keys(sum) as (keyof SyncCounts)[]) sum[key] += other[key];
  return sum;
}

/** Ids of the client's own range for a folder; online, another range is had when this one is used up. */
export function takeOnlineIds(session: SyncSession, folder: RowId, count: number): RowId[] {
  const { lab, ostId, mailbox, spaces } = session;
  let ids = takeLocalIds(lab, ostId, folder, count, spaces);
  if (ids === null && topUpLocalIds(lab, ostId, mailbox))
    ids = takeLocalIds(lab, ostId, folder, count, spaces);
  if (ids === null) throw new Error('a fresh range of local ids is too small');
  return ids.map((id) => spaces.rowId(id));
}

const NAMES: Readonly<Record<LocalRole, string>> = {
  syncIssues: 'Sync Issues',
  conflicts: 'Conflicts',
  localFailures: 'Local Failures',
  serverFailures: 'Server Failures',
};

/** A folder that stands in the file alone (MS-OXOSFLD, Sync Issues and its children); it is made when it is missing. */
export function localFolder(session: SyncSession, role: LocalRole): RowId {
  const { lab, ostId } = session;
  const find = (wanted: string): RowId | undefined =>
    lab.get<RowId>('SELECT repl, gc FROM ost_folder WHERE ost_id = ? AND well_known = ?', ostId, wanted);
  const known = find(role);
  if (known !== undefined) return known;
  const parent = role === 'syncIssues' ? find('ipmSubtree') : localFolder(session, 'syncIssues');
  if (parent === undefined) throw new Error('an .ost without its folder tree');
  const [id] = takeOnlineIds(session, parent, 1);
  if (id === undefined) throw new Error('no local id');
  lab.run(
    `INSERT INTO ost_folder(ost_id, repl, gc, parent_repl, parent_gc, name, well_known, is_local, given, seen, seen_fai, read)
     VALUES(?, ?, ?, ?, ?, ?, ?, 1, x'', x'', x'', x'')`,
    ostId,
    id.repl,
    id.gc,
    parent.repl,
    parent.gc,
    NAMES[role],
    role,
  );
  return id;
}
