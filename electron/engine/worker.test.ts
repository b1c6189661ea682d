import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineMessage, engineMessageSchema } from '../../shared/ipc/engine-messages.ts';
import { runCommand } from './commands.ts';

const HOME = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mwlab-worker-'));
/** Beside the packages, so that the built engine finds the one it does not hold. */
const out = mkdtempSync(join(HOME, 'node_modules', '.engine-'));

beforeAll(async () => {
  await build({
    root: HOME,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: join(HOME, 'electron/engine/worker.ts'),
      outDir: out,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
});

afterAll(() => {
  for (const gone of [folder, out]) rmSync(gone, { recursive: true, force: true });
});

/** Starts the engine as a process of its own and keeps what it says. */
async function started(): Promise<{ child: ChildProcess; said: EngineMessage[] }> {
  const child = fork(join(out, 'engine.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const said: EngineMessage[] = [];
  const ready = once(child, 'message');
  child.on('message', (message) => said.push(engineMessageSchema.parse(message)));
  await ready;
  return { child, said };
}

async function reply(child: ChildProcess, said: EngineMessage[], seq: number): Promise<unknown> {
  for (;;) {
    const found = said.find((message) => message.kind === 'reply' && message.seq === seq);
    if (found?.kind === 'reply') return found.result;
    await once(child, 'message');
  }
}

test('the engine works in a process of its own, and ends when it is told', async () => {
  const file = join(folder, 'a.mwlab');
  await runCommand('new', { file, seed: 2, mailboxes: 2, items: 10 });
  const { child, said } = await started();
  expect(said[0]).toEqual({ kind: 'ready' });
  child.send({ seq: 1, ask: 'lab:open', input: { lab: 'lab-1', file } });
  expect(await reply(child, said, 1)).toEqual({ ok: true, value: {} });
  child.send({ seq: 2, ask: 'lab:accounts', input: { lab: 'lab-1' } });
  expect(await reply(child, said, 2)).toMatchObject({ ok: true });
  await runCommand('server', { file, set: 'pageheap=on' });
  while (!said.some((message) => message.kind === 'lab-changed')) await once(child, 'message');
  const exited = once(child, 'exit');
  child.send({ seq: 3, ask: 'engine:stop', input: {} });
  expect(await reply(child, said, 3)).toEqual({ ok: true, value: {} });
  expect((await exited)[0]).toBe(0);
});

test('the engine ends when the process that started it is gone', async () => {
  const { child } = await started();
  const exited = once(child, 'exit');
  child.disconnect();
  expect((await exited)[0]).toBe(0);
});
