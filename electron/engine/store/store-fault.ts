import type { Failure } from '../../../shared/result.ts';

/** A disk, lock or file error while working on a lab: expected in the world, caught at the borders and told in one sentence. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly failure: Failure;
  constructor(failure: Failure, cause: unknown) {
    super(failure.message, { cause });
    this.failure = failure;
  }
}

/** What is thrown where a value in a lab's file turns out to be none that this program wrote. */
export function damagedValue({ path }: { readonly path: string }, what: string): StoreFault {
  const message = `${path} is damaged (${what}): go back to a copy of it.`;
  return new StoreFault({ code: 'lab-damaged', message }, null);
}

interface SqliteError extends Error {
  readonly errcode?: number;
  readonly sqliteCode?: number;
  readonly code?: string;
}

const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
const TOOBIG = 18;

/** SQLite's own words for its codes (sqlite3_errstr), for the driver gives no number with errors met while reading rows. */
const WORDS: readonly (readonly [words: string, code: number])[] = [
  ['database or disk is full', FULL],
  ['database is locked', BUSY],
  ['attempt to write a readonly database', READONLY],
  ['unable to open database', CANTOPEN],
  ['disk I/O error', IOERR],
  ['database disk image is malformed', CORRUPT],
  ['file is not a database', NOTADB],
  ['string or blob too big', TOOBIG],
];

function primaryCode(error: SqliteError): number {
  const code = error.errcode ?? error.sqliteCode;
  if (typeof code === 'number') return code & 0xff;
  if (error.code !== 'ERR_SQLITE_ERROR') return -1;
  return WORDS.find(([words]) => error.message.includes(words))?.[1] ?? -1;
}

/** Turns SQLite's and the file system's error into a StoreFault; anything else is a bug and comes back as it is. */
export function asStoreFault(error: unknown, path: string): StoreFault | Error {
  if (error instanceof StoreFault) return error;
  const raw = error as SqliteError;
  const fault = (code: string, message: string): StoreFault => new StoreFault({ code, message }, error);
  const primary = primaryCode(raw);
  if (primary === FULL || raw.code === 'ENOSPC') {
    return fault(
      'disk-full',
      `The disk is full while writing ${path}: free some space and try again; what was committed before is safe.`,
    );
  }
  if (primary === BUSY) {
    return fault(
      'lab-busy',
      `${path} is in use by another program that does not let go: try again when it has finished.`,
    );
  }
  if (primary === READONLY) {
    return fault(
      'lab-read-only',
      `${path} can only be read here (the file, its folder or its medium is read-only): nothing was changed; make a copy with "lab copy" where you may write.`,
    );
  }
  if (
    primary === CANTOPEN ||
    raw.code === 'EACCES' ||
    raw.code === 'EPERM' ||
    raw.code === 'EROFS' ||
    raw.code === 'ENOENT'
  ) {
    // SQLite may name the file, and a lab that is being made has a temporary name.
    const what = raw.message.replace(/: \S*\.unfinished-\d+$/, '');
    return fault(
      'lab-io',
      `${path} cannot be opened for writing (${what}): check the folder and its permissions.`,
    );
  }
  if (primary === IOERR || raw.code === 'EIO' || raw.code === 'EFBIG') {
    return fault(
      'lab-io',
      `Reading or writing ${path} failed (${raw.message}): check the disk and try again; what was committed before is safe.`,
    );
  }
  if (primary === CORRUPT || primary === NOTADB || primary === TOOBIG) {
    return fault('lab-damaged', `${path} is damaged (${raw.message}): go back to a copy of it.`);
  }
  return raw;
}
