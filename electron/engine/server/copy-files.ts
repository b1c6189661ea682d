import { constants, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isProcessAlive } from '../store/process-alive.ts';
import { labFolder } from './lab-files.ts';

/*
 * A lab's real files go along with it: into forks, into the copies that one can go back to, and back. Labs are named by
 * their paths here, for some are closed or have no name yet. All functions throw the file system's errors.
 */

const folderOf = (lab: string): string => labFolder({ path: lab });
const unfinished = (lab: string): string => `${folderOf(lab)}.unfinished-${process.pid}`;

/** Ordinary files and folders alone: a link could lead anywhere. */
function isOrdinary(at: string): boolean {
  const there = lstatSync(at);
  return there.isDirectory() || there.isFile();
}

/** Removes what processes that were killed left half-copied. */
function sweep(lab: string): void {
  const begin = `${path.basename(folderOf(lab))}.unfinished-`;
  for (const name of readdirSync(path.dirname(lab))) {
    const pid = name.startsWith(begin) ? Number(name.slice(begin.length)) : Number.NaN;
    if (Number.isInteger(pid) && !isProcessAlive(pid))
      rmSync(path.join(path.dirname(lab), name), { recursive: true, force: true });
  }
}

export function hasFiles(lab: string): boolean {
  return existsSync(folderOf(lab));
}

/** Copies a lab's files for another lab, under a name that does not count yet. */
export function prepareFiles(from: string, to: string): void {
  sweep(to);
  rmSync(unfinished(to), { recursive: true, force: true });
  if (!hasFiles(from) || !isOrdinary(folderOf(from))) return;
  cpSync(folderOf(from), unfinished(to), {
    recursive: true,
    errorOnExist: true,
    mode: constants.COPYFILE_FICLONE,
    filter: isOrdinary,
  });
}

/** Gives prepared files their place, in place of those that the lab had. */
export function settleFiles(lab: string): void {
  const old = `${folderOf(lab)}.replaced`;
  rmSync(old, { recursive: true, force: true });
  if (hasFiles(lab)) renameSync(folderOf(lab), old);
  if (existsSync(unfinished(lab))) renameSync(unfinished(lab), folderOf(lab));
  rmSync(old, { recursive: true, force: true });
}

/** Takes away what was prepared and not settled; what cannot be removed is swept away next time. */
export function discardFiles(lab: string): void {
  try {
    rmSync(unfinished(lab), { recursive: true, force: true });
  } catch {
    // Nothing counts on it.
  }
}

export function removeFiles(lab: string): void {
  rmSync(folderOf(lab), { recursive: true, force: true });
}

/** Size of a lab's files in bytes, whatever their number. */
export function bytesOfFiles(lab: string): number {
  if (!hasFiles(lab)) return 0;
  return readdirSync(folderOf(lab), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(path.join(entry.parentPath, entry.name)).size, 0);
}
