import { existsSync } from 'node:fs';
import { shell } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Opens a folder in the system's own window. Failure codes: no-files, folder-not-shown. */
export async function showFolder(folder: string): Promise<Result<Record<string, never>>> {
  if (!existsSync(folder))
    return fail('no-files', 'This lab has no migration files yet: extract some, and there will be a folder.');
  const problem = await shell.openPath(folder);
  return problem === ''
    ? ok({})
    : fail('folder-not-shown', `The system did not show ${folder} (${problem}): open it by hand.`);
}
