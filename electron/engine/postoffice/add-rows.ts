import {
  type MessageFlaw,
  type PoDatabase,
  type PostOfficeAddress,
  type PostOfficeOptions,
  userKey,
} from '../../../shared/lab/post-office.ts';
import { passwordHash } from '../migrate/import/post-office.ts';
import type { Lab } from '../store/lab.ts';
import type { PoFolderKind } from './post-office-row.ts';

export interface NewPostOffice {
  readonly orgId: number;
  readonly name: string;
  readonly directory: string;
  readonly database: PoDatabase;
  readonly release: string;
  readonly password: string;
  readonly codePage: number;
  readonly options: PostOfficeOptions;
}

/** Adds an empty post office; returns its key. */
export function addPostOffice(lab: Lab, po: NewPostOffice): number {
  return lab.run(
    `INSERT INTO post_office(org_id, name, directory, database, release, password_hash, code_page, options)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?)`,
    po.orgId,
    po.name,
    po.directory,
    po.database,
    po.release,
    passwordHash(po.password),
    po.codePage,
    JSON.stringify(po.options),
  ).lastInsertRowid;
}

/** Adds a user under the key that follows from the name; returns its key in the table. */
export function addUser(
  lab: Lab,
  poId: number,
  name: string,
  remotePo: string | null = null,
  password: 'own' | 'pre-expired' = 'own',
): number {
  return lab.run(
    'INSERT INTO po_user(po_id, name, key, kind, remote_po, password) VALUES(?, ?, ?, ?, ?, ?)',
    poId,
    name,
    userKey(name),
    remotePo === null ? 'local' : 'remote',
    remotePo,
    password,
  ).lastInsertRowid;
}

/** Adds a folder of a user, or with `userId` null a bulletin board; returns its key. */
export function addPoFolder(
  lab: Lab,
  poId: number,
  userId: number | null,
  name: string,
  kind: PoFolderKind,
): number {
  return lab.run(
    'INSERT INTO po_folder(po_id, user_id, name, kind) VALUES(?, ?, ?, ?)',
    poId,
    userId,
    name,
    kind,
  ).lastInsertRowid;
}

export interface NewPoMessage {
  readonly folderId: number;
  /** Its place in the folder; unique there. */
  readonly ord: number;
  readonly addresses: readonly PostOfficeAddress[];
  readonly subject: string;
  /** Lab-clock milliseconds of whole seconds, which is all that a date of cc:Mail can say; null: none. */
  readonly sent: number | null;
  readonly received: number | null;
  readonly priority: 'low' | 'normal' | 'urgent';
  readonly isRead: boolean;
  readonly receipt: boolean;
  readonly size: number;
  readonly contentId: number;
  readonly flaw: MessageFlaw | null;
}

/** Milliseconds cut to whole seconds. */
export function wholeSeconds(at: number | null): number | null {
  return at === null ? null : Math.floor(at / 1000) * 1000;
}

export function addPoMessage(lab: Lab, message: NewPoMessage): void {
  lab.run(
    `INSERT INTO po_message(folder_id, ord, addresses, subject, sent, received, priority, is_read, receipt, size, content_id, flaw)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    message.folderId,
    message.ord,
    JSON.stringify(message.addresses),
    message.subject,
    wholeSeconds(message.sent),
    wholeSeconds(message.received),
    message.priority,
    message.isRead ? 1 : 0,
    message.receipt ? 1 : 0,
    message.size,
    message.contentId,
    message.flaw === null ? null : JSON.stringify(message.flaw),
  );
}

/** The next free place in a folder. */
export function nextOrd(lab: Lab, folderId: number): number {
  return (
    lab.get<{ next: number }>(
      'SELECT coalesce(max(ord) + 1, 0) AS next FROM po_message WHERE folder_id = ?',
      folderId,
    )?.next ?? 0
  );
}
