import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { labDigest } from './digest.ts';
import { createLab, type Lab, openLab } from './lab.ts';
import { SCHEMA_VERSION } from './schema.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fill(lab: Lab): void {
  lab.run("INSERT INTO lab(id, name, seed, clock, era) VALUES(1, 'small', 7, 1000, 'e2003')");
  for (let count = 0; count < 400; count += 1)
    lab.run(
      'INSERT INTO blob(hash, data) VALUES(?, ?)',
      new Uint8Array([count & 255, count >> 8]),
      new Uint8Array(500),
    );
}

function small(name = 'small.mwlab'): string {
  const made = createLab(at(name), (lab) => {
    lab.transact(() => fill(lab));
    return ok(null);
  });
  expect(made).toEqual(ok(null));
  return at(name);
}

function opened(path: string): Lab {
  const lab = openLab(path);
  if (!lab.ok) throw new Error(lab.failure.message);
  return lab.value;
}

function refusal(path: string): { code: string; message: string } {
  const lab = openLab(path);
  if (lab.ok) throw new Error('opened');
  return { code: lab.failure.code, message: lab.failure.message };
}

describe('a lab file', () => {
  it('is one file after it was made, and opens again with what was stored', () => {
    const path = small();
    expect(readdirSync(folder)).toEqual(['small.mwlab']);
    const lab = opened(path);
    expect(lab.get('SELECT name, seed FROM lab')).toMatchObject({ name: 'small', seed: 7 });
    lab.close();
  });

  it('holds everything in the one file when it is closed, so that the file alone is a whole lab', () => {
    const lab = opened(small());
    lab.run("UPDATE lab SET name = 'changed'");
    for (const _row of lab.iterate('SELECT * FROM blob')) break;
    lab.close();
    writeFileSync(at('alone.mwlab'), readFileSync(at('small.mwlab')));
    const alone = opened(at('alone.mwlab'));
    expect(alone.get('SELECT name FROM lab')).toMatchObject({ name: 'changed' });
    alone.close();
  });

  it('is not made over one that exists, and that one stays as it is', () => {
    const path = small();
    const before = readFileSync(path);
    const made = createLab(path, () => ok(null));
    expect(made).toMatchObject({ ok: false, failure: { code: 'lab-exists' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['when its content is refused', () => fail('no', 'No.')],
    [
      'when filling it throws',
      () => {
        throw new Error('a bug');
      },
    ],
  ])('leaves nothing behind %s', (_when, build) => {
    const make = () => createLab(at('never.mwlab'), build);
    try {
      expect(make().ok).toBe(false);
    } catch (error) {
      expect((error as Error).message).toBe('a bug');
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a text', Buffer.from('Subject: no lab\r\n'.repeat(50))],
    ['an empty file', Buffer.alloc(0)],
    ['a foreign SQLite file', null],
  ])('%s is no lab, and is left untouched', (_what, bytes) => {
    const path = at('other.mwlab');
    if (bytes === null) {
      const db = new DatabaseSync(path);
      db.exec('CREATE TABLE t(a)');
      db.close();
    } else writeFileSync(path, bytes);
    const before = readFileSync(path);
    expect(refusal(path).code).toBe('not-a-lab');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['other.mwlab']);
  });

  it('that is missing is told by name and not made', () => {
    const seen = refusal(at('nowhere.mwlab'));
    expect(seen.code).toBe('lab-missing');
    expect(seen.message).toContain('nowhere.mwlab');
    expect(existsSync(at('nowhere.mwlab'))).toBe(false);
  });

  it('of a newer format is left untouched', () => {
    const path = small();
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}; PRAGMA wal_checkpoint(TRUNCATE)`);
    db.close();
    const before = readFileSync(path);
    expect(refusal(path).code).toBe('lab-newer');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([0.1, 0.5, 0.9])('cut off at %f of its length is damaged, and left untouched', (part) => {
    const path = small();
    const whole = readFileSync(path);
    truncateSync(path, Math.floor(whole.length * part));
    const before = readFileSync(path);
    expect(refusal(path).code).toBe('lab-damaged');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('joins a transaction inside a transaction, and takes both back together', () => {
    const lab = opened(small());
    const before = labDigest(lab);
    expect(() =>
      lab.transact(() => {
        lab.transact(() => lab.run("UPDATE lab SET name = 'inner'"));
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(labDigest(lab)).toBe(before);
    lab.close();
  });

  it('forgets scratch work and hands back what it saw', () => {
    const lab = opened(small());
    const before = labDigest(lab);
    const seen = lab.scratch(() => {
      lab.run("UPDATE lab SET name = 'scratch'");
      return lab.get<{ name: string }>('SELECT name FROM lab')?.name;
    });
    expect(seen).toBe('scratch');
    expect(labDigest(lab)).toBe(before);
    lab.close();
  });

  it('has a digest that claims and the manner of asking do not change, and content does', () => {
    const lab = opened(small());
    lab.run(
      "INSERT INTO run(id, mode, state, plan, ignore_gate, started) VALUES(1, 'clone', 'completed', '{}', 0, 5)",
    );
    const before = labDigest(lab);
    lab.run('UPDATE run SET asked = \'{"by":"window"}\'');
    expect(labDigest(lab)).toBe(before);
    lab.run("UPDATE run SET state = 'cancelled'");
    expect(labDigest(lab)).not.toBe(before);
    lab.close();
  });
});
