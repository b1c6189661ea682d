import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProcessAlive } from './process-alive.ts';

/** Removes what processes that were killed have left; what cannot be read or removed is somebody else's and stays. */
function sweep(begin: string): void {
  let names: string[];
  try {
    names = readdirSync(tmpdir()).filter((name) => name.startsWith(begin));
  } catch {
    return;
  }
  for (const name of names) {
    const pid = /^(\d+)-/.exec(name.slice(begin.length))?.[1];
    if (pid === undefined || isProcessAlive(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It belongs to somebody else.
    }
  }
}

/**
 * Makes a folder in the system's folder for temporary files. Its name carries the number of this process, so that the
 * next one of that kind can take away what a killed process left. Throws what the file system says.
 * @param begin what the name begins with, e.g. `mwlab-import-`
 */
export function makeTemporaryFolder(begin: string): string {
  sweep(begin);
  return mkdtempSync(join(tmpdir(), `${begin}${process.pid}-`));
}
