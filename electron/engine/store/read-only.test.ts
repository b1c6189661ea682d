import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { createLab, type Lab, openLab } from './lab.ts';
import { openReadOnly } from './read-only.ts';
import { APPLICATION_ID, SCHEMA_1 } from './schema.ts';

let folder: string;
let temporary: string;
let path: string;
const open: Lab[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-readonly-'));
  temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, temporary);
  mkdirSync(join(folder, 'a b'));
  // A name that means something in an address.
  path = join(folder, 'a b', 'x #1?%20&.mwlab');
  const made = createLab(path, (lab) => {
    lab.run("INSERT INTO lab(id, name, seed, clock, era) VALUES(1, 'small', 7, 1000, 'e2003')");
    return ok(null);
  });
  expect(made).toEqual(ok(null));
});
afterEach(() => {
  for (const lab of open.splice(0)) lab.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function looking(file = path): Lab {
  const lab = openReadOnly(file, openLab);
  if (!lab.ok) throw new Error(lab.failure.message);
  open.push(lab.value);
  return lab.value;
}

const clockOf = (lab: Lab): number => lab.get<{ clock: number }>('SELECT clock FROM lab')?.clock ?? -1;
const beside = (): string[] => readdirSync(join(folder, 'a b'));
const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { failure?: { code: string } }).failure?.code ?? String(error);
  }
  return 'done';
};

/** The lab with a log beside it whose last commits are not in the file, as a copy of an open lab is. */
function withLog(): string {
  const lab = openLab(path);
  if (!lab.ok) throw new Error(lab.failure.message);
  lab.value.run('UPDATE lab SET clock = 2000');
  const to = join(folder, 'copied.mwlab');
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, to + suffix);
  lab.value.close();
  return to;
}

describe('a lab that cannot be written', () => {
  it('is looked at where it lies, and nothing appears beside it', () => {
    const before = readFileSync(path);
    const lab = looking();
    expect(clockOf(lab)).toBe(1000);
    expect([...lab.iterate('SELECT name FROM lab')]).toHaveLength(1);
    expect(beside()).toHaveLength(1);
    expect(readdirSync(temporary)).toEqual([]);
    lab.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('gets nothing written into it, with one sentence that names it', () => {
    const lab = looking();
    const write = (): unknown => lab.run('UPDATE lab SET clock = 5');
    expect([code(write), code(() => lab.transact(write))]).toEqual(['lab-read-only', 'lab-read-only']);
    expect(clockOf(lab)).toBe(1000);
    const told = openLab(join(folder, 'none.mwlab'));
    expect(told).toMatchObject({ ok: false, failure: { code: 'lab-missing' } });
  });

  it('does what is taken back on a copy, as often as one likes, and takes the copy away', () => {
    const lab = looking();
    for (let time = 0; time < 2; time += 1) {
      const seen = lab.scratch(() => {
        lab.run('UPDATE lab SET clock = clock + 1');
        return lab.transact(() => clockOf(lab));
      });
      expect([seen, clockOf(lab), lab.changes()]).toEqual([1001, 1000, 0]);
    }
    expect(code(() => lab.scratch(() => lab.run('nonsense')))).not.toBe('done');
    expect(clockOf(lab)).toBe(1000);
    expect(readdirSync(temporary)).toHaveLength(1);
    lab.close();
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('shows what its log holds', () => {
    const copied = withLog();
    const lab = looking(copied);
    expect(clockOf(lab)).toBe(2000);
    expect(lab.scratch(() => clockOf(lab))).toBe(2000);
  });

  it('shows what its log holds also where SQLite cannot read the log in its place', () => {
    const copied = withLog();
    mkdirSync(`${copied}-shm`);
    const lab = looking(copied);
    expect(clockOf(lab)).toBe(2000);
    expect(code(() => lab.run('UPDATE lab SET clock = 5'))).toBe('lab-read-only');
    expect(lab.path).toBe(copied);
    lab.close();
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(`${copied}-wal`)).toBe(true);
  });

  it('of an older format is looked at in the present one, and stays as it is', () => {
    const old = join(folder, 'old.mwlab');
    const db = new DatabaseSync(old);
    for (const statement of SCHEMA_1) db.exec(statement);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`);
    db.exec("INSERT INTO lab(id, name, seed, clock, era) VALUES(1, 'old', 7, 1000, 'e2003')");
    db.close();
    const before = readFileSync(old);
    const lab = looking(old);
    expect(clockOf(lab)).toBe(1000);
    expect(lab.all('SELECT flavour FROM server_file')).toEqual([]);
    lab.close();
    expect(readFileSync(old).equals(before)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
