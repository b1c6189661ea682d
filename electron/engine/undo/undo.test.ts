import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LabInput } from '../../../shared/ipc/lab-commands.ts';
import { runCommand } from '../commands.ts';
import { claimMailboxes, beginWork, endWork, releaseClaims } from '../migrate/claim.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { SCHEMA_1 } from '../store/schema.ts';
import { undoLab } from './go-back.ts';
import { takeUndo, withUndo } from './take-undo.ts';
import { copyFile, readCopies, undoFolder } from './undo-folder.ts';
import { ok } from '../../../shared/result.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-undo-'));
const base = join(folder, 'base.mwlab');

beforeAll(async () => {
  expect(await runCommand('new', { file: base, seed: 3, mailboxes: 3, items: 60 })).toMatchObject({
    ok: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fresh(name: string): Promise<Lab> {
  const file = join(folder, name);
  expect(await runCommand('copy', { file: base, to: file })).toMatchObject({ ok: true });
  const opened = openLab(file);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

function change(lab: Lab, value: string): void {
  lab.run('UPDATE lab SET clock = clock + 1000');
  lab.run("INSERT INTO act(at, verb, detail) VALUES(1, 'test', ?)", JSON.stringify({ value }));
  lab.run('DELETE FROM message WHERE gc % 7 = ?', value.length % 7);
}

const undo = (lab: Lab, input: Omit<LabInput<'undo'>, 'file'> = {}) =>
  undoLab(lab, { file: lab.path, ...input });

test('going back gives the very lab of before, going forward the very lab of after', async () => {
  const lab = await fresh('there and back.mwlab');
  const before = labDigest(lab);
  expect(takeUndo(lab, { kind: 'run', detail: 'clone' })).toEqual({ ok: true, value: 1 });
  lab.run("INSERT INTO act(at, verb, detail) VALUES(1, 'test', '{}')");
  lab.run('DELETE FROM message WHERE gc % 2 = 0');
  const after = labDigest(lab);
  expect(after).not.toBe(before);

  expect(undo(lab, { to: 'last' })).toMatchObject({ ok: true, value: { wentTo: 1 } });
  expect(labDigest(lab)).toBe(before);
  expect(undo(lab, { to: 'last' })).toMatchObject({ ok: true, value: { wentTo: 2 } });
  expect(labDigest(lab)).toBe(after);
  expect(lab.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(lab.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
  lab.close();
});

test('others who have the lab open notice', async () => {
  const lab = await fresh('noticed.mwlab');
  const other = openLab(lab.path);
  if (!other.ok) throw new Error(other.failure.message);
  takeUndo(lab, { kind: 'server', detail: 'pageheap=on' });
  change(lab, 'x');
  const mark = () => other.value.get<{ data_version: number }>('PRAGMA data_version')?.data_version;
  const seen = mark();
  undo(lab, { to: 1 });
  expect(mark()).not.toBe(seen);
  expect(labDigest(other.value)).toBe(labDigest(lab));
  other.value.close();
  lab.close();
});

test('ten copies are kept, the latest, with their sizes', async () => {
  const lab = await fresh('ten.mwlab');
  for (let at = 1; at <= 13; at += 1) {
    const done = withUndo(lab, { kind: 'deliver', detail: `no. ${at}` }, () => ({
      answer: ok(at),
      keep: true,
    }));
    expect(done).toEqual({ ok: true, value: at });
  }
  const listed = undo(lab);
  expect(listed.ok && listed.value.copies.map((copy) => copy.number)).toEqual([
    13, 12, 11, 10, 9, 8, 7, 6, 5, 4,
  ]);
  expect(listed.ok && listed.value.copies.every((copy) => copy.bytes > 0)).toBe(true);
  expect(readdirSync(undoFolder(lab.path)).filter((name) => name.endsWith('.mwlab'))).toHaveLength(10);
  lab.close();
});

test('what came to nothing leaves no copy', async () => {
  const lab = await fresh('nothing.mwlab');
  withUndo(lab, { kind: 'run', detail: 'clone' }, () => ({ answer: ok(1), keep: false }));
  expect(undo(lab)).toMatchObject({ ok: true, value: { copies: [], bytes: 0, wentTo: null } });
  expect(undo(lab, { to: 'last' })).toMatchObject({ failure: { code: 'undo-none' } });
  expect(undo(lab, { to: 4 })).toMatchObject({ failure: { code: 'undo-unknown' } });
  lab.close();
});

test('no way back while a run goes on', async () => {
  const lab = await fresh('live.mwlab');
  takeUndo(lab, { kind: 'run', detail: 'default' });
  lab.run(
    "INSERT INTO run(id, mode, state, plan, ignore_gate, started) VALUES(9, 'default', 'running', '{}', 0, 0)",
  );
  lab.run(
    "INSERT INTO run_mailbox(run_id, ord, source_mailbox, match, requested_mode, state) SELECT 9, 0, min(id), '{}', 'default', 'waiting' FROM mailbox",
  );
  claimMailboxes(lab, 9);
  beginWork(lab, 9);
  const digest = labDigest(lab);
  expect(undo(lab, { to: 'last' })).toMatchObject({ failure: { code: 'undo-live-run' } });
  expect(labDigest(lab)).toBe(digest);
  endWork(lab, 9);
  releaseClaims(lab, 9);
  expect(undo(lab, { to: 'last' })).toMatchObject({ ok: true });
  lab.close();
});

test('a damaged copy changes nothing, and half a copy is never offered', async () => {
  const lab = await fresh('damaged.mwlab');
  takeUndo(lab, { kind: 'run', detail: 'default' });
  const digest = labDigest(lab);
  writeFileSync(copyFile(lab.path, 1), 'this is no lab');
  expect(undo(lab, { to: 1 })).toMatchObject({ failure: { code: 'not-a-lab' } });
  expect(labDigest(lab)).toBe(digest);
  // A copy that was cut short, and one that never got into the index.
  writeFileSync(`${copyFile(lab.path, 2)}.unfinished-1`, 'half');
  writeFileSync(copyFile(lab.path, 7), 'forgotten');
  expect(readCopies(lab.path).map((copy) => copy.number)).toEqual([1]);
  expect(takeUndo(lab, { kind: 'run', detail: 'default' })).toEqual({ ok: true, value: 2 });
  expect(existsSync(copyFile(lab.path, 7))).toBe(false);
  expect(readdirSync(undoFolder(lab.path)).some((name) => name.includes('unfinished'))).toBe(false);
  lab.close();
});

test('all copies can be deleted by hand, with what the index knows nothing of, and nothing else', async () => {
  const lab = await fresh('cleared.mwlab');
  const digest = labDigest(lab);
  takeUndo(lab, { kind: 'run', detail: 'default' });
  takeUndo(lab, { kind: 'run', detail: 'clone' });
  writeFileSync(copyFile(lab.path, 7), 'forgotten');
  writeFileSync(join(undoFolder(lab.path), 'notes.txt'), 'mine');
  expect(undo(lab, { clear: true, to: 'last' })).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
  expect(readCopies(lab.path)).toHaveLength(2);
  expect(undo(lab, { clear: true })).toMatchObject({
    ok: true,
    value: { copies: [], bytes: 0, wentTo: null },
  });
  expect(readdirSync(undoFolder(lab.path))).toEqual(['notes.txt']);
  rmSync(join(undoFolder(lab.path), 'notes.txt'));
  takeUndo(lab, { kind: 'run', detail: 'clone' });
  expect(undo(lab, { clear: true })).toMatchObject({ ok: true });
  expect(existsSync(undoFolder(lab.path))).toBe(false);
  expect(undo(lab, { clear: true })).toMatchObject({ ok: true });
  expect(labDigest(lab)).toBe(digest);
  lab.close();
});

test('a copy of an older format is brought up to the present one before one goes back to it', async () => {
  const lab = await fresh('older.mwlab');
  takeUndo(lab, { kind: 'run', detail: 'default' });
  const copy = new DatabaseSync(copyFile(lab.path, 1));
  copy.exec('PRAGMA foreign_keys = OFF');
  const tables = copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  const first = new DatabaseSync(':memory:');
  for (const statement of SCHEMA_1) first.exec(statement);
  const known = first.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  const old = new Set(known.map((table) => table.name));
  for (const { name } of tables.filter((table) => !old.has(table.name) && !table.name.startsWith('sqlite_')))
    copy.exec(`DROP TABLE "${name}"`);
  for (const name of old) {
    const columns = (of: InstanceType<typeof DatabaseSync>): string[] =>
      (of.prepare(`SELECT name FROM pragma_table_info('${name}')`).all() as { name: string }[]).map(
        (row) => row.name,
      );
    const before = new Set(columns(first));
    for (const column of columns(copy).filter((one) => !before.has(one)))
      copy.exec(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
  }
  copy.exec('PRAGMA user_version = 1');
  copy.close();
  const digest = labDigest(lab);
  change(lab, 'x');
  expect(undo(lab, { to: 1 })).toMatchObject({ ok: true, value: { wentTo: 1 } });
  expect(labDigest(lab)).toBe(digest);
  lab.close();
});

test('an act is refused in one sentence when no copy can be kept', async () => {
  const lab = await fresh('full.mwlab');
  writeFileSync(undoFolder(lab.path), 'a file where the folder should be');
  const digest = labDigest(lab);
  const done = withUndo(lab, { kind: 'run', detail: 'clone' }, () => {
    change(lab, 'never');
    return { answer: ok(1), keep: true };
  });
  expect(done).toMatchObject({ ok: false, failure: { code: 'undo-copy' } });
  expect(labDigest(lab)).toBe(digest);
  lab.close();
});
