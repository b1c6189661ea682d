import { importSearchKey } from '../migrate/import/row-key.ts';
import { storeContent } from '../mailbox/content.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import { saveNewMessage } from '../mailbox/messages.ts';
import { labNow } from '../store/clock.ts';
import type { ImportContext } from './import-context.ts';
import { placeFolder } from './mailbox-folders.ts';
import { contentOf, senderOf, subjectOf } from './message-text.ts';
import type { FoundMessage } from './read-rows.ts';

/** What an envelope weighs besides its content: the properties of a message. */
const ENVELOPE = 600;

/** Saves a message in a mailbox; its first data initializes it. Returns its bytes. */
export function addMailboxMessage(
  context: ImportContext,
  mailboxId: number,
  names: readonly string[],
  found: FoundMessage,
  key: string,
  ordinal: number,
): number {
  const { lab, run, set } = context;
  initializeMailbox(lab, mailboxId, 'merge', labNow(lab));
  const folder = placeFolder(lab, mailboxId, names);
  const page = set.codePage;
  const { contentId, bytes } = storeContent(lab, contentOf(page, found, context.secondaries));
  const subject = subjectOf(page, found);
  const at = found.row.received ?? found.row.sent;
  const size = bytes + ENVELOPE + 2 * subject.length;
  saveNewMessage(lab, mailboxId, {
    folder,
    isFai: false,
    class: 'IPM.Note',
    subject,
    sender: senderOf(page, found),
    searchKey: importSearchKey(lab, run.id, key, ordinal),
    delivered: at,
    lastMod: at ?? labNow(lab),
    isRead: !found.row.unread,
    size,
    contentId,
  });
  return size;
}
