import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { damaged, noteConnection } from './inspect.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { MIGRATIONS } from './migrations.ts';
import { SCHEMA_1 } from './schema.ts';
import { ValueFault, examineValues } from './examine-values.ts';
import { asStoreFault, StoreFault } from './store-fault.ts';

/** Longest value or row that is read, bytes: a mail of the longest kind that is taken in, with its text. */
export const LONGEST_VALUE = 320 * 1024 * 1024;

/** What holds for every connection to a file that may come from anywhere. */
export function defend(db: DatabaseSyncInstance): void {
  db.enableDefensive(true);
  db.exec('PRAGMA trusted_schema = OFF');
}

type Line = readonly [type: string, name: string, table: string, sql: string | null];

const known = new Map<number, string>();

/** Every statement that a file holds of tables, indexes, views and triggers, in one order. */
function statementsOf(db: DatabaseSyncInstance): string {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all() as {
    type: string;
    name: string;
    tbl_name: string;
    sql: string | null;
  }[];
  const lines = rows.map((row): Line => [row.type, row.name, row.tbl_name, row.sql]);
  return lines
    .map((line) => JSON.stringify(line))
    .sort()
    .join('\n');
}

/** The same of a lab of this version, made anew. */
function expectedOf(version: number): string {
  const made = known.get(version);
  if (made !== undefined) return made;
  const db = new DatabaseSync(':memory:');
  const steps = MIGRATIONS.filter((migration) => migration.to <= version);
  for (const sql of [...SCHEMA_1, ...steps.flatMap((step) => step.statements)]) db.exec(sql);
  const statements = statementsOf(db);
  db.close();
  known.set(version, statements);
  return statements;
}

/**
 * Looks at a lab before anything of it is used or changed: its tables are, statement by statement, those of its version
 * (no view, trigger or virtual table besides), its pages are sound, and its values are of the kinds and sizes that labs
 * hold. Throws a ValueFault with what is wrong, or what SQLite throws.
 */
export function examine(db: DatabaseSyncInstance): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version < 1) throw new ValueFault('it names no version of lab files');
  if (statementsOf(db) !== expectedOf(version))
    throw new ValueFault('its tables are not those of a lab of its version');
  examineValues(db);
}

/**
 * Examines a file through a connection of its own, which leaves no trace: where no log lies beside the file SQLite is told
 * that it never changes, and so needs neither locks nor shared memory. Failure codes: lab-damaged, and those of the store.
 */
export function examineFile(path: string): Result<null> {
  const how = existsSync(`${path}-wal`) ? 'mode=ro' : 'immutable=1';
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(`${pathToFileURL(path).href}?${how}`, {
      readOnly: true,
      timeout: 30_000,
      allowExtension: false,
      limits: { length: LONGEST_VALUE },
    });
    noteConnection(path);
    defend(db);
    examine(db);
    return ok(null);
  } catch (error) {
    // Somebody began to write while it was taken for a file that never changes.
    if (how === 'immutable=1' && existsSync(`${path}-wal`)) return examineFile(path);
    if (error instanceof ValueFault) return damaged(path, error.message);
    const fault = asStoreFault(error, path);
    if (fault instanceof StoreFault) return { ok: false, failure: fault.failure };
    // What SQLite cannot make sense of has many numbers.
    if ((error as { code?: string }).code === 'ERR_SQLITE_ERROR')
      return damaged(path, (error as Error).message);
    throw error;
  } finally {
    db?.close();
  }
}
