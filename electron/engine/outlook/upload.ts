import { encodeXid } from '../../../shared/identity/xid.ts';
import { assertNever } from '../../../shared/result.ts';
import {
  checkpointOwnChange,
  checkpointOwnDeletion,
  type ImportAnswer,
  importMessageChange,
} from '../../../shared/sync/upload-change.ts';
import { mailboxAddress } from './mailbox-address.ts';
import { ensureReplid } from '../mailbox/replids.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { pclOf, storedPcl, type VersionColumns } from '../mailbox/version.ts';
import { takeIds } from '../store/intern.ts';
import { type FolderStates, folderStates } from './folder-state.ts';
import { assertForeign, type OstItemRow } from './local-change.ts';
import { waitingItems } from './pending-rows.ts';
import { localFolder, type SyncCounts, type SyncSession, takeOnlineIds } from './sync-session.ts';

interface ServerMessage extends VersionColumns {
  folderRepl: number;
  folderGc: number;
  isRead: number;
  isFai: number;
}

function serverMessage(session: SyncSession, id: RowId): ServerMessage | undefined {
  return session.lab.get<ServerMessage>(
    `SELECT folder_repl AS folderRepl, folder_gc AS folderGc, is_read AS isRead, is_fai AS isFai, cn_repl AS cnRepl, cn_gc AS cnGc,
       change_key AS changeKey, pcl FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
    session.mailbox.id,
    id.repl,
    id.gc,
  );
}

function exists(session: SyncSession, sql: string, id: RowId): boolean {
  return session.lab.get(sql, session.mailbox.id, id.repl, id.gc) !== undefined;
}

const FOLDER = 'SELECT 1 FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?';
const TOMBSTONE = "SELECT 1 FROM tombstone WHERE mailbox_id = ? AND repl = ? AND gc = ? AND kind = 'message'";

function drop(session: SyncSession, id: RowId): void {
  session.lab.run(
    'DELETE FROM ost_item WHERE ost_id = ? AND repl = ? AND gc = ?',
    session.ostId,
    id.repl,
    id.gc,
  );
}

/** What the server refused stays in the file, in Local Failures, and is not tried again (MS-OXOSFLD). */
function toLocalFailures(session: SyncSession, item: OstItemRow, error: string): void {
  const folder = localFolder(session, 'localFailures');
  session.lab.run(
    'UPDATE ost_item SET folder_repl = ?, folder_gc = ?, error = ? WHERE ost_id = ? AND repl = ? AND gc = ?',
    folder.repl,
    folder.gc,
    error,
    session.ostId,
    item.id.repl,
    item.id.gc,
  );
}

interface Numbers {
  readonly cn: RowId;
  readonly readCn: RowId;
}

/** A change number and one for the read state. Local ids are never used as change numbers (R2297). */
function freshNumbers(session: SyncSession): Numbers {
  const { mdbId, mdbRepl } = session.mailbox;
  const gc = takeIds(session.lab, mdbId, 2);
  return { cn: { repl: mdbRepl, gc }, readCn: { repl: mdbRepl, gc: gc + 1 } };
}

/** RopSynchronizationImportMessageChange: new or modified. */
function uploadChange(
  session: SyncSession,
  states: FolderStates,
  item: OstItemRow,
  sender: string,
): ImportAnswer {
  const { lab, mailbox, spaces } = session;
  const before = serverMessage(session, item.id);
  assertForeign(lab, item.changeKey);
  const answer = importMessageChange(
    {
      folderExists: exists(session, FOLDER, item.folder),
      deleted: exists(session, TOMBSTONE, item.id),
      pcl: before === undefined ? null : pclOf(lab, before),
    },
    item,
  );
  if (answer.kind !== 'saved') return answer;
  const { cn, readCn } = freshNumbers(session);
  const readChanges = item.isRead !== (before?.isRead === 1);
  const shared = [encodeXid(item.changeKey), storedPcl(lab, answer.pcl, cn), item.isRead ? 1 : 0] as const;
  if (before === undefined) {
    lab.run(
      `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered,
         last_mod, cn_repl, cn_gc, change_key, pcl, is_read, read_repl, read_gc, size, content_id)
       VALUES(?, ?, ?, ?, ?, 0, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      mailbox.id,
      item.id.repl,
      item.id.gc,
      item.folder.repl,
      item.folder.gc,
      item.class,
      item.subject,
      sender,
      item.searchKey,
      item.lastMod,
      cn.repl,
      cn.gc,
      ...shared,
      readChanges ? readCn.repl : null,
      readChanges ? readCn.gc : null,
      item.size,
      item.contentId,
    );
  } else {
    lab.run(
      `UPDATE message SET class = ?, subject = ?, last_mod = ?, cn_repl = ?, cn_gc = ?, change_key = ?, pcl = ?, is_read = ?,
         read_repl = coalesce(?, read_repl), read_gc = coalesce(?, read_gc), size = ?, content_id = ?
       WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
      item.class,
      item.subject,
      item.lastMod,
      cn.repl,
      cn.gc,
      ...shared,
      readChanges ? readCn.repl : null,
      readChanges ? readCn.gc : null,
      item.size,
      item.contentId,
      mailbox.id,
      item.id.repl,
      item.id.gc,
    );
  }
  const state = states.of(item.folder);
  if (state !== null) {
    checkpointOwnChange(state, {
      id: spaces.syncId(item.id),
      cn: spaces.syncId(cn),
      isFai: before?.isFai === 1,
      readCn: readChanges ? spaces.syncId(readCn) : null,
    });
  }
  return answer;
}

/** Deletes a message at the server for good; its id is never used again. */
function hardDelete(session: SyncSession, states: FolderStates, id: RowId, folder: RowId): void {
  const { lab, mailbox, spaces } = session;
  lab.run('DELETE FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?', mailbox.id, id.repl, id.gc);
  lab.run(
    "INSERT OR IGNORE INTO tombstone(mailbox_id, kind, repl, gc) VALUES(?, 'message', ?, ?)",
    mailbox.id,
    id.repl,
    id.gc,
  );
  const state = states.of(folder);
  if (state !== null) checkpointOwnDeletion(state, spaces.syncId(id));
}

/** RopSynchronizationImportMessageMove: a new id in the other folder, the old one is gone (R3370-R3372). */
function uploadMove(session: SyncSession, states: FolderStates, item: OstItemRow): ImportAnswer['kind'] {
  const { lab, mailbox, spaces } = session;
  const before = serverMessage(session, item.id);
  if (!exists(session, FOLDER, item.folder)) return 'NoParentFolder';
  if (before === undefined) return 'ObjectDeleted';
  const [id] = takeOnlineIds(session, item.folder, 1);
  if (id === undefined) throw new Error('no local id');
  const { cn, readCn } = freshNumbers(session);
  lab.run(
    `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod,
       cn_repl, cn_gc, change_key, pcl, read_repl, read_gc, is_read, size, content_id)
     SELECT mailbox_id, ?, ?, ?, ?, is_fai, class, subject, sender, search_key, delivered, last_mod,
       ?, ?, ?, ?, CASE WHEN read_repl IS NULL THEN NULL ELSE ? END, CASE WHEN read_repl IS NULL THEN NULL ELSE ? END, is_read, size, content_id
     FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
    id.repl,
    id.gc,
    item.folder.repl,
    item.folder.gc,
    cn.repl,
    cn.gc,
    encodeXid(item.changeKey),
    storedPcl(lab, item.pcl, cn),
    readCn.repl,
    readCn.gc,
    mailbox.id,
    item.id.repl,
    item.id.gc,
  );
  hardDelete(session, states, item.id, { repl: before.folderRepl, gc: before.folderGc });
  const state = states.of(item.folder);
  if (state !== null) {
    checkpointOwnChange(state, {
      id: spaces.syncId(id),
      cn: spaces.syncId(cn),
      isFai: before.isFai === 1,
      readCn: before.isFai === 1 ? null : spaces.syncId(readCn),
    });
  }
  return 'saved';
}

/** RopSynchronizationImportReadStateChanges: the read state alone gets a number. */
function uploadRead(session: SyncSession, states: FolderStates, item: OstItemRow): void {
  if (serverMessage(session, item.id) === undefined) return;
  const { readCn } = freshNumbers(session);
  session.lab.run(
    'UPDATE message SET is_read = ?, read_repl = ?, read_gc = ? WHERE mailbox_id = ? AND repl = ? AND gc = ?',
    item.isRead ? 1 : 0,
    readCn.repl,
    readCn.gc,
    session.mailbox.id,
    item.id.repl,
    item.id.gc,
  );
  const state = states.of(item.folder);
  const cn = session.spaces.syncId(readCn);
  if (state !== null) state.read.add(cn.ns, cn.gc);
}

function uploadItem(
  session: SyncSession,
  states: FolderStates,
  item: OstItemRow,
  sender: string,
): ImportAnswer['kind'] {
  switch (item.pending) {
    case 'new':
    case 'modified':
      return uploadChange(session, states, item, sender).kind;
    case 'moved':
      return uploadMove(session, states, item);
    case 'deleted':
      hardDelete(session, states, item.id, item.folder);
      return 'saved';
    case 'read':
      uploadRead(session, states, item);
      return 'saved';
    case 'none':
      return 'known';
    default:
      return assertNever(item.pending);
  }
}

/**
 * Uploads what was done offline, folder by folder (MS-OXCFXICS R1904-R1911). What the server cannot take lands in Local
 * Failures; what conflicts stays, to be resolved when the server's version comes down.
 */
export function uploadPending(session: SyncSession, counts: SyncCounts): void {
  const { lab, ostId, mailbox } = session;
  const items = waitingItems(lab, ostId);
  if (items.length === 0) return;
  const sender = mailboxAddress(lab, mailbox.objectId);
  const states = folderStates(lab, ostId);
  for (const item of items) {
    const replid = ensureReplid(lab, mailbox.mdbId, item.id.repl, 'upload');
    const answer = replid.ok ? uploadItem(session, states, item, sender) : 'ecParameterOverflow (0x450)';
    if (answer === 'saved' || answer === 'known') {
      drop(session, item.id);
      if (answer === 'saved') {
        counts.uploadedItems += 1;
        if (item.pending === 'new' || item.pending === 'modified') counts.uploadedBytes += item.size;
      }
    } else if (answer !== 'SyncConflict') {
      toLocalFailures(session, item, answer);
      counts.refusedItems += 1;
    }
  }
  states.store();
}
