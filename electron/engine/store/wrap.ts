import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Lab, SqlValue } from './lab.ts';
import { asStoreFault } from './store-fault.ts';

/** Statement cache entries; more than any one command uses. */
const STATEMENTS = 400;

/**
 * Moves what the write-ahead log holds into the file, so that a closed lab is one whole file. SQLite would do it on
 * closing, but only when every statement is finalized, which this driver leaves to the garbage collector. Where another
 * process still reads, the log stays, and the last one to close folds it in.
 */
function foldLogIn(db: DatabaseSyncInstance): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // A lab that cannot be written any more is closed all the same; its log stays beside it and is read next time.
  }
}

/** A connection to a lab's file as a Lab. @param path what it is called in sentences */
export function wrap(path: string, db: DatabaseSyncInstance): Lab {
  const statements = new Map<string, StatementSyncInstance>();
  const prepared = (sql: string): StatementSyncInstance => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= STATEMENTS) statements.clear();
    const statement: StatementSyncInstance = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asStoreFault(error, path);
    }
  };
  // Statements for loops that are over serve the next one: each holds memory that only the collector gives back.
  const idle = new Map<string, StatementSyncInstance[]>();
  const rows = function* (sql: string, values: readonly SqlValue[]): Generator<unknown> {
    const waiting = idle.get(sql) ?? [];
    const statement: StatementSyncInstance = waiting.pop() ?? guarded(() => db.prepare(sql));
    try {
      yield* guarded(() => statement.iterate(...values));
    } catch (error) {
      throw asStoreFault(error, path);
    } finally {
      waiting.push(statement);
      idle.set(sql, waiting);
    }
  };
  const changedRows = (): number =>
    Number((prepared('SELECT total_changes() AS n').get() as { n: number }).n);
  // SQLite counts rows that were taken back too; without them, looking at a lab would pass for changing it.
  let takenBack = 0;
  const inTransaction = <T>(work: () => T, end: 'COMMIT' | 'ROLLBACK'): T => {
    guarded(() => db.exec('BEGIN IMMEDIATE'));
    try {
      const value = work();
      guarded(() => db.exec(end));
      return value;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    path,
    db,
    all: <T>(sql: string, ...values: readonly SqlValue[]) =>
      guarded(() => prepared(sql).all(...values) as T[]),
    get: <T>(sql: string, ...values: readonly SqlValue[]) =>
      guarded(() => prepared(sql).get(...values) as T | undefined),
    iterate: <T>(sql: string, ...values: readonly SqlValue[]) => rows(sql, values) as IterableIterator<T>,
    run: (sql, ...values) =>
      guarded(() => {
        const done = prepared(sql).run(...values);
        return { changes: Number(done.changes), lastInsertRowid: Number(done.lastInsertRowid) };
      }),
    transact: (work) => (db.isTransaction ? work() : inTransaction(work, 'COMMIT')),
    scratch: (work) => {
      if (db.isTransaction) throw new Error('scratch work cannot run inside a transaction');
      const before = changedRows();
      try {
        return inTransaction(work, 'ROLLBACK');
      } finally {
        if (db.isOpen) takenBack += changedRows() - before;
      }
    },
    changes: () => changedRows() - takenBack,
    close: () => {
      statements.clear();
      if (!db.isOpen) return;
      foldLogIn(db);
      db.close();
    },
  };
}
