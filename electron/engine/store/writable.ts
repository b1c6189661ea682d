import { accessSync, constants, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether this process may write the file and, as SQLite's log beside it needs, its folder. */
export function isWritable(path: string): boolean {
  try {
    const real = realpathSync(path);
    accessSync(real, constants.W_OK);
    accessSync(dirname(real), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
