import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Lab } from '../store/lab.ts';
import { findPrograms, type FoundProgram } from './find-programs.ts';
import type { PostOffice } from './post-office-row.ts';

type Shown = LabOutput<'postoffice'>['postOffices'][number];
type Program = LabOutput<'postoffice'>['programs'][number];

function usersOf(lab: Lab, po: PostOffice): Shown['users'] {
  return lab.all<Shown['users'][number]>(
    `SELECT u.key AS alias, u.name AS name, u.kind AS kind, coalesce(u.remote_po, ?2) AS postOffice, u.password AS password,
       (SELECT count(*) FROM po_folder WHERE user_id = u.id) AS folders, coalesce(held.messages, 0) AS messages,
       coalesce(held.bytes, 0) AS bytes, (SELECT count(*) FROM po_address WHERE user_id = u.id) AS addresses,
       (SELECT count(*) FROM po_list WHERE user_id = u.id) AS lists
     FROM po_user u LEFT JOIN (SELECT f.user_id AS user_id, count(*) AS messages, sum(m.size) AS bytes FROM po_folder f
       JOIN po_message m ON m.folder_id = f.id WHERE f.po_id = ?1 GROUP BY f.user_id) held ON held.user_id = u.id
     WHERE u.po_id = ?1 ORDER BY u.kind, u.name, u.id`,
    po.id,
    po.name,
  );
}

/** One post office with everything that can be counted in it. */
export function showPostOffice(lab: Lab, po: PostOffice): Shown {
  return {
    name: po.name,
    directory: po.directory,
    database: po.database,
    release: po.release,
    codePage: po.codePage,
    preExpiredPasswords: po.options.preExpiredPasswords,
    inUseBy: po.options.inUseBy,
    damage: po.damage,
    users: usersOf(lab, po),
    boards: lab.all(
      `SELECT f.name AS name, count(m.ord) AS messages FROM po_folder f LEFT JOIN po_message m ON m.folder_id = f.id
       WHERE f.po_id = ? AND f.kind = 'bulletin-board' GROUP BY f.id ORDER BY f.id`,
      po.id,
    ),
    lists: lab
      .all<{ name: string; members: string }>(
        'SELECT name, members FROM po_list WHERE po_id = ? AND user_id IS NULL ORDER BY name, id',
        po.id,
      )
      .map(({ name, members }) => ({ name, members: JSON.parse(members) as string[] })),
    backups: lab
      .all<{ at: number; label: string }>(
        'SELECT taken AS at, label FROM po_backup WHERE po_id = ? ORDER BY id',
        po.id,
      )
      .map((backup, index) => ({ number: index + 1, ...backup })),
  };
}

function shown(name: string, found: FoundProgram | null): Program {
  return {
    name,
    path: found?.path ?? null,
    version: found?.version ?? null,
    flavour: found?.flavour ?? null,
    shippedAs: found?.shippedAs ?? null,
  };
}

/** The files that the wizard shells out to, as its search finds them. */
export function showPrograms(lab: Lab): Program[] {
  const found = findPrograms(lab);
  return [
    shown('Import.exe', found.import),
    shown('Export.exe', found.export),
    shown('IE.RI', found.ieRi),
    shown('Impexp.ri', found.impexpRi),
    ...found.libraries.map(({ name, found: library }) => shown(name, library)),
  ];
}
