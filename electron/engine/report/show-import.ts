import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Lab } from '../store/lab.ts';

type Show = LabOutput<'show'>;

/** The post offices of the source with their users, each with the messages of all folders. */
export function postOfficesOf(lab: Lab): Show['postOffices'] {
  return lab
    .all<Omit<Show['postOffices'][number], 'users' | 'damaged'> & { id: number; damaged: number }>(
      `SELECT id, name, directory, database, release, damage IS NOT NULL AS damaged,
         (SELECT count(*) FROM po_folder f WHERE f.po_id = post_office.id AND f.kind = 'bulletin-board') AS bulletinBoards
       FROM post_office ORDER BY name`,
    )
    .map(({ id, damaged, ...office }) => ({
      ...office,
      damaged: damaged === 1,
      users: lab.all<Show['postOffices'][number]['users'][number]>(
        `SELECT u.key AS alias, u.name AS name, u.kind AS kind, count(m.id) AS items, coalesce(sum(m.size), 0) AS bytes
         FROM po_user u LEFT JOIN po_folder f ON f.user_id = u.id LEFT JOIN po_message m ON m.folder_id = f.id
         WHERE u.po_id = ? GROUP BY u.id ORDER BY u.name, u.id`,
        id,
      ),
    }));
}

/** Public folders of the target by their paths, parents first. `owner`: alias, null for none. */
export function publicFoldersOf(lab: Lab): Show['publicFolders'] {
  return lab
    .all<Omit<Show['publicFolders'][number], 'path'> & { path: string }>(
      `WITH RECURSIVE tree(id, path, owner_id, access) AS (
         SELECT id, json_array(name), owner_id, default_access FROM public_folder WHERE parent_id IS NULL
         UNION ALL SELECT f.id, json_insert(tree.path, '$[#]', f.name), f.owner_id, f.default_access
           FROM public_folder f JOIN tree ON f.parent_id = tree.id)
       SELECT path, (SELECT alias FROM directory_object o WHERE o.id = owner_id) AS owner, access,
         (SELECT count(*) FROM public_message m WHERE m.folder_id = tree.id) AS items FROM tree ORDER BY path`,
    )
    .map((folder) => ({ ...folder, path: JSON.parse(folder.path) as string[] }));
}

/**
 * The key of the cc:Mail user that a target object stands for, as SQL over the object `o`: his old address, which it keeps as
 * a secondary proxy (Q253306), where a post office of this lab is named in it.
 */
export const CC_MAIL_KEY = `(SELECT substr(p.address, 1, length(p.address) - length(office.name) - length(' at '))
  FROM proxy_address p CROSS JOIN post_office office ON p.address LIKE '% at ' || office.name
  WHERE p.object_id = o.id AND p.kind = 'ccmail' LIMIT 1)`;
