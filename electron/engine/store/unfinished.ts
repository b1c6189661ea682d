import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isProcessAlive } from './process-alive.ts';

/** The temporary name a lab is built under by this process; it gets its own name when it is whole. */
export function unfinished(path: string): string {
  return `${path}.unfinished-${process.pid}`;
}

/** Removes what processes that were killed while they made a lab of this name have left beside it. */
export function sweepUnfinished(path: string): void {
  const folder = dirname(path);
  const begin = `${basename(path)}.unfinished-`;
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.startsWith(begin));
  } catch {
    // A folder that cannot be read is told of when the lab is made in it.
    return;
  }
  for (const name of names) {
    const pid = /^(\d+)(-wal|-shm|-journal)?$/.exec(name.slice(begin.length))?.[1];
    if (pid !== undefined && !isProcessAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
