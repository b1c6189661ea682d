import { draw } from '../../../shared/lab/draw.ts';

/** Where Export puts what the wizard reads: `/@<temp>`. Two letters and a number like those of the articles' samples (`sd1.2`, `s5k.2`). */
export function exportFile(seed: number, runId: number, ordinal: number): string {
  const name = draw(seed, 'export-file', String(runId), ordinal)
    .below(36 ** 3)
    .toString(36)
    .padStart(3, '0');
  return `C:\\TEMP\\s${name}.2`;
}

/**
 * The command line that the wizard runs for one user, as Q186740 prints it: the password is hidden there already.
 * @param directory path to the post office as it was entered
 */
export function exportCommand(name: string, directory: string, temporary: string): string {
  const folder = directory.trim().endsWith('\\') ? directory.trim() : `${directory.trim()}\\`;
  return `Export /P******** /BATCH /N"${name}" /D${folder} /DATE/1 /FILES/MACBIN2 /ITEMSIZE /FOLDER /MSGS/ALL /@${temporary}`;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The random string that a user's password is set to (Q169536); its length and letters are modelled. */
export function randomPassword(seed: number, runId: number, userKey: string): string {
  const draws = draw(seed, 'ccmail-password', `${runId}/${userKey}`);
  return Array.from({ length: 8 }, () => LETTERS[draws.below(LETTERS.length)] ?? '').join('');
}
