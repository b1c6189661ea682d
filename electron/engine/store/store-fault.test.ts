import { mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { copyLab, newLab } from '../build/new-lab.ts';
import { createLab, openLab } from './lab.ts';
import { asStoreFault, StoreFault } from './store-fault.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-fault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the driver throws out of `all` and `iterate`: the message alone, without SQLite's number. */
function codeless(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR' });
}

describe('a store fault', () => {
  it.each([
    ['database disk image is malformed', 'lab-damaged'],
    ['file is not a database', 'lab-damaged'],
    ['database or disk is full', 'disk-full'],
    ['disk I/O error', 'lab-io'],
    ['database is locked', 'lab-busy'],
    ['attempt to write a readonly database', 'lab-read-only'],
    ['unable to open database file', 'lab-io'],
  ])('is known by its words where the driver leaves the number out: %s', (message, code) => {
    const fault = asStoreFault(codeless(message), 'x.mwlab');
    expect(fault instanceof StoreFault && fault.failure.code).toBe(code);
  });

  it('is not made of a wrong statement, which is a bug', () => {
    const bug = codeless('no such column: nonsense');
    expect(asStoreFault(bug, 'x.mwlab')).toBe(bug);
  });

  it('names the file that was to be made, not the one it came from and not a temporary one', () => {
    const path = join(folder, 'from.mwlab');
    createLab(path, () => ok(null));
    const to = join(folder, 'nowhere', 'to.mwlab');
    const copied = copyLab({ file: path, to });
    const made = newLab({ file: to, mailboxes: 1 });
    for (const done of [copied, made]) {
      const message = done.ok ? '' : done.failure.message;
      expect(message).toMatch(/^\S*to\.mwlab cannot be opened for writing/);
      expect(message).not.toContain('unfinished');
    }
  });

  it('is thrown by every way of reading a lab that is damaged inside', () => {
    const path = join(folder, 'inside.mwlab');
    createLab(path, (lab) => {
      lab.transact(() => {
        for (let at = 0; at < 2_000; at += 1)
          lab.run(
            'INSERT INTO blob(hash, data) VALUES(?, ?)',
            Uint8Array.of(at & 255, at >> 8),
            new Uint8Array(900),
          );
      });
      return ok(null);
    });
    const opened = openLab(path);
    if (!opened.ok) throw new Error(opened.failure.message);
    const lab = opened.value;
    // A lab that is damaged before it is opened is refused.
    const file = openSync(path, 'r+');
    const junk = new Uint8Array(4_096).fill(0xa5);
    for (let page = 300; page * 4_096 < statSync(path).size; page += 1)
      writeSync(file, junk, 0, junk.length, page * 4_096);
    const sql = 'SELECT count(*) AS rows, sum(length(data)) AS bytes FROM blob';
    expect(() => lab.all(sql)).toThrow(StoreFault);
    expect(() => lab.get(sql)).toThrow(StoreFault);
    expect(() => [...lab.iterate(sql)]).toThrow(StoreFault);
    lab.close();
  });
});
