import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { ok, type Result } from '../../../shared/result.ts';
import { LONGEST_VALUE, defend, examine } from './examine.ts';
import { ValueFault } from './examine-values.ts';
import { damaged, noteConnection } from './inspect.ts';
import type { Lab } from './lab.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { asStoreFault, StoreFault } from './store-fault.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { wrap } from './wrap.ts';

/*
 * Labs on read-only media, or that somebody else lets one read: nothing is written beside them. Where no log lies beside
 * the file, SQLite is told that it never changes, for only then does it need no shared memory next to it; a log that lies
 * there is read through the shared memory of whoever writes. What cannot be read in either way, or is of an older format,
 * is read from a temporary copy. Work that is taken back again (`scratch`) is done on a temporary copy, too.
 */

type OpenLab = (path: string) => Result<Lab>;

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Connects for reading; null: SQLite cannot, or the file is of an older format. Throws other errors. */
function connect(path: string, how: 'mode=ro' | 'immutable=1'): DatabaseSyncInstance | null {
  const db = new DatabaseSync(`${pathToFileURL(path).href}?${how}`, {
    readOnly: true,
    timeout: 30_000,
    allowExtension: false,
    limits: { length: LONGEST_VALUE },
  });
  try {
    noteConnection(path);
    defend(db);
    db.exec('PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY');
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === SCHEMA_VERSION) {
      examine(db);
      return db;
    }
    db.close();
    return null;
  } catch (error) {
    db.close();
    const fault = asStoreFault(error, path);
    if (fault instanceof StoreFault && /^lab-(io|read-only)$/.test(fault.failure.code)) return null;
    throw error;
  }
}

interface Copy {
  readonly lab: Lab;
  remove(): void;
}

/** A lab in a temporary folder, brought there by `bring`. */
function copyOf(open: OpenLab, bring: (to: string) => void): Result<Copy> {
  const folder = makeTemporaryFolder('mwlab-look-');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const to = join(folder, 'copy.mwlab');
  try {
    bring(to);
    const opened = open(to);
    if (!opened.ok) {
      remove();
      return opened;
    }
    const lab = opened.value;
    return ok({
      lab,
      remove: () => {
        lab.close();
        remove();
      },
    });
  } catch (error) {
    remove();
    throw asStoreFault(error, to);
  }
}

function copyFiles(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

/** A Lab that reads from one connection and does what is taken back again on a copy, which is made when it is first needed. */
function lookingLab(path: string, front: Lab, open: OpenLab, onClose: () => void): Lab {
  let copy: Copy | null = null;
  let active = front;
  const scratchCopy = (): Copy => {
    const made = copyOf(open, (to) => front.run('VACUUM INTO ?', to));
    if (!made.ok) throw new StoreFault(made.failure, null);
    return made.value;
  };
  return {
    path,
    get db() {
      return active.db;
    },
    all: (sql, ...values) => active.all(sql, ...values),
    get: (sql, ...values) => active.get(sql, ...values),
    iterate: (sql, ...values) => active.iterate(sql, ...values),
    run: (sql, ...values) => active.run(sql, ...values),
    transact: (work) => active.transact(work),
    scratch: (work) => {
      copy ??= scratchCopy();
      active = copy.lab;
      try {
        return copy.lab.scratch(work);
      } finally {
        active = front;
      }
    },
    changes: () => front.changes(),
    close: () => {
      copy?.remove();
      copy = null;
      front.close();
      onClose();
    },
  };
}

/**
 * Opens a lab that cannot be written. Whatever tries to change it gets the StoreFault lab-read-only.
 * Failure codes: lab-damaged, and those of the store where a temporary copy cannot be made.
 * @param open opens a copy that can be written
 */
export function openReadOnly(path: string, open: OpenLab): Result<Lab> {
  try {
    const db = connect(path, hasLog(path) ? 'mode=ro' : 'immutable=1');
    if (db !== null) return ok(lookingLab(path, wrap(path, db), open, () => undefined));
    const whole = copyOf(open, (to) => copyFiles(path, to));
    if (!whole.ok) return whole;
    const copied = whole.value.lab.path;
    // Folds its log in, so that the copy can be read as a file that never changes.
    whole.value.lab.close();
    const front = connect(copied, 'immutable=1');
    if (front === null) return damaged(path, 'a copy of it cannot be read');
    return ok(lookingLab(path, wrap(path, front), open, whole.value.remove));
  } catch (error) {
    if (error instanceof ValueFault) return damaged(path, error.message);
    const fault = asStoreFault(error, path);
    if (fault instanceof StoreFault) return { ok: false, failure: fault.failure };
    throw error;
  }
}
