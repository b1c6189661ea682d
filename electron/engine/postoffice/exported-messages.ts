import { printAddress } from '../../../shared/formats/migration-files/address.ts';
import type {
  WrittenAttachment,
  WrittenMessage,
} from '../../../shared/formats/migration-files/set-writer.ts';
import type { MessageFlaw, PostOfficeAddress } from '../../../shared/lab/post-office.ts';
import type { Lab } from '../store/lab.ts';
import type { MailFilter } from './exported-mail.ts';
import type { PoFolderKind } from './post-office-row.ts';

/** One message as Export would write it, before its body is read. */
export interface ExportedMessage {
  readonly folderId: number;
  readonly ord: number;
  readonly folder: string;
  readonly kind: PoFolderKind;
  readonly addresses: readonly PostOfficeAddress[];
  readonly subject: string;
  readonly sent: number | null;
  readonly received: number | null;
  readonly priority: 'low' | 'normal' | 'urgent';
  readonly isRead: boolean;
  readonly contentId: number;
  readonly flaw: MessageFlaw['kind'] | null;
}

interface Raw extends Omit<ExportedMessage, 'addresses' | 'isRead' | 'flaw'> {
  readonly addresses: string;
  readonly isRead: number;
  readonly flaw: string | null;
}

/** Rows read at once; their bodies come one by one. */
const PAGE = 256;

/** The messages of an owner in the order of folders and places, page by page, so that no cursor stays open between batches. */
export function* exportedMessages(
  lab: Lab,
  owner: MailFilter,
  filter: MailFilter,
): Generator<ExportedMessage> {
  let folderId = -1;
  let ord = -1;
  for (;;) {
    const rows = lab.all<Raw>(
      `SELECT m.folder_id AS folderId, m.ord AS ord, f.name AS folder, f.kind AS kind, m.addresses AS addresses, m.subject AS subject,
         m.sent AS sent, m.received AS received, m.priority AS priority, m.is_read AS isRead, m.content_id AS contentId,
         json_extract(m.flaw, '$.kind') AS flaw
       FROM po_folder f JOIN po_message m ON m.folder_id = f.id WHERE ${owner.sql} AND ${filter.sql}
         AND (m.folder_id, m.ord) > (?, ?) ORDER BY m.folder_id, m.ord LIMIT ${PAGE}`,
      ...owner.values,
      ...filter.values,
      folderId,
      ord,
    );
    for (const row of rows)
      yield {
        ...row,
        addresses: JSON.parse(row.addresses) as PostOfficeAddress[],
        isRead: row.isRead === 1,
        flaw: row.flaw as MessageFlaw['kind'] | null,
      };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    folderId = last.folderId;
    ord = last.ord;
  }
}

/** MAPI's numbers; -1 stands in a sample, the others are modelled (SDK 6qnn is cut). */
const PRIORITY = { low: -1, normal: 0, urgent: 1 } as const;

/** A backslash in the name of a folder would make a folder below it. */
function oneFolder(name: string): string {
  return name.replaceAll('\\', '-').trim();
}

/**
 * Where a folder's messages go (SDK 6qnn has special folders of these names; that drafts and trash go there is modelled).
 * Bulletin boards: below a folder named after the post office, where there are several, and else in that one (Q157631).
 */
export function folderPath(kind: PoFolderKind, name: string, boardsRoot: string, boards: number): string {
  switch (kind) {
    case 'inbox':
      return 'Inbox';
    case 'drafts':
      return 'Drafts';
    case 'trash':
      return 'Deleted Items';
    case 'bulletin-board':
      return boards > 1 ? `${boardsRoot}\\${oneFolder(name)}` : boardsRoot;
    default:
      return oneFolder(name) || 'Inbox';
  }
}

/** `Lotus cc:Mail Bulletin Boards (HARBOR)`: named after the server from which they are imported (Q157631). */
export function boardsFolder(postOffice: string): string {
  return `Lotus cc:Mail Bulletin Boards (${oneFolder(postOffice)})`;
}

function shown(address: PostOfficeAddress): string {
  return printAddress({ name: address.name, type: address.type, address: address.address });
}

function attachmentsOf(lab: Lab, contentId: number): WrittenAttachment[] {
  return lab
    .all<{ name: string; data: Uint8Array }>(
      `SELECT a.name AS name, b.data AS data FROM attachment a JOIN blob b ON b.id = a.blob_id
       WHERE a.content_id = ? ORDER BY a.num`,
      contentId,
    )
    .map(({ name, data }) => ({ name: name === '' ? 'ATTACH' : name, data }));
}

/** A message with its body and attachments, for the writer of the set. */
export function writtenMessage(lab: Lab, message: ExportedMessage, folder: string): WrittenMessage {
  const of = (role: PostOfficeAddress['role']): string[] =>
    message.addresses.filter((one) => one.role === role).map(shown);
  const body =
    lab.get<{ body: string }>('SELECT body FROM content WHERE id = ?', message.contentId)?.body ?? '';
  return {
    folder,
    sender: of('from')[0] ?? '',
    to: of('to'),
    cc: of('cc'),
    bcc: of('bcc'),
    subject: message.subject,
    sent: message.sent,
    received: message.received,
    priority: PRIORITY[message.priority],
    unread: !message.isRead,
    unsent: message.kind === 'drafts',
    body,
    attachments: attachmentsOf(lab, message.contentId),
  };
}
