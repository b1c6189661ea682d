import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';

export type MailKind = 'pst' | 'mbox' | 'eml' | 'unknown';

/** What kind of mail file it is: by its first bytes where they say so, for extensions lie, else by its name. */
export function mailKind(path: string): MailKind {
  const file = openSync(path, 'r');
  const start = Buffer.alloc(8);
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  const extension = extname(path).toLowerCase();
  if (start.toString('latin1', 0, 4) === '!BDN') return 'pst';
  if (extension === '.pst' || extension === '.ost') return 'pst';
  if (extension === '.eml') return 'eml';
  if (start.toString('latin1', 0, 5) === 'From ') return 'mbox';
  return extension === '.mbox' || extension === '.mbx' ? 'mbox' : 'unknown';
}
