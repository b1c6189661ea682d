import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { sameDosPath } from '../../../../shared/lab/dos-path.ts';
import { ccMailAddress } from '../../../../shared/lab/post-office.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { postOffices } from '../../postoffice/post-office-row.ts';
import { drivesOf } from '../../server/network.ts';
import type { Lab } from '../../store/lab.ts';
import { listPage } from '../browse-pages.ts';

type Output<C extends 'post-offices' | 'po-users' | 'po-folders' | 'po-user' | 'po-lists'> = Result<
  LabOutput<C>
>;

function count(lab: Lab, what: string, id: number): number {
  return lab.get<{ n: number }>(`SELECT count(*) AS n ${what}`, id)?.n ?? 0;
}

/** Every post office of the lab with its counts, backups and the drives that lead to it. */
export function browsePostOffices(lab: Lab, _input: LabInput<'post-offices'>): Output<'post-offices'> {
  const drives = drivesOf(lab);
  return ok({
    postOffices: postOffices(lab).map(({ options, ...office }) => ({
      ...office,
      damage: office.damage === null ? null : { ...office.damage, files: [...office.damage.files] },
      preExpiredPasswords: options.preExpiredPasswords,
      inUseBy: [...options.inUseBy],
      users: count(lab, "FROM po_user WHERE po_id = ? AND kind = 'local'", office.id),
      boards: count(lab, "FROM po_folder WHERE po_id = ? AND kind = 'bulletin-board'", office.id),
      messages: count(
        lab,
        'FROM po_message m JOIN po_folder f ON f.id = m.folder_id WHERE f.po_id = ?',
        office.id,
      ),
      backups: lab
        .all<{ taken: number; label: string }>(
          'SELECT taken, label FROM po_backup WHERE po_id = ? ORDER BY id',
          office.id,
        )
        .map((backup, at) => ({ ...backup, number: at + 1 })),
      drives: drives.filter(({ path }) => sameDosPath(path, office.directory)).map(({ letter }) => letter),
    })),
  });
}

/** The directory of a post office by key, a page at a time. */
export function browsePoUsers(lab: Lab, { postOffice, ...wanted }: LabInput<'po-users'>): Output<'po-users'> {
  const view = {
    name: `po-users ${postOffice}`,
    from: 'FROM po_user u WHERE u.po_id = ?',
    values: [postOffice],
    key: ['u.key'],
  };
  return ok(
    listPage(
      lab,
      view,
      `u.id, u.name, u.key, u.kind, u.remote_po AS remotePo, u.comment, u.password,
         (SELECT count(*) FROM po_message m JOIN po_folder f ON f.id = m.folder_id WHERE f.user_id = u.id) AS messages`,
      wanted,
    ),
  );
}

/** The folders of a user in their order, or the bulletin boards. */
export function browsePoFolders(
  lab: Lab,
  { postOffice, user }: LabInput<'po-folders'>,
): Output<'po-folders'> {
  const folders = lab.all<LabOutput<'po-folders'>['folders'][number]>(
    `SELECT f.id, f.name, f.kind, count(m.id) AS messages, coalesce(sum(m.size), 0) AS bytes
     FROM po_folder f LEFT JOIN po_message m ON m.folder_id = f.id
     WHERE f.po_id = ?1 AND (f.user_id = ?2 OR (?2 IS NULL AND f.user_id IS NULL)) GROUP BY f.id ORDER BY f.id`,
    postOffice,
    user ?? null,
  );
  return ok({ folders });
}

function listsOf(lab: Lab, where: string, id: number): { name: string; members: string[] }[] {
  return lab
    .all<{ name: string; members: string }>(
      `SELECT name, members FROM po_list WHERE ${where} ORDER BY id`,
      id,
    )
    .map(({ name, members }) => ({ name, members: JSON.parse(members) as string[] }));
}

/** A user with private lists and personal addresses. Failure code: unknown-user. */
export function browsePoUser(lab: Lab, { user }: LabInput<'po-user'>): Output<'po-user'> {
  const row = lab.get<Omit<LabOutput<'po-user'>, 'lists' | 'addresses' | 'address'>>(
    `SELECT u.id, u.po_id AS postOffice, p.name AS postOfficeName, u.name, u.key, u.kind, u.comment, u.password
     FROM po_user u JOIN post_office p ON p.id = u.po_id WHERE u.id = ?`,
    user,
  );
  if (row === undefined)
    return fail('unknown-user', 'This user is not in the post office any more: select another one.');
  return ok({
    ...row,
    address: ccMailAddress(row.key, row.postOfficeName),
    lists: listsOf(lab, 'user_id = ?', user),
    addresses: lab.all(
      'SELECT name, type, address, comment FROM po_address WHERE user_id = ? ORDER BY ord',
      user,
    ),
  });
}

/** The public lists of a post office. */
export function browsePoLists(lab: Lab, { postOffice }: LabInput<'po-lists'>): Output<'po-lists'> {
  return ok({ lists: listsOf(lab, 'po_id = ? AND user_id IS NULL', postOffice) });
}
