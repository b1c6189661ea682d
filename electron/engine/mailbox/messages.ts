import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import { mailboxRow } from './mailbox-row.ts';
import type { RowId } from './row-id.ts';
import { pclAfterServerChange, type VersionColumns } from './version.ts';

export interface NewMessage {
  readonly folder: RowId;
  readonly isFai: boolean;
  readonly class: string;
  readonly subject: string;
  readonly sender: string;
  /** PR_SEARCH_KEY, 16 bytes as a rule: unique, and kept by copies (MS-OXPROPS PidTagSearchKey). */
  readonly searchKey: Uint8Array;
  /** PR_MESSAGE_DELIVERY_TIME, lab milliseconds; null: none. */
  readonly delivered: number | null;
  readonly lastMod: number;
  readonly isRead: boolean;
  /** Bytes, body and attachments together. */
  readonly size: number;
  readonly contentId: number;
}

/**
 * Saves a message with a fresh id and change number of the mailbox's own database, and a read-state change number when
 * it is read. Change key and predecessor change list are the server's own (NULL, see the note in schema.ts).
 */
export function saveNewMessage(lab: Lab, mailboxId: number, message: NewMessage): RowId {
  const mailbox = mailboxRow(lab, mailboxId);
  const gc = takeIds(lab, mailbox.mdbId, 3);
  const readGc = message.isRead && !message.isFai ? gc + 2 : null;
  lab.run(
    `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod,
       cn_repl, cn_gc, read_repl, read_gc, is_read, size, content_id)
     VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    mailboxId,
    mailbox.mdbRepl,
    gc,
    message.folder.repl,
    message.folder.gc,
    message.isFai ? 1 : 0,
    message.class,
    message.subject,
    message.sender,
    message.searchKey,
    message.delivered,
    message.lastMod,
    mailbox.mdbRepl,
    gc + 1,
    readGc === null ? null : mailbox.mdbRepl,
    readGc,
    message.isRead ? 1 : 0,
    message.size,
    message.contentId,
  );
  return { repl: mailbox.mdbRepl, gc };
}

export interface MessageChange {
  readonly subject?: string;
  readonly size?: number;
  readonly contentId?: number;
  readonly lastMod: number;
}

/**
 * A change made at the server: a fresh change number, its GID as change key, and the predecessor change list with it
 * added, so that a client that holds the older version sees a newer one and no conflict (MS-OXCFXICS 2.2.2.3, R1788-1793).
 */
export function changeMessage(lab: Lab, mailboxId: number, message: RowId, change: MessageChange): void {
  const mailbox = mailboxRow(lab, mailboxId);
  const before = lab.get<VersionColumns>(
    'SELECT cn_repl AS cnRepl, cn_gc AS cnGc, change_key AS changeKey, pcl FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?',
    mailboxId,
    message.repl,
    message.gc,
  );
  if (before === undefined)
    throw new Error(`no message ${message.repl}:${message.gc} in mailbox ${mailboxId}`);
  const cn = { repl: mailbox.mdbRepl, gc: takeIds(lab, mailbox.mdbId, 1) };
  lab.run(
    `UPDATE message SET subject = coalesce(?, subject), size = coalesce(?, size), content_id = coalesce(?, content_id), last_mod = ?,
       cn_repl = ?, cn_gc = ?, change_key = NULL, pcl = ? WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
    change.subject ?? null,
    change.size ?? null,
    change.contentId ?? null,
    change.lastMod,
    cn.repl,
    cn.gc,
    pclAfterServerChange(lab, before, cn),
    mailboxId,
    message.repl,
    message.gc,
  );
}
