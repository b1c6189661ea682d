import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyLab, newLab } from '../build/new-lab.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-unfinished-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a lab that is made or forked takes away what killed attempts under its name have left, and nothing else', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = (name: string): void => writeFileSync(join(folder, name), 'half');
  const others = [
    `new.mwlab.unfinished-${process.ppid}`,
    `other.mwlab.unfinished-${dead}`,
    'new.mwlab.unfinished-notes',
  ];
  for (const name of others) left(name);
  left(`new.mwlab.unfinished-${dead}`);
  left(`new.mwlab.unfinished-${dead}-journal`);
  left(`fork.mwlab.unfinished-${dead}`);
  const file = join(folder, 'new.mwlab');
  expect(newLab({ file, mailboxes: 1, items: 1 })).toMatchObject({ ok: true });
  expect(copyLab({ file, to: join(folder, 'fork.mwlab') })).toMatchObject({ ok: true });
  const unfinished = readdirSync(folder).filter((name) => name.includes('unfinished'));
  expect(unfinished.sort()).toEqual(others.sort());
});
