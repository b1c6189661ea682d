import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { putPostOfficeFiles } from './post-office-files.ts';
import { type PostOffice, postOfficeNamed } from './post-office-row.ts';

/** A share of the same server, named after the post office: `\\HARBOR\CCDATA` and `LIGHT` give `\\HARBOR\LIGHT` (modelled). */
function directoryFor(po: PostOffice, name: string): string {
  const server = /^\\\\([^\\]+)\\/.exec(po.directory)?.[1] ?? 'SERVER';
  return `\\\\${server}\\${name.toUpperCase()}`;
}

/**
 * Makes a new post office and moves everybody and everything from an old one into it, the other cure of a corrupted database
 * (Q179072). Users keep their passwords; their addresses are those of the new post office from then on.
 * Failure code: post-office-taken.
 */
export function moveUsers(lab: Lab, po: PostOffice, to: string): Result<string> {
  const name = to.trim().toUpperCase();
  if (!/^[A-Z0-9]{1,8}$/.test(name))
    return fail(
      'post-office-taken',
      `"${to}" cannot name the new post office: give up to eight letters and digits.`,
    );
  const directory = directoryFor(po, name);
  const taken = lab.get('SELECT 1 FROM post_office WHERE directory = ? COLLATE NOCASE', directory);
  if (taken !== undefined || postOfficeNamed(lab, name) !== null)
    return fail(
      'post-office-taken',
      `${lab.path} has a post office ${name}, or one in ${directory}, already: choose another name.`,
    );
  const id = lab.run(
    `INSERT INTO post_office(org_id, name, directory, database, release, password_hash, code_page, options)
       SELECT org_id, ?, ?, database, release, password_hash, code_page, options FROM post_office WHERE id = ?`,
    name,
    directory,
    po.id,
  ).lastInsertRowid;
  lab.run('UPDATE po_user SET po_id = ? WHERE po_id = ?', id, po.id);
  lab.run('UPDATE po_folder SET po_id = ? WHERE po_id = ?', id, po.id);
  lab.run('UPDATE po_list SET po_id = ? WHERE po_id = ?', id, po.id);
  const users = lab.get<{ count: number }>(
    "SELECT count(*) AS count FROM po_user WHERE po_id = ? AND kind = 'local'",
    id,
  );
  putPostOfficeFiles(lab, directory, users?.count ?? 0);
  return ok(name);
}
