import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { forkLab } from '../build/new-lab.ts';
import { createLab, type Lab, openLab } from './lab.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-two-'));
  path = join(folder, 'a.mwlab');
  expect(createLab(path, fill)).toEqual(ok(null));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fill(lab: Lab): ReturnType<typeof ok<null>> {
  lab.run("INSERT INTO lab(id, name, seed, clock, era) VALUES(1, 'small', 7, 0, 'e2003')");
  return ok(null);
}

function opened(file = path): Lab {
  const lab = openLab(file);
  if (!lab.ok) throw new Error(lab.failure.message);
  return lab.value;
}

/** Writes and closes without leaving a statement behind, so that SQLite itself tidies up where it is the last one. */
const WRITER = `
import { DatabaseSync } from '@photostructure/sqlite';
const db = new DatabaseSync(process.argv[1]);
db.exec('UPDATE lab SET clock = clock + 1');
db.close();
`;
const READER = `
import { DatabaseSync } from '@photostructure/sqlite';
const db = new DatabaseSync(process.argv[1]);
console.log(db.prepare('SELECT clock FROM lab').get().clock);
`;

function elsewhere(program: string, file: string): string {
  const words = ['--input-type=module', '-e', program, file];
  return execFileSync(process.execPath, words, { cwd: import.meta.dirname, encoding: 'utf8' });
}
/** Another process lets the lab's clock tick, and is gone. */
const tickElsewhere = (file = path): void => void elsewhere(WRITER, file);
/** What the clock is for another process. */
const seenElsewhere = (file = path): number => Number(elsewhere(READER, file));

const clockOf = (lab: Lab): number => lab.get<{ clock: number }>('SELECT clock FROM lab')?.clock ?? -1;
const tick = (lab: Lab): void => {
  lab.transact(() => lab.run('UPDATE lab SET clock = clock + 1'));
};

test('a lab that was just made is shared with other processes at once', () => {
  const lab = opened();
  const before = lab.get<{ data_version: number }>('PRAGMA data_version')?.data_version;
  tickElsewhere();
  expect(clockOf(lab)).toBe(1);
  expect(lab.get<{ data_version: number }>('PRAGMA data_version')?.data_version).not.toBe(before);
  tick(lab);
  expect(seenElsewhere()).toBe(2);
  lab.close();
});

test('a lab that was closed and opened again keeps its hold on the file while others come and go', () => {
  for (let time = 0; time < 3; time += 1) opened().close();
  const lab = opened();
  tick(lab);
  tickElsewhere();
  expect(existsSync(`${path}-wal`)).toBe(true);
  tick(lab);
  tickElsewhere();
  expect(clockOf(lab)).toBe(4);
  lab.close();
  expect(seenElsewhere()).toBe(4);
});

test('a fork of an open lab loosens nothing, and is shared at once as well', () => {
  const lab = opened();
  const fork = join(folder, 'b.mwlab');
  expect(forkLab(lab, fork)).toMatchObject({ ok: true });
  tick(lab);
  tickElsewhere();
  expect(existsSync(`${path}-wal`)).toBe(true);
  tick(lab);
  expect(seenElsewhere()).toBe(3);
  const other = opened(fork);
  tickElsewhere(fork);
  expect(clockOf(other)).toBe(1);
  other.close();
  lab.close();
});
