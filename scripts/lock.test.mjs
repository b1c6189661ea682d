import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/* In a folder of its own: the scripts take their project from where they lie. */
const folder = mkdtempSync(path.join(tmpdir(), 'mwl-lock-'));
const log = path.join(folder, 'log');
const lock = path.join(folder, '.runtime', 'setup.lock');

/** Enters and leaves the lock, leaving a line at each; between them others get every chance. */
const WORKER = `
import { appendFileSync } from 'node:fs';
import { withSetupLock } from './lock.mjs';
await withSetupLock(async () => {
  appendFileSync(process.argv[2], 'in ' + process.pid + '\\n');
  for (let n = 0; n < 20; n += 1) await new Promise(setImmediate);
  appendFileSync(process.argv[2], 'out ' + process.pid + '\\n');
});
`;

beforeAll(async () => {
  await cp('scripts', path.join(folder, 'scripts'), { recursive: true });
  writeFileSync(path.join(folder, 'scripts', 'worker.mjs'), WORKER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function work() {
  const child = spawn(process.execPath, [path.join(folder, 'scripts', 'worker.mjs'), log], {
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('close', resolve));
}

function turns() {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  rmSync(log);
  return lines;
}

function expectOneAtATime(lines, workers) {
  expect(lines).toHaveLength(workers * 2);
  for (let n = 0; n < lines.length; n += 2) expect(lines[n + 1]).toBe(lines[n].replace('in', 'out'));
}

it('lets one command at a time set up', async () => {
  expect(await Promise.all([work(), work(), work(), work()])).toEqual([0, 0, 0, 0]);
  expectOneAtATime(turns(), 4);
});

it('takes over the lock of a command that was killed', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  mkdirSync(path.dirname(lock), { recursive: true });
  writeFileSync(lock, String(dead));
  expect(await Promise.all([work(), work(), work()])).toEqual([0, 0, 0]);
  expectOneAtATime(turns(), 3);
});
