import { createHash, timingSafeEqual } from 'node:crypto';
import type { PoDatabase } from '../../../../shared/lab/post-office.ts';
import { sameDosPath } from '../../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { drivesOf, networkPath } from '../../server/network.ts';
import type { Lab } from '../../store/lab.ts';

export interface PostOfficeRow {
  readonly id: number;
  readonly name: string;
  readonly directory: string;
  readonly database: PoDatabase;
  readonly release: string;
}

interface Raw extends PostOfficeRow {
  readonly passwordHash: Uint8Array;
}

function rowIn(lab: Lab, directory: string): Raw | null {
  const path = networkPath(lab, directory);
  if (!path.ok) return null;
  const all = lab.all<Raw>(
    'SELECT id, name, directory, database, release, password_hash AS passwordHash FROM post_office ORDER BY id',
  );
  return all.find((row) => sameDosPath(row.directory, path.value)) ?? null;
}

/**
 * The post office that a directory and a name mean; mapped drives are followed, names compared without case.
 * Failure codes: not-a-post-office (Q166256 has the sentence), post-office-name.
 */
export function findPostOffice(lab: Lab, directory: string, name: string): Result<PostOfficeRow> {
  const row = rowIn(lab, directory);
  if (row === null) {
    return fail('not-a-post-office', 'The directory you have selected is not a cc:Mail post office.');
  }
  if (row.name.toLowerCase() !== name.trim().toLowerCase()) {
    return fail(
      'post-office-name',
      `The post office in ${directory} is not called "${name.trim()}": give the name that it has.`,
    );
  }
  return ok(row);
}

/** The only post office of this name, for those who give no path. Failure codes: not-a-post-office, post-office-name. */
export function postOfficeNamed(lab: Lab, name: string): Result<PostOfficeRow> {
  const found = lab.all<PostOfficeRow>(
    'SELECT id, name, directory, database, release FROM post_office WHERE name = ? COLLATE NOCASE ORDER BY id',
    name.trim(),
  );
  const [row] = found;
  if (row !== undefined && found.length === 1) return ok(row);
  const known = lab
    .all<{ name: string }>('SELECT name FROM post_office ORDER BY name')
    .map((one) => one.name);
  return fail(
    'post-office-name',
    row === undefined
      ? `${lab.path} has no post office "${name.trim()}": it has ${known.join(', ') || 'none'}.`
      : `${lab.path} has several post offices "${row.name}": give the path of the one you mean.`,
  );
}

/** How the migration server reaches a post office: by a drive that is mapped to it, else by its network path. */
export function pathTo(lab: Lab, office: PostOfficeRow): string {
  const drive = drivesOf(lab).find(({ path }) => sameDosPath(path, office.directory));
  return drive === undefined ? office.directory : `${drive.letter}\\`;
}

/** What the lab keeps of a password: SHA-256 of it in upper case, for cc:Mail's passwords know no case (modelled). */
export function passwordHash(password: string): Uint8Array {
  return createHash('sha256').update(password.toUpperCase(), 'utf8').digest();
}

/**
 * Opens a post office as the wizard's page does: directory, name, password. Failure codes: those of `findPostOffice`, and
 * post-office-password. The password goes no further than this.
 */
export function logOnToPostOffice(
  lab: Lab,
  directory: string,
  name: string,
  password: string,
): Result<PostOfficeRow> {
  const found = findPostOffice(lab, directory, name);
  if (!found.ok) return found;
  const stored = rowIn(lab, directory)?.passwordHash ?? new Uint8Array(0);
  const given = passwordHash(password);
  if (stored.length === given.length && timingSafeEqual(stored, given)) return found;
  return fail(
    'post-office-password',
    `The post office ${found.value.name} does not take this password: give the one of the post office.`,
  );
}
