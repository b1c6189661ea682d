import { encodePcl, type Pcl, addToPcl } from '../../../shared/identity/pcl.ts';
import { checkForeignXid, clientXid, encodeXid, type Xid } from '../../../shared/identity/xid.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { pclOf, type VersionColumns } from '../mailbox/version.ts';
import type { Lab } from '../store/lab.ts';
import { ostRow } from './ost-row.ts';

/** What a user can do to an item while Outlook is offline. */
export type LocalChange = 'modified' | 'deleted' | 'read' | 'moved';

/** Whether a GUID is a server's: such a one is never the namespace of a client's change key (MS-OXCFXICS R2313-R2314). */
export function isServerGuid(lab: Lab, guid: Uint8Array): boolean {
  return lab.get('SELECT 1 FROM repl WHERE guid = ?', guid) !== undefined;
}

/** The next `count` change keys of a client, in its own namespace. */
export function takeChangeKeys(lab: Lab, ostId: number, count: number): Xid[] {
  const { xidNamespace, xidNext } = ostRow(lab, ostId);
  lab.run('UPDATE ost SET xid_next = xid_next + ? WHERE id = ?', count, ostId);
  return Array.from({ length: count }, (_, index) => {
    const xid = clientXid(xidNamespace, xidNext + index, (guid) => isServerGuid(lab, guid));
    if (!xid.ok) throw new Error(xid.failure.message);
    return xid.value;
  });
}

/** A server refuses a change key that is none of a client's; here that is a bug of the client. */
export function assertForeign(lab: Lab, xid: Xid): void {
  const checked = checkForeignXid(xid, (guid) => isServerGuid(lab, guid));
  if (!checked.ok) throw new Error(checked.failure.message);
}

export interface OstItemRow {
  readonly id: RowId;
  readonly folder: RowId;
  readonly pending: 'new' | LocalChange | 'none';
  readonly class: string;
  readonly subject: string;
  readonly searchKey: Uint8Array;
  readonly changeKey: Xid;
  readonly pcl: Pcl;
  /** Lab milliseconds. */
  readonly lastMod: number;
  readonly isRead: boolean;
  readonly size: number;
  readonly contentId: number;
  readonly error: string | null;
}

export function insertOstItem(lab: Lab, ostId: number, item: OstItemRow): void {
  lab.run(
    `INSERT INTO ost_item(ost_id, repl, gc, folder_repl, folder_gc, pending, class, subject, search_key, change_key, pcl, last_mod,
       is_read, size, content_id, error) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ostId,
    item.id.repl,
    item.id.gc,
    item.folder.repl,
    item.folder.gc,
    item.pending,
    item.class,
    item.subject,
    item.searchKey,
    encodeXid(item.changeKey),
    encodePcl(item.pcl),
    item.lastMod,
    item.isRead ? 1 : 0,
    item.size,
    item.contentId,
    item.error,
  );
}

interface ServerMessage extends VersionColumns {
  folderRepl: number;
  folderGc: number;
  class: string;
  subject: string;
  searchKey: Uint8Array;
  isRead: number;
  size: number;
  contentId: number;
}

/**
 * Writes down what the user did offline to an item that the .ost holds as the server last gave it. For 'moved', `folder`
 * is where it was moved to; the item gets its new id when it is uploaded (R3370-R3372).
 */
export function changeOffline(
  lab: Lab,
  ostId: number,
  mailboxId: number,
  message: RowId,
  change: {
    readonly kind: LocalChange;
    readonly at: number;
    readonly subject?: string;
    readonly folder?: RowId;
  },
): void {
  const row = lab.get<ServerMessage>(
    `SELECT folder_repl AS folderRepl, folder_gc AS folderGc, class, subject, search_key AS searchKey, is_read AS isRead, size,
       content_id AS contentId, cn_repl AS cnRepl, cn_gc AS cnGc, change_key AS changeKey, pcl
     FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
    mailboxId,
    message.repl,
    message.gc,
  );
  if (row === undefined) throw new Error(`no message ${message.repl}:${message.gc} to change offline`);
  const [changeKey] = takeChangeKeys(lab, ostId, 1);
  if (changeKey === undefined) throw new Error('no change key');
  insertOstItem(lab, ostId, {
    id: message,
    folder: change.folder ?? { repl: row.folderRepl, gc: row.folderGc },
    pending: change.kind,
    class: row.class,
    subject: change.subject ?? row.subject,
    searchKey: row.searchKey,
    changeKey,
    pcl: addToPcl(pclOf(lab, row), changeKey),
    lastMod: change.at,
    isRead: change.kind === 'read' ? row.isRead === 0 : row.isRead === 1,
    size: row.size,
    contentId: row.contentId,
    error: null,
  });
}
