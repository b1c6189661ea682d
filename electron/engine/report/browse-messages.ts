import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { folderPath } from '../mailbox/folders.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { findMailbox, keyOf, messageIdentifiers, type MessageIds, rowOfKey } from './browse-ids.ts';
import { listPage } from './browse-pages.ts';

type MessageRow = LabOutput<'messages'>['rows'][number];

interface Stored extends RowId {
  subject: string;
  sender: string;
  class: string;
  delivered: number | null;
  lastMod: number;
  size: number;
  isRead: number;
  isFai: number;
  contentId: number;
}

const MESSAGE = `m.repl, m.gc, m.subject, m.sender, m.class, m.delivered, m.last_mod AS lastMod, m.size, m.is_read AS isRead,
  m.is_fai AS isFai, m.content_id AS contentId`;

function shownMessage(lab: Lab, row: Stored): Omit<MessageRow, 'hasAttachments'> {
  return {
    key: keyOf(lab, row),
    subject: row.subject,
    sender: row.sender,
    class: row.class,
    delivered: row.delivered,
    lastMod: row.lastMod,
    size: row.size,
    isRead: row.isRead === 1,
    isAssociated: row.isFai === 1,
  };
}

/**
 * The messages of a folder, associated ones among them, in the order of their identifiers, which is the order in which
 * their databases made them. A page at a time. Failures: unknown-mailbox, unknown-folder.
 */
export function browseMessages(
  lab: Lab,
  { mailbox, folder, ...wanted }: LabInput<'messages'>,
): Result<LabOutput<'messages'>> {
  const found = findMailbox(lab, mailbox);
  if (!found.ok) return found;
  const id = rowOfKey(lab, folder);
  if (id === null)
    return fail('unknown-folder', 'This folder is not in the mailbox any more: select another one.');
  const view = {
    name: `messages ${mailbox} ${folder}`,
    from: 'FROM message m INDEXED BY message_folder WHERE m.mailbox_id = ? AND m.folder_repl = ? AND m.folder_gc = ?',
    values: [mailbox, id.repl, id.gc],
    key: ['m.repl', 'm.gc'],
  };
  const page = listPage<Stored & { attachments: number }>(
    lab,
    view,
    `${MESSAGE}, EXISTS(SELECT 1 FROM attachment WHERE attachment.content_id = m.content_id) AS attachments`,
    wanted,
  );
  return ok({
    ...page,
    rows: page.rows.map((row) => ({ ...shownMessage(lab, row), hasAttachments: row.attachments === 1 })),
  });
}

/** One message with its text, the names of its attachments and all its identifiers. Failures: unknown-mailbox, unknown-message. */
export function browseMessage(lab: Lab, input: LabInput<'message'>): Result<LabOutput<'message'>> {
  const mailbox = findMailbox(lab, input.mailbox);
  if (!mailbox.ok) return mailbox;
  const id = rowOfKey(lab, input.message);
  const row =
    id === null
      ? undefined
      : lab.get<Stored & MessageIds>(
          `SELECT ${MESSAGE}, folder_repl AS folderRepl, folder_gc AS folderGc, cn_repl AS cnRepl, cn_gc AS cnGc,
             change_key AS changeKey, pcl, read_repl AS readRepl, read_gc AS readGc, search_key AS searchKey
           FROM message m WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
          input.mailbox,
          id.repl,
          id.gc,
        );
  if (row === undefined)
    return fail('unknown-message', 'This message is not in the mailbox any more: select another one.');
  const content = lab.get<{ headers: string; body: string; html: string | null }>(
    'SELECT headers, body, html FROM content WHERE id = ?',
    row.contentId,
  );
  return ok({
    ...shownMessage(lab, row),
    folder: folderPath(lab, input.mailbox, { repl: row.folderRepl, gc: row.folderGc }),
    headers: content?.headers ?? '',
    body: content?.body ?? '',
    html: content?.html ?? null,
    attachments: lab.all(
      `SELECT name, mime, length(data) AS size FROM attachment JOIN blob ON blob.id = blob_id WHERE content_id = ? ORDER BY num`,
      row.contentId,
    ),
    identifiers: messageIdentifiers(lab, mailbox.value, row),
  });
}
