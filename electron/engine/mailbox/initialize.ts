import { encodeFolderEntryId } from '../../../shared/identity/entry-id.ts';
import { WELL_KNOWN_FOLDERS, type WellKnown } from '../../../shared/lab/well-known.ts';
import { replGuid, takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import {
  DEFAULT_ACL,
  DEFAULT_FOLDERS,
  DEFAULT_RECEIVE_FOLDERS,
  DEFAULT_REFERENCES,
  SHARED_FOLDERS,
} from './folder-layout.ts';
import { type MailboxRow, mailboxRow } from './mailbox-row.ts';
import { ensureReplid, shortIdBytes } from './replids.ts';
import type { RowId } from './row-id.ts';

export type InitializedBy = 'build' | 'delivery' | 'logon' | 'merge';

function existingFolders(lab: Lab, mailboxId: number): Map<WellKnown, RowId> {
  const rows = lab.all<RowId & { role: WellKnown }>(
    'SELECT repl, gc, well_known AS role FROM folder WHERE mailbox_id = ? AND well_known IS NOT NULL',
    mailboxId,
  );
  return new Map(rows.map((row) => [row.role, { repl: row.repl, gc: row.gc }]));
}

function createDefaultFolders(lab: Lab, mailbox: MailboxRow, at: number): Map<WellKnown, RowId> {
  const first = takeIds(lab, mailbox.mdbId, DEFAULT_FOLDERS.length * 2);
  const made = new Map<WellKnown, RowId>();
  DEFAULT_FOLDERS.forEach((role, index) => {
    const { name, parent, containerClass } = WELL_KNOWN_FOLDERS[role];
    const above = parent === null ? null : (made.get(parent) ?? null);
    const gc = first + index * 2;
    lab.run(
      `INSERT INTO folder(mailbox_id, repl, gc, parent_repl, parent_gc, name, well_known, container_class, is_search, cn_repl, cn_gc, last_mod)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)`,
      mailbox.id,
      mailbox.mdbRepl,
      gc,
      above?.repl ?? null,
      above?.gc ?? null,
      name,
      role,
      containerClass,
      mailbox.mdbRepl,
      gc + 1,
      at,
    );
    made.set(role, { repl: mailbox.mdbRepl, gc });
  });
  return made;
}

function created(folders: ReadonlyMap<WellKnown, RowId>, role: WellKnown): RowId {
  const row = folders.get(role);
  if (row === undefined) throw new Error(`a new mailbox without ${role}`);
  return row;
}

function createReferences(lab: Lab, mailbox: MailboxRow, folders: ReadonlyMap<WellKnown, RowId>): void {
  const guid = replGuid(lab, mailbox.mdbRepl);
  for (const { holder, prop, slot, names } of DEFAULT_REFERENCES) {
    const eid = encodeFolderEntryId({
      storeGuid: mailbox.storeGuid,
      folder: { replGuid: guid, gc: created(folders, names).gc },
    });
    lab.run(
      'INSERT INTO folder_ref(mailbox_id, holder, prop, slot, eid) VALUES(?, ?, ?, ?, ?)',
      mailbox.id,
      holder,
      prop,
      slot,
      eid,
    );
  }
  for (const [messageClass, role] of DEFAULT_RECEIVE_FOLDERS) {
    lab.run(
      'INSERT INTO receive_folder(mailbox_id, message_class, fid) VALUES(?, ?, ?)',
      mailbox.id,
      messageClass,
      shortIdBytes(lab, mailbox.mdbId, created(folders, role)),
    );
  }
  for (const role of SHARED_FOLDERS) {
    const folder = created(folders, role);
    for (const { memberId, rights } of DEFAULT_ACL) {
      lab.run(
        'INSERT INTO acl(mailbox_id, folder_repl, folder_gc, member_id, ab_eid, rights) VALUES(?, ?, ?, ?, ?, ?)',
        mailbox.id,
        folder.repl,
        folder.gc,
        memberId,
        new Uint8Array(0),
        rights,
      );
    }
  }
}

/**
 * Initializes a mailbox: default folders with fresh ids of its own database and what refers to them. It happens on the
 * first delivery or logon (KB842101) or with the first merged data. A mailbox that is initialized keeps what it has.
 * @returns the well-known folders
 */
export function initializeMailbox(
  lab: Lab,
  mailboxId: number,
  by: InitializedBy,
  at: number,
): Map<WellKnown, RowId> {
  const mailbox = mailboxRow(lab, mailboxId);
  if (mailbox.initialized) return existingFolders(lab, mailboxId);
  return lab.transact(() => {
    const known = ensureReplid(lab, mailbox.mdbId, mailbox.mdbRepl, 'init');
    if (!known.ok) throw new Error(known.failure.message);
    const folders = createDefaultFolders(lab, mailbox, at);
    createReferences(lab, mailbox, folders);
    lab.run('UPDATE mailbox SET initialized = 1, initialized_by = ? WHERE id = ?', by, mailboxId);
    return folders;
  });
}
