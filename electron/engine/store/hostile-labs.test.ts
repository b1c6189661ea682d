import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newLab } from '../build/new-lab.ts';
import { openLab } from './lab.ts';
import { APPLICATION_ID, SCHEMA } from './schema.ts';

/*
 * Lab files that somebody made to do harm. Each is one change to a sound lab; each is refused in one sentence that names
 * the file, and left as it was, with nothing beside it.
 */

let folder: string;
let sound: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-hostile-'));
  const file = join(folder, 'sound.mwlab');
  expect(newLab({ file, mailboxes: 2, items: 20, seed: 5 })).toMatchObject({ ok: true });
  sound = readFileSync(file);
  rmSync(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each case has a file and a folder of its own: what SQLite closes it lets go of later. */
let count = 0;
const place = (): string => join(folder, String(count));
const file = (): string => join(place(), 'a.mwlab');
beforeEach(() => {
  count += 1;
  mkdirSync(place());
});

/** A sound lab on which a stranger has worked, without this program's defences. */
function worked(...statements: readonly string[]): void {
  writeFileSync(file(), sound);
  const db = new DatabaseSync(file());
  db.enableDefensive(false);
  db.exec('PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
  db.exec('PRAGMA writable_schema = ON');
  for (const statement of statements) db.exec(statement);
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
  for (const suffix of ['-wal', '-shm']) rmSync(file() + suffix, { force: true });
}

function refused(): { code: string; message: string } {
  const before = readFileSync(file());
  const opened = openLab(file());
  if (opened.ok) opened.value.close();
  expect(readFileSync(file()).equals(before)).toBe(true);
  expect(readdirSync(place())).toEqual(['a.mwlab']);
  if (opened.ok) throw new Error('it was opened');
  return opened.failure;
}

/** Replaces a table's statement in the schema itself, as one who edits the file's bytes can. */
const restated = (table: string, from: string, to: string): string =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${table}'`;

const HOSTILE: readonly (readonly [what: string, ...statements: string[]])[] = [
  ['a view more', "CREATE VIEW extra AS SELECT load_extension('x')"],
  ['a view in place of a table', 'DROP TABLE planned', 'CREATE VIEW planned AS SELECT 1 AS id'],
  [
    'a view that never ends in place of a table',
    'DROP TABLE drive',
    "CREATE VIEW drive AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'C' AS letter, i AS path FROM n",
  ],
  ['a trigger', 'CREATE TRIGGER t AFTER UPDATE ON lab BEGIN DELETE FROM message; END'],
  [
    'a trigger of a name like ours',
    'CREATE TRIGGER message_folder2 BEFORE INSERT ON act BEGIN SELECT 1; END',
  ],
  ['a virtual table', 'CREATE VIRTUAL TABLE v USING fts5(a)'],
  [
    'a virtual table in place of a table',
    'DROP TABLE service',
    'CREATE VIRTUAL TABLE service USING fts5(name, state)',
  ],
  ['a table more', 'CREATE TABLE extra(a)'],
  ['a table less', 'DROP TABLE planned'],
  ['an index less', 'DROP INDEX folder_id'],
  ['an index over an expression', 'CREATE INDEX e ON message(abs(size))'],
  ['a table without its checks', restated('org', "CHECK(role IN (''source'', ''target''))", '')],
  [
    'a column of a computed default',
    restated('setting', 'value TEXT NOT NULL', 'value TEXT NOT NULL DEFAULT (random())'),
  ],
  ['a table that is not strict any more', restated('lab', ' STRICT', '')],
  ['a statement that is none', "UPDATE sqlite_schema SET sql = 'CREATE TABLE' WHERE name = 'drive'"],
  [
    'a table that begins on the page of another',
    "UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'message'",
  ],
  ['a table that begins behind the end', "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'drive'"],
  ['the version of an older lab', 'PRAGMA user_version = 1'],
  ['no version', 'PRAGMA user_version = 0'],
  ['a negative version', 'PRAGMA user_version = -1'],
  ['a clock no calendar has', 'UPDATE lab SET clock = 9000000000000000'],
  ['a number no program counts to', 'UPDATE mdb SET next_gc = 9223372036854775807'],
  [
    'two rows that say what lab it is',
    restated('lab', ' CHECK(id = 1)', ''),
    "INSERT INTO lab VALUES(2, 'b', NULL, 1, 1, 'e2003')",
  ],
  ['a mailbox of nobody', 'UPDATE mailbox SET object_id = 12345 WHERE id = 1'],
  ['a role that no organization has', "UPDATE org SET role = 'both' WHERE role = 'source'"],
  ['a GUID that is too short', "UPDATE repl SET guid = x'00' WHERE id = 1"],
  [
    'a plan that is no JSON',
    `INSERT INTO run(id, mode, state, plan, ignore_gate, started) VALUES(1, 'clone', 'x', '{', 0, 1)`,
  ],
  [
    'reasons that are no list',
    `INSERT INTO run(id, mode, state, plan, ignore_gate, started, why) VALUES(1, 'clone', 'x', '{}', 0, 1, '"text"')`,
  ],
  [
    'JSON as deep as the sea',
    `INSERT INTO run(id, mode, state, plan, ignore_gate, started, why) VALUES(1, 'clone', 'x', '{}', 0, 1, '${'['.repeat(5000)}')`,
  ],
];

describe('a lab file that was made to do harm is refused and left alone:', () => {
  it.each(HOSTILE)('%s', (_what, ...statements) => {
    worked(...statements);
    const failure = refused();
    expect(failure.code).toMatch(/^(lab-damaged|lab-newer|not-a-lab)$/);
    expect(failure.message).toContain(file());
    expect(failure.message).not.toContain('\n');
  });

  it.each(['TEXT', 'BLOB', 'REAL'])('%s values where numbers belong', (type) => {
    const plain = SCHEMA.find((sql) => sql.startsWith('CREATE TABLE message(')) ?? '';
    const before = "SELECT sql FROM sqlite_schema WHERE name = 'message'";
    writeFileSync(file(), sound);
    const db = new DatabaseSync(file());
    db.enableDefensive(false);
    const kept = (db.prepare(before).get() as { sql: string }).sql;
    expect(kept).toBe(plain);
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA writable_schema = ON');
    const restate = db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'message'");
    restate.run(kept.replace(' STRICT,', '').replace('size INTEGER', 'size BLOB'));
    db.exec('PRAGMA writable_schema = RESET');
    db.exec(`UPDATE message SET size = CAST('${type === 'REAL' ? '1.5' : 'many'}' AS ${type})`);
    db.exec('PRAGMA writable_schema = ON');
    db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'message'").run(kept);
    db.close();
    expect(refused().code).toBe('lab-damaged');
  });

  it('a foreign database that bears the number of labs', () => {
    const db = new DatabaseSync(file());
    db.exec(`CREATE TABLE t(a); PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 2`);
    db.close();
    expect(refused().code).toBe('lab-damaged');
  });

  it('one whose pages were overwritten, wherever', () => {
    const pages = sound.length / 4096;
    for (let page = 1; page < pages; page += Math.ceil(pages / 40)) {
      const bytes = Buffer.from(sound);
      bytes.fill(0xa5, page * 4096, page * 4096 + 64);
      writeFileSync(file(), bytes);
      expect(refused().code).toBe('lab-damaged');
    }
  });

  it('a sound one is opened, so that all of this says something', () => {
    worked();
    const opened = openLab(file());
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });
});
