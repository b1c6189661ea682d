import { existsSync, readFileSync } from 'node:fs';
import { decodeText, encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { asImported } from '../../../shared/formats/migration-files/mismatch.ts';
import { type PabRow, printPabRow } from '../../../shared/formats/migration-files/pab-row.ts';
import { PAB_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import { plainText } from '../import/clean-text.ts';
import { storeContent } from '../mailbox/content.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import { saveNewMessage } from '../mailbox/messages.ts';
import { importSearchKey } from '../migrate/import/row-key.ts';
import { writeLine } from '../migrate/journal.ts';
import { realPath } from '../server/lab-files.ts';
import { labNow } from '../store/clock.ts';
import type { ImportContext } from './import-context.ts';
import { placeFolder } from './mailbox-folders.ts';
import type { OpenSection } from './mail-section.ts';

/** Entries that one address book holds at most in memory (modelled). */
export const MOST_ENTRIES = 50_000;

export const MOST_BOOK_BYTES = 16 * 1024 * 1024;

/** Characters of an entry, roughly its bytes. */
export function pabBytes(entry: PabRow): number {
  const texts = [entry.name, ...entry.addresses, ...Object.values(entry.details)];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Subject of the message that carries an address book (Q250361). */
export const ADDRESS_BOOK_SUBJECT = 'Migrated Message File Address Book (PAB)';

/** Where an administrator puts a text of his own for that message (Q166156). */
const OWN_TEXT = 'C:\\exchsrvr\\bin\\Pabmsg.txt';
const LONGEST_TEXT = 64 * 1024;

const TEXT =
  'The entries of your old personal address book are attached to this message.\r\n(The words of the original are not documented. An administrator can put others into Pabmsg.txt.)\r\n';

function messageText(context: ImportContext): string {
  const own = realPath(context.lab, OWN_TEXT);
  if (!own.ok || !existsSync(own.value)) return TEXT;
  return decodeText(1252, readFileSync(own.value).subarray(0, LONGEST_TEXT));
}

/** The entries as a text file, in the columns of the section they came from (modelled: the original makes a .pab file). */
function attachment(context: ImportContext, entries: readonly PabRow[]): Uint8Array {
  const lines = entries.map((entry) =>
    printPabRow(
      {
        ...entry,
        name: flat(entry.name),
        addresses: entry.addresses.map(flat),
        details: Object.fromEntries(
          Object.entries(entry.details).map(([column, text]) => [column, flat(text)]),
        ),
      },
      () => ({ file: '', offset: 0 }),
    ),
  );
  const text = asImported(context.set.codePage, [PAB_COLUMNS.join(','), ...lines, ''].join('\r\n'));
  return encodeText(1252, text).bytes;
}

function flat(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/**
 * One message with the whole address book, into the Inbox (SDK dsignapp_7m5v). It counts as no migrated message.
 */
export function importAddressBook(
  context: ImportContext,
  section: OpenSection,
  entries: readonly PabRow[],
): void {
  const { lab, run } = context;
  const { target, account } = section;
  if (target.kind !== 'mailbox' || entries.length === 0) return;
  initializeMailbox(lab, target.mailboxId, 'merge', labNow(lab));
  const { contentId, bytes } = storeContent(lab, {
    headers: `From: ${account.displayName}\r\nSubject: ${ADDRESS_BOOK_SUBJECT}\r\n`,
    body: plainText(messageText(context)),
    html: null,
    attachments: [
      { name: 'ADDRBOOK.PAB', mime: 'application/octet-stream', data: attachment(context, entries) },
    ],
  });
  const now = labNow(lab);
  saveNewMessage(lab, target.mailboxId, {
    folder: placeFolder(lab, target.mailboxId, []),
    isFai: false,
    class: 'IPM.Note',
    subject: ADDRESS_BOOK_SUBJECT,
    sender: account.displayName,
    searchKey: importSearchKey(lab, run.id, `${account.key}/address-book`, section.head.place.offset),
    delivered: now,
    lastMod: now,
    isRead: false,
    size: bytes,
    contentId,
  });
  writeLine(lab, run.id, 'section', account.ord, {
    kind: 'PAB',
    entries: entries.length,
    folder: 'Inbox',
    subject: ADDRESS_BOOK_SUBJECT,
  });
}
