import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * [Note: POSIX locks] Closing any descriptor of a file drops all POSIX locks that the process holds on it, those of
 * SQLite's connections too, also of connections that are closed but not yet collected. Another process would then take
 * itself for the last one and delete the write-ahead log. So once this process has connected to a file, a descriptor
 * that looked at it stays open; it also keeps the file's number from being given to another file.
 */
const connected = new Set<string>();
const kept = new Map<string, number>();

function identityOf(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}/${ino}`;
}

/** Remembers that this process has, or had, a connection to the file. */
export function noteConnection(path: string): void {
  connected.add(identityOf(path));
}

function openHeader(path: string): { file: number; release: () => void } {
  const identity = identityOf(path);
  const known = kept.get(identity);
  if (known !== undefined) return { file: known, release: () => undefined };
  const file = openSync(path, 'r');
  if (process.platform === 'win32' || !connected.has(identity))
    return { file, release: () => closeSync(file) };
  kept.set(identity, file);
  return { file, release: () => undefined };
}

function readHeader(path: string): { header: Buffer; size: number } | null {
  const { file, release } = openHeader(path);
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    return read < HEADER_BYTES ? null : { header, size: fstatSync(file).size };
  } finally {
    release();
  }
}

/** Looks at the file's own bytes before SQLite touches it, so that a file that is no lab is left exactly as it was. */
export function inspect(path: string): Result<null> {
  if (!existsSync(path))
    return fail('lab-missing', `There is no lab at ${path}: check the name, or make one with "lab new".`);
  let seen: ReturnType<typeof readHeader>;
  try {
    seen = readHeader(path);
  } catch (error) {
    return fail(
      'lab-unreadable',
      `${path} cannot be read (${(error as Error).message}): check that it is a file you may open.`,
    );
  }
  if (
    seen === null ||
    seen.header.toString('latin1', 0, 16) !== MAGIC ||
    seen.header.readUInt32BE(68) !== APPLICATION_ID
  ) {
    return fail(
      'not-a-lab',
      `${path} is not a lab file: choose a file that was made with "lab new" or in the app.`,
    );
  }
  const version = seen.header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    return fail(
      'lab-newer',
      `${path} was made by a newer version of this program (format ${version}, this one reads up to ${SCHEMA_VERSION}): update the program to open it.`,
    );
  }
  const rawPageSize = seen.header.readUInt16BE(16);
  const pages = seen.header.readUInt32BE(28);
  // A write-ahead log may hold the missing pages; only without one is a short file surely cut off.
  if (seen.size < pages * (rawPageSize === 1 ? 65536 : rawPageSize) && !existsSync(`${path}-wal`)) {
    return damaged(path, 'the file is cut off');
  }
  return ok(null);
}

/** The sentence for a lab that cannot be used any more. */
export function damaged(path: string, what: string): Result<never> {
  return fail(
    'lab-damaged',
    `${path} is damaged (${what}): go back to a copy of it; this file was left as it is.`,
  );
}
