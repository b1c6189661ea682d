import { createHash } from 'node:crypto';
import { childFolder, createFolder, wellKnownFolder } from '../mailbox/folders.ts';
import { storeContent } from '../mailbox/content.ts';
import { saveNewMessage } from '../mailbox/messages.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import type { SourceEvent, SourceFolder, SourceMail } from './mail-source.ts';

/** What was read of one path, in order; the path's number keeps the folders of different sources apart. */
export interface ImportRecord {
  readonly source: number;
  readonly event: Exclude<SourceEvent, { kind: 'skipped' }>;
}

/** What an envelope weighs besides its content: the properties of a message. */
const ENVELOPE = 600;

/** A search key from a mail's content, for mail that has none: equal mail has equal keys, as copies of a message have. */
function derivedKey(mail: SourceMail): Uint8Array {
  const hash = createHash('sha256');
  for (const part of [
    mail.headers,
    mail.subject,
    mail.sender,
    mail.body,
    mail.html ?? '',
    String(mail.delivered),
  ])
    hash.update(`${part.length}:`).update(part);
  for (const { name, data } of mail.attachments) hash.update(`${name}:${data.length}:`).update(data);
  return new Uint8Array(hash.digest().subarray(0, 16));
}

function need(row: RowId | null, what: string): RowId {
  if (row === null) throw new Error(`an initialized mailbox without ${what}`);
  return row;
}

/** Finds or makes the folder of the mailbox that a folder of a file becomes. */
function placeFolder(
  lab: Lab,
  mailboxId: number,
  folder: SourceFolder,
  parent: RowId | null,
  at: number,
): RowId {
  if (folder.role !== null) return need(wellKnownFolder(lab, mailboxId, folder.role), folder.role);
  const above = parent ?? need(wellKnownFolder(lab, mailboxId, 'ipmSubtree'), 'ipmSubtree');
  return (
    childFolder(lab, mailboxId, above, folder.name) ??
    createFolder(lab, mailboxId, {
      parent: above,
      name: folder.name,
      containerClass: folder.containerClass,
      isSearch: folder.isSearch,
      at,
    })
  );
}

function placeMail(lab: Lab, mailboxId: number, folder: RowId, mail: SourceMail, at: number): void {
  const { contentId, bytes } = storeContent(lab, mail);
  saveNewMessage(lab, mailboxId, {
    folder,
    isFai: false,
    class: mail.class,
    subject: mail.subject,
    sender: mail.sender,
    searchKey: mail.searchKey ?? derivedKey(mail),
    delivered: mail.delivered,
    lastMod: mail.lastMod ?? mail.delivered ?? at,
    isRead: mail.isRead,
    size: bytes + ENVELOPE + 2 * mail.subject.length,
    contentId,
  });
}

/** Writes what was read into a mailbox. To be called inside a transaction. `at`: lab milliseconds. */
export function applyImport(
  lab: Lab,
  mailboxId: number,
  records: Iterable<ImportRecord>,
  at: number,
): { readonly folders: number; readonly items: number } {
  const placed = new Map<string, RowId>();
  let folders = 0;
  let items = 0;
  for (const { source, event } of records) {
    const keyOf = (key: string): string => `${source} ${key}`;
    if (event.kind === 'folder') {
      const { folder } = event;
      const parent = folder.parent === null ? null : (placed.get(keyOf(folder.parent)) ?? null);
      placed.set(keyOf(folder.key), placeFolder(lab, mailboxId, folder, parent, at));
      folders += 1;
    } else {
      const folder = placed.get(keyOf(event.folder));
      if (folder === undefined) throw new Error(`mail for a folder nobody told of: ${event.folder}`);
      placeMail(lab, mailboxId, folder, event.mail, at);
      items += 1;
    }
  }
  return { folders, items };
}
