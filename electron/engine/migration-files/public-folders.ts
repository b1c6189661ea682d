import type { FoundMessage } from './read-rows.ts';
import type { ImportContext } from './import-context.ts';
import { contentOf, senderOf, subjectOf } from './message-text.ts';
import { storeContent } from '../mailbox/content.ts';

/** The public folder with these names from the top down, made where it is missing; new ones get the plan's owner and access. */
export function placePublicFolder(context: ImportContext, names: readonly string[]): number | null {
  const { lab, places, run } = context;
  let parent: number | null = null;
  for (const name of names) {
    const there: { id: number } | undefined = lab.get<{ id: number }>(
      'SELECT id FROM public_folder WHERE org_id = ? AND parent_id IS ? AND name = ? COLLATE NOCASE ORDER BY id LIMIT 1',
      places.orgId,
      parent,
      name,
    );
    parent =
      there?.id ??
      lab.run(
        'INSERT INTO public_folder(org_id, parent_id, name, owner_id, default_access, created_by_run) VALUES(?, ?, ?, ?, ?, ?)',
        places.orgId,
        parent,
        name,
        places.owner,
        run.plan.folderAccess,
        run.id,
      ).lastInsertRowid;
  }
  return parent;
}

/** Adds a message behind those of a public folder; returns its bytes. */
export function addPublicMessage(context: ImportContext, folder: number, found: FoundMessage): number {
  const { lab, set } = context;
  const page = set.codePage;
  const { contentId, bytes } = storeContent(lab, contentOf(page, found, context.secondaries));
  lab.run(
    `INSERT INTO public_message(folder_id, ord, sender, subject, sent, received, size, content_id)
     VALUES(?1, (SELECT coalesce(max(ord), 0) + 1 FROM public_message WHERE folder_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7)`,
    folder,
    senderOf(page, found),
    subjectOf(page, found),
    found.row.sent,
    found.row.received,
    bytes,
    contentId,
  );
  return bytes;
}
