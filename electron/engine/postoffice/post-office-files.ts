import { rmSync } from 'node:fs';
import { modelled } from '../../../shared/evidence.ts';
import { dosJoin } from '../../../shared/lab/dos-path.ts';
import { realPath } from '../server/lab-files.ts';
import { putFile } from '../server/server-rows.ts';
import type { Lab } from '../store/lab.ts';

const GROUNDS = modelled(
  'CLANDATA is named by Q179072; the numbering of users and all sizes are ours',
  'Q179072',
);

/** The files of a post office as its directory shows them: the directory of users, the messages, and one file for each user. */
export function putPostOfficeFiles(lab: Lab, directory: string, users: number): void {
  const numbered = Array.from({ length: users }, (_, index) => `USR${String(index + 1).padStart(5, '0')}`);
  for (const name of ['CLANDATA', 'MLANDATA', ...numbered])
    putFile(lab, {
      path: dosJoin(directory, name),
      version: null,
      size: null,
      modified: null,
      platform: null,
      ...GROUNDS,
    });
}

/** Takes away the log of what went wrong (Q179072), row and file: a sound post office has none. */
export function removeErrorLog(lab: Lab, directory: string): void {
  const log = dosJoin(directory, 'NFTerror.log');
  lab.run('DELETE FROM server_file WHERE path = ?', log);
  const place = realPath(lab, log);
  if (place.ok) rmSync(place.value, { force: true });
}
