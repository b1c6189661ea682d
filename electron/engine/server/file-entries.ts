import { lstatSync, readdirSync } from 'node:fs';
import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { dosFolder, dosJoin, dosName, sameDosPath } from '../../../shared/lab/dos-path.ts';
import type { Lab } from '../store/lab.ts';
import { realPath } from './lab-files.ts';
import { drivesOf, OWN_DRIVE, sharesOf } from './network.ts';
import { PRODUCTS } from './products.ts';
import type { Flavour, ServerFile } from './server-rows.ts';

/*
 * What stands where on the migration server and its network: files that the lab keeps as rows, real files in the folder
 * beside it, and the folders of both. Paths are network paths here, with drives followed.
 */

export type Entry = LabOutput<'file'>['entries'][number];

const COLUMNS = 'path, version, size, modified, platform, evidence, source, reason, flavour, shipped_as';

/** The row of a file; undefined: the lab keeps none at this path. */
export function fileRow(lab: Lab, path: string): ServerFile | undefined {
  return lab.get<ServerFile>(`SELECT ${COLUMNS} FROM server_file WHERE path = ?`, path);
}

function rowsBelow(lab: Lab, folder: string): ServerFile[] {
  const begin = dosJoin(folder, '').toLowerCase();
  return lab
    .all<ServerFile>(`SELECT ${COLUMNS} FROM server_file ORDER BY path`)
    .filter((row) => row.path.toLowerCase().startsWith(begin));
}

/** Where a real file or folder stands on the machine; null: nothing is there. */
export function realEntry(lab: Lab, path: string): { readonly at: string; readonly isFile: boolean } | null {
  const at = realPath(lab, path);
  if (!at.ok) return null;
  const there = lstatSync(at.value, { throwIfNoEntry: false });
  return there === undefined ? null : { at: at.value, isFile: there.isFile() };
}

/** Folders that are there without a file in them: of the products that are installed, and of post offices. */
function knownFolders(lab: Lab): readonly string[] {
  const names = new Set(lab.all<{ name: string }>('SELECT name FROM product').map(({ name }) => name));
  return [
    ...PRODUCTS.filter((product) => names.has(product.product)).flatMap((product) => product.directories),
    ...lab
      .all<{ directory: string }>('SELECT directory FROM post_office ORDER BY id')
      .map((po) => po.directory),
  ];
}

const isUnder = (path: string, folder: string): boolean =>
  path.toLowerCase().startsWith(dosJoin(folder, '').toLowerCase());

export function isFolder(lab: Lab, path: string): boolean {
  if (sameDosPath(path, OWN_DRIVE) || sharesOf(lab).some((share) => sameDosPath(share, path))) return true;
  if (knownFolders(lab).some((folder) => sameDosPath(folder, path) || isUnder(folder, path))) return true;
  if (rowsBelow(lab, path).length > 0) return true;
  return realEntry(lab, path)?.isFile === false;
}

function folderEntry(path: string, name: string): Entry {
  return {
    path,
    name,
    kind: 'folder',
    version: null,
    size: null,
    dateUtc: null,
    flavour: null,
    shippedAs: null,
  };
}

export function entryOf(file: ServerFile): Entry {
  const flavour: Flavour | null = file.flavour ?? null;
  return {
    path: file.path,
    name: dosName(file.path),
    kind: 'file',
    version: file.version,
    size: file.size,
    dateUtc: file.modified === null ? null : new Date(file.modified).toISOString(),
    flavour,
    shippedAs: file.shipped_as ?? null,
  };
}

function realFile(path: string, at: string): Entry {
  const { size, mtime } = lstatSync(at);
  return { ...folderEntry(path, dosName(path)), kind: 'file', size, dateUtc: mtime.toISOString() };
}

/** The file at a path, whether it is a row, a real one or both; null: none. */
export function fileAt(lab: Lab, path: string): Entry | null {
  const row = fileRow(lab, path);
  if (row !== undefined) return entryOf(row);
  const real = realEntry(lab, path);
  return real?.isFile === true ? realFile(path, real.at) : null;
}

/** Drives and shares: where everything else stands. */
export function topEntries(lab: Lab): Entry[] {
  return [
    folderEntry(`${OWN_DRIVE}\\`, OWN_DRIVE),
    ...drivesOf(lab).map((drive) => folderEntry(`${drive.letter}\\`, `${drive.letter} (${drive.path})`)),
    ...sharesOf(lab).map((share) => folderEntry(share, share)),
  ];
}

/** What stands in a folder, folders first, each in the order of their names. */
export function entriesIn(lab: Lab, folder: string): Entry[] {
  const found = new Map<string, Entry>();
  const add = (entry: Entry): void => {
    const key = entry.name.toLowerCase();
    if (!found.has(key)) found.set(key, entry);
  };
  const addBelow = (path: string): void => {
    if (!isUnder(path, folder)) return;
    const name = path.slice(dosJoin(folder, '').length).split('\\')[0] ?? '';
    add(folderEntry(dosJoin(folder, name), name));
  };
  for (const row of rowsBelow(lab, folder)) {
    if (sameDosPath(dosFolder(row.path), folder)) add(entryOf(row));
    else addBelow(row.path);
  }
  for (const known of knownFolders(lab)) addBelow(known);
  const real = realEntry(lab, folder);
  if (real !== null && !real.isFile)
    for (const name of readdirSync(real.at)) {
      const path = dosJoin(folder, name);
      const there = realEntry(lab, path);
      if (there !== null) add(there.isFile ? realFile(path, there.at) : folderEntry(path, name));
    }
  const rank = (entry: Entry): string => `${entry.kind === 'folder' ? 0 : 1}${entry.name.toLowerCase()}`;
  return [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
