import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSpool } from './spool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-spool-'));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('gives back what was put in, in its order, and leaves nothing', () => {
  const spool = openSpool<unknown>();
  const records = [{ a: 1 }, 'two', new Uint8Array([3]), ['four']];
  for (const record of records) spool.add(record);
  expect([...spool.records()]).toEqual(records);
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
});

it('takes away what killed imports have left, and nothing that lives or is not its own', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = (name: string): void => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'records'), 'half');
  };
  const others = [`mwlab-import-${process.ppid}-abcdef`, 'mwlab-import-abcdef', `mwlab-other-${dead}-abcdef`];
  for (const name of others) left(name);
  left(`mwlab-import-${dead}-abcdef`);
  left(`mwlab-import-${dead}-ghijkl`);
  openSpool().close();
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});

it('carries the number of its process in its name', () => {
  const spool = openSpool();
  const [name, ...more] = readdirSync(folder);
  expect(name).toMatch(new RegExp(`^mwlab-import-${process.pid}-\\w+$`));
  expect(more).toEqual([]);
  spool.close();
});
