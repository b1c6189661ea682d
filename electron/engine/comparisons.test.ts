import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type EngineAsk,
  type EngineInput,
  type EngineMessage,
  type EngineOutput,
  engineMessageSchema,
} from '../../shared/ipc/engine-messages.ts';
import type { Result } from '../../shared/result.ts';
import { newLab } from './build/new-lab.ts';
import { createEngine, type Engine } from './serve.ts';
import { must } from './testing/small-lab.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-comparisons-'));
const LABS = { a: 'lab-1', b: 'lab-2', c: 'lab-3' } as const;
const messages: EngineMessage[] = [];
let listen: ((message: EngineMessage) => void) | null = null;
let engine: Engine;
let seq = 0;

/** Asks as the main process does; every message is checked against the contract. */
async function ask<A extends EngineAsk>(name: A, input: EngineInput<A>): Promise<Result<EngineOutput<A>>> {
  seq += 1;
  const mine = seq;
  await engine.receive({ seq: mine, ask: name, input });
  const reply = messages.find((message) => message.kind === 'reply' && message.seq === mine);
  return (reply as { result: Result<never> }).result;
}

beforeAll(async () => {
  engine = createEngine((message) => {
    messages.push(engineMessageSchema.parse(message));
    listen?.(message);
  });
  must(newLab({ file: join(folder, 'one.mwlab'), seed: 5 }));
  must(await ask('lab:open', { lab: LABS.a, file: join(folder, 'one.mwlab') }));
});

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a twin run tells how far it is, stops when asked to, and goes on when started again', async () => {
  let cancel: Promise<unknown> = Promise.resolve();
  listen = (message) => {
    if (message.kind !== 'twin' || message.news.permille === 0) return;
    listen = null;
    cancel = ask('twin:cancel', { lab: LABS.a });
  };
  const stopped = await ask('twin:start', { lab: LABS.a, clients: true });
  await cancel;
  expect(stopped).toMatchObject({ ok: false, failure: { code: 'twin-cancelled' } });
  const done = must(await ask('twin:start', { lab: LABS.a, clients: true }));
  expect(done).toMatchObject({
    default: { file: join(folder, 'one - default.mwlab'), state: 'completed', failed: [] },
    clone: { file: join(folder, 'one - clone.mwlab'), state: 'completed', failed: [] },
  });
  expect(existsSync(join(folder, 'one - default 2.mwlab'))).toBe(false);
  const told = messages.flatMap((message) => (message.kind === 'twin' ? [message.news.permille] : []));
  expect(Math.max(...told)).toBeLessThanOrEqual(1000);
  must(await ask('lab:open', { lab: LABS.b, file: done.default.file }));
  must(await ask('lab:open', { lab: LABS.c, file: done.clone.file }));
});

test('a window that comes later finds the twin run that goes on', async () => {
  expect(must(await ask('twin:attach', {}))).toEqual({ twins: [] });
  let found: Promise<unknown> = Promise.resolve();
  listen = (message) => {
    if (message.kind !== 'twin' || message.news.permille === 0) return;
    listen = null;
    found = ask('twin:attach', {});
    void ask('twin:cancel', { lab: LABS.a });
  };
  await ask('twin:start', { lab: LABS.a, clients: false });
  expect(await found).toMatchObject({
    value: { twins: [{ lab: LABS.a, clients: false, news: { phase: expect.any(String) } }] },
  });
  expect(must(await ask('twin:attach', {}))).toEqual({ twins: [] });
});

test('only one twin run of a lab goes on at a time, and there must be one to be stopped', async () => {
  expect(await ask('twin:cancel', { lab: LABS.a })).toMatchObject({ failure: { code: 'twin-none' } });
  const first = ask('twin:start', { lab: LABS.a, clients: false });
  expect(await ask('twin:start', { lab: LABS.a, clients: false })).toMatchObject({
    failure: { code: 'twin-going' },
  });
  must(await first);
});

test('a comparison is read row by row, whichever is wanted first, and looking changes neither lab', async () => {
  const pair = { lab: LABS.b, other: LABS.c };
  const opened = must(await ask('comparison:open', pair));
  expect(opened.mailboxes).toHaveLength(8);
  engine.watch();
  messages.length = 0;
  const last = must(await ask('comparison:rows', { ...pair, from: 7, count: 100 }));
  expect(last.rows.map((row) => row.alias)).toEqual([opened.mailboxes[7]?.alias]);
  let from = 0;
  while (from < 8) {
    const { rows } = must(await ask('comparison:rows', { ...pair, from, count: 200 }));
    expect(rows.length).toBeGreaterThan(0);
    from += rows.length;
  }
  const alias = opened.mailboxes[0]?.alias ?? '';
  expect(must(await ask('comparison:mailbox', { ...pair, alias })).b?.ost?.fate).toBe('KEEP');
  expect(must(await ask('comparison:tree', { ...pair, alias })).folders.length).toBeGreaterThan(10);
  engine.watch();
  expect(messages.filter((message) => message.kind === 'lab-changed')).toEqual([]);
});

test.each([
  ['a lab without a run', { lab: LABS.a, other: LABS.c }, 'no-run'],
  ['a lab with itself', { lab: LABS.c, other: LABS.c }, 'comparison-same'],
  ['a lab that is not open', { lab: LABS.c, other: 'lab-99' }, 'lab-not-open'],
])('%s is not compared, and it is said why', async (_, pair, code) => {
  expect(await ask('comparison:open', pair)).toMatchObject({ ok: false, failure: { code } });
});

test('an export that cannot be written leaves nothing behind', async () => {
  const file = join(folder, 'nowhere', 'report.html');
  const wish = { lab: LABS.b, other: LABS.c, format: 'html' as const, linkKbit: 64, file };
  expect(await ask('comparison:export', wish)).toMatchObject({ failure: { code: 'export-write' } });
  const there = { ...wish, file: join(folder, 'report.html') };
  expect(must(await ask('comparison:export', there)).mailboxes).toBe(8);
});
