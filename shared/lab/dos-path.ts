import { fail, ok, type Result } from '../result.ts';

/*
 * Paths of the simulated servers: `C:\exchsrvr\bin\Import.exe`, `\\HARBOR\CCDATA\CLANDATA`, `M:\`. They are compared
 * without case and mean nothing on the machine that the lab runs on.
 */

/** A path in its parts. `root` is a drive (`C:`, in upper case) or a share (`\\HARBOR\CCDATA`, as it was written). */
export interface DosPath {
  readonly root: string;
  readonly parts: readonly string[];
}

/** Windows' MAX_PATH without its final zero. */
const LONGEST = 259;
const DRIVE = /^[a-z]:(?:\\|$)/i;
const SHARE = /^\\\\([^\\]+)\\([^\\]+)(?:\\|$)/;
/** No file can have these names, whatever its extension (Windows' naming rules). */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** What keeps a word from being the name of a file; null: nothing. */
function flawOf(name: string): string | null {
  if (name === '.' || name === '..') return 'steps to another folder are not taken';
  if (/[<>:"/\\|?*\p{Cc}]/u.test(name)) return 'it has characters that no file name can have';
  if (/[. ]$/.test(name)) return 'it ends with a dot or a blank';
  if (DEVICE.test(name)) return 'it is the name of a device';
  return null;
}

/** Checks the name of one file or folder, without a path. Failure code: path-name. */
export function checkName(name: string): Result<string> {
  const flaw = name === '' ? 'it is empty' : flawOf(name);
  if (flaw !== null)
    return fail('path-name', `"${name}" is no name of a file, for ${flaw}: give another name.`);
  return ok(name);
}

/**
 * Takes a path apart. Slashes count as backslashes, and a backslash at the end is dropped. Failure codes: path-form
 * (neither a drive nor a share, an empty part), path-name, path-long.
 */
export function parseDosPath(text: string): Result<DosPath> {
  const given = text.trim().replaceAll('/', '\\');
  if (given.length > LONGEST)
    return fail(
      'path-long',
      `The path "${text.slice(0, 40)}..." has more than ${LONGEST} characters: shorten it.`,
    );
  const share = SHARE.exec(given);
  if (share === null && !DRIVE.test(given))
    return fail(
      'path-form',
      `"${text}" is no path of the migration server or its network: write it as C:\\FOLDER or \\\\SERVER\\SHARE.`,
    );
  const root = share === null ? given.slice(0, 2).toUpperCase() : `\\\\${share[1]}\\${share[2]}`;
  const rest = given.slice(root.length).replace(/^\\/, '').replace(/\\$/, '');
  const parts = rest === '' ? [] : rest.split('\\');
  for (const name of [...(share === null ? [] : [share[1] ?? '', share[2] ?? '']), ...parts]) {
    if (name === '') return fail('path-form', `"${text}" has two backslashes beside each other: remove one.`);
    const flaw = flawOf(name);
    if (flaw !== null)
      return fail('path-name', `"${text}" is no path to a file, for of "${name}" ${flaw}: correct it.`);
  }
  return ok({ root, parts });
}

/** A path as people write it; a drive or share alone: `C:\`, `\\HARBOR\CCDATA`. */
export function formatDosPath({ root, parts }: DosPath): string {
  if (parts.length > 0) return [root, ...parts].join('\\');
  return root.startsWith('\\\\') ? root : `${root}\\`;
}

/** Whether two paths lead to the same place, as far as their writing tells. */
export function sameDosPath(a: string, b: string): boolean {
  const key = (path: string): string => path.trim().replaceAll('/', '\\').replace(/\\$/, '').toLowerCase();
  return key(a) === key(b);
}

/** The last name of a path: that of the file or folder. */
export function dosName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

/** The path without its last name, without a backslash at the end: `C:\exchsrvr\bin`. */
export function dosFolder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}

/** A name in a folder; the folder may end with a backslash, as drives do. */
export function dosJoin(folder: string, name: string): string {
  return `${folder.replace(/\\$/, '')}\\${name}`;
}
