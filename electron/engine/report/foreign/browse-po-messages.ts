import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import type { MessageFlaw, PostOfficeAddress } from '../../../../shared/lab/post-office.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { listPage } from '../browse-pages.ts';

type MessageRow = LabOutput<'po-messages'>['rows'][number];

interface Stored extends Omit<MessageRow, 'sender' | 'isRead' | 'flaw' | 'attachments'> {
  readonly addresses: string;
  readonly isRead: number;
  readonly flaw: string | null;
}

const MESSAGE = `m.id, m.addresses, m.subject, m.sent, m.received, m.priority, m.is_read AS isRead, m.size, m.flaw`;

function shown({
  addresses,
  ...row
}: Stored): Omit<MessageRow, 'attachments'> & { header: PostOfficeAddress[] } {
  const header = JSON.parse(addresses) as PostOfficeAddress[];
  return {
    ...row,
    header,
    sender: header.find(({ role }) => role === 'from')?.name ?? '',
    isRead: row.isRead === 1,
    flaw: row.flaw === null ? null : (JSON.parse(row.flaw) as MessageFlaw).kind,
  };
}

/** A folder by its key, with its owner. Failure code: unknown-folder. */
export function browsePoFolder(lab: Lab, { folder }: LabInput<'po-folder'>): Result<LabOutput<'po-folder'>> {
  const row = lab.get<LabOutput<'po-folder'>>(
    `SELECT f.id, f.name, f.kind, u.name AS user, p.name AS postOffice FROM po_folder f
     JOIN post_office p ON p.id = f.po_id LEFT JOIN po_user u ON u.id = f.user_id WHERE f.id = ?`,
    folder,
  );
  return row === undefined
    ? fail('unknown-folder', 'This folder is not in the post office any more: select another one.')
    : ok(row);
}

/** The messages of a folder or a bulletin board in their order, a page at a time. */
export function browsePoMessages(
  lab: Lab,
  { folder, ...wanted }: LabInput<'po-messages'>,
): Result<LabOutput<'po-messages'>> {
  const view = {
    name: `po-messages ${folder}`,
    from: 'FROM po_message m WHERE m.folder_id = ?',
    values: [folder],
    key: ['m.ord'],
  };
  const found = listPage<Stored & { attachments: number }>(
    lab,
    view,
    `${MESSAGE}, (SELECT count(*) FROM attachment a WHERE a.content_id = m.content_id) AS attachments`,
    wanted,
  );
  return ok({
    ...found,
    rows: found.rows.map(({ attachments, ...row }) => {
      const { header: _header, ...message } = shown(row);
      return { ...message, attachments };
    }),
  });
}

/** One message with every line of its header, its text and its attachments. Failure code: unknown-message. */
export function browsePoMessage(
  lab: Lab,
  { message }: LabInput<'po-message'>,
): Result<LabOutput<'po-message'>> {
  const row = lab.get<Stored & { receipt: number; contentId: number }>(
    `SELECT ${MESSAGE}, m.receipt, m.content_id AS contentId FROM po_message m WHERE m.id = ?`,
    message,
  );
  if (row === undefined)
    return fail('unknown-message', 'This message is not in the post office any more: select another one.');
  const { contentId, receipt, ...stored } = row;
  return ok({ ...shown(stored), receipt: receipt === 1, ...contentOf(lab, contentId) });
}

/** Text and attachments of a stored content. */
export function contentOf(
  lab: Lab,
  contentId: number,
): { body: string; attachments: { name: string; mime: string; size: number }[] } {
  return {
    body: lab.get<{ body: string }>('SELECT body FROM content WHERE id = ?', contentId)?.body ?? '',
    attachments: lab.all(
      'SELECT name, mime, length(data) AS size FROM attachment JOIN blob ON blob.id = blob_id WHERE content_id = ? ORDER BY num',
      contentId,
    ),
  };
}
