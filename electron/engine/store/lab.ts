import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { LONGEST_VALUE, defend, examineFile } from './examine.ts';
import { damaged, inspect, noteConnection } from './inspect.ts';
import { MIGRATIONS } from './migrations.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { asStoreFault, StoreFault } from './store-fault.ts';
import { openReadOnly } from './read-only.ts';
import { isWritable } from './writable.ts';
import { sweepUnfinished, unfinished } from './unfinished.ts';
import { wrap } from './wrap.ts';

export type SqlValue = null | number | bigint | string | Uint8Array;

/** An open lab file. Everything that reads or writes a lab goes through this. */
export interface Lab {
  /** Where the file stands, as it was opened. */
  readonly path: string;
  readonly db: DatabaseSyncInstance;
  all<T>(sql: string, ...values: readonly SqlValue[]): T[];
  get<T>(sql: string, ...values: readonly SqlValue[]): T | undefined;
  /** Rows one by one; the statement is its own, so that loops may nest. */
  iterate<T>(sql: string, ...values: readonly SqlValue[]): IterableIterator<T>;
  run(sql: string, ...values: readonly SqlValue[]): { changes: number; lastInsertRowid: number };
  /** One immediate transaction; inside another one the work simply joins it. Throws StoreFault for disk and lock errors. */
  transact<T>(work: () => T): T;
  /** Runs the work and takes every change back: for observing what would happen. */
  scratch<T>(work: () => T): T;
  /** Rows this connection has changed so far, without those of scratch work. */
  changes(): number;
  close(): void;
}

/** 32 MB of pages: twice as many copied no faster at 1,000,000 rows, and an engine has to stay under 300 MB. */
function connect(path: string): DatabaseSyncInstance {
  const db = bare(path);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY',
  );
  return db;
}

function bare(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(path, {
    timeout: 30_000,
    enableForeignKeyConstraints: true,
    allowExtension: false,
    limits: { length: LONGEST_VALUE },
  });
  noteConnection(path);
  defend(db);
  return db;
}

/**
 * [Note: unnamed labs] Connects to a lab file that has not got its name yet and that nobody else knows. It has no
 * write-ahead log: a closed connection lives on until the collector has met its statements, SQLite finds the log's
 * shared memory by the file and not by its name, and so a log begun under the temporary name would be shared with this
 * process's next connection, but with no other process. Nothing is lost without it: an unfinished file is thrown away.
 */
function connectUnnamed(path: string): DatabaseSyncInstance {
  const db = bare(path);
  db.exec(
    'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY',
  );
  return db;
}

/** Where SQLite's header says that a file is written through a write-ahead log (file format, section 1.3.3). */
const FORMAT_OFFSET = 18;

/** Marks a closed, unnamed lab for use with a write-ahead log, and sees that all of it is on the disk. */
function settle(path: string): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Uint8Array.of(2, 2), 0, 2, FORMAT_OFFSET);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Works on a whole lab file that has not got its name yet (see [Note: unnamed labs]), and then gives it the name.
 * Throws StoreFault; the unnamed file is the caller's to remove then.
 */
export function finishUnnamed<T>(temporary: string, path: string, work: (lab: Lab) => T): T {
  const lab = wrap(path, connectUnnamed(temporary));
  try {
    const value = work(lab);
    lab.close();
    settle(temporary);
    renameSync(temporary, path);
    return value;
  } catch (error) {
    throw asStoreFault(error, path);
  } finally {
    lab.close();
  }
}

/**
 * Opens a lab. A file that is missing, no lab, newer or damaged gets one sentence and is left untouched. One that cannot
 * be written here is opened for looking: whatever would change it is refused then (lab-read-only).
 * Failure codes: lab-missing, lab-unreadable, not-a-lab, lab-newer, lab-damaged, and those of the store.
 */
export function openLab(path: string): Result<Lab> {
  const seen = inspect(path);
  if (!seen.ok) return seen;
  return isWritable(path) ? openWritable(path) : openReadOnly(path, openWritable);
}

function openWritable(path: string): Result<Lab> {
  const sound = examineFile(path);
  if (!sound.ok) return sound;
  let db: DatabaseSyncInstance | null = null;
  try {
    db = connect(path);
    migrate(db);
    return ok(wrap(path, db));
  } catch (error) {
    if (db?.isOpen) db.close();
    const fault = asStoreFault(error, path);
    if (fault instanceof StoreFault) return { ok: false, failure: fault.failure };
    return damaged(path, (error as Error).message);
  }
}

function migrate(db: DatabaseSyncInstance): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  for (const migration of MIGRATIONS.filter((candidate) => candidate.to > version)) {
    db.exec('BEGIN IMMEDIATE');
    for (const statement of migration.statements) db.exec(statement);
    db.exec(`PRAGMA user_version = ${migration.to}; COMMIT`);
  }
}

function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/**
 * Makes a new lab file and lets `build` fill it. Only a whole lab gets the name; whatever fails leaves nothing behind.
 * Failure codes: lab-exists, and those of the store (disk-full, lab-io, lab-busy) or of `build`.
 */
export function createLab<T>(path: string, build: (lab: Lab) => Result<T>): Result<T> {
  if (existsSync(path))
    return fail('lab-exists', `${path} exists already: choose another name; nothing was changed.`);
  sweepUnfinished(path);
  const temporary = unfinished(path);
  let lab: Lab | null = null;
  try {
    const db = connectUnnamed(temporary);
    lab = wrap(path, db);
    db.exec('BEGIN IMMEDIATE');
    for (const statement of SCHEMA) db.exec(statement);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
    const built = build(lab);
    lab.close();
    if (!built.ok) return built;
    settle(temporary);
    renameSync(temporary, path);
    return built;
  } catch (error) {
    const fault = asStoreFault(error, path);
    if (!(fault instanceof StoreFault)) throw error;
    return { ok: false, failure: fault.failure };
  } finally {
    try {
      lab?.close();
    } finally {
      remove(temporary);
    }
  }
}
