import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { listPage } from '../browse-pages.ts';
import { contentOf } from './browse-po-messages.ts';

/** The public folders of the target, parents before children. */
export function browsePublicFolders(
  lab: Lab,
  _input: LabInput<'public-folders'>,
): Result<LabOutput<'public-folders'>> {
  const folders = lab.all<LabOutput<'public-folders'>['folders'][number]>(
    `SELECT p.id, p.parent_id AS parent, p.name, o.display_name AS owner, p.default_access AS access,
       p.created_by_run AS createdByRun, (SELECT count(*) FROM public_message WHERE folder_id = p.id) AS messages
     FROM public_folder p LEFT JOIN directory_object o ON o.id = p.owner_id ORDER BY p.id`,
  );
  return ok({ folders });
}

const MESSAGE = 'm.ord, m.sender, m.subject, m.sent, m.received, m.size';

/** The messages of a public folder in their order, a page at a time. */
export function browsePublicMessages(
  lab: Lab,
  { folder, ...wanted }: LabInput<'public-messages'>,
): Result<LabOutput<'public-messages'>> {
  const view = {
    name: `public-messages ${folder}`,
    from: 'FROM public_message m WHERE m.folder_id = ?',
    values: [folder],
    key: ['m.ord'],
  };
  return ok(
    listPage(
      lab,
      view,
      `${MESSAGE}, (SELECT count(*) FROM attachment a WHERE a.content_id = m.content_id) AS attachments`,
      wanted,
    ),
  );
}

/** One message of a public folder. Failure code: unknown-message. */
export function browsePublicMessage(
  lab: Lab,
  { folder, ord }: LabInput<'public-message'>,
): Result<LabOutput<'public-message'>> {
  const row = lab.get<
    Omit<LabOutput<'public-message'>, 'body' | 'attachments'> & { readonly contentId: number }
  >(
    `SELECT ${MESSAGE}, m.content_id AS contentId FROM public_message m WHERE m.folder_id = ? AND m.ord = ?`,
    folder,
    ord,
  );
  if (row === undefined)
    return fail('unknown-message', 'This message is not in the public folder any more: select another one.');
  const { contentId, ...message } = row;
  return ok({ ...message, ...contentOf(lab, contentId) });
}
