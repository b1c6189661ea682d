import { mkdtempSync, rmSync } from 'node:fs';
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
import type { RunPlan } from '../../shared/lab/run-plan.ts';
import type { Result } from '../../shared/result.ts';
import { runCommand } from './commands.ts';
import { createEngine, type Engine } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-serve-'));
const file = join(folder, 'a.mwlab');
let aliases: readonly string[] = [];
let places: EngineOutput<'lab:organizations'>;

interface Line {
  readonly engine: Engine;
  readonly messages: EngineMessage[];
  ask<A extends EngineAsk>(ask: A, input: EngineInput<A>): Promise<Result<EngineOutput<A>>>;
  /** Waits for the next message that fits. */
  until(fits: (message: EngineMessage) => boolean): Promise<EngineMessage>;
}

/** An engine, and the other end of its line. Every message is checked against the contract. */
function line(): Line {
  const messages: EngineMessage[] = [];
  const waiting = new Set<() => void>();
  const engine = createEngine((message) => {
    messages.push(engineMessageSchema.parse(message));
    for (const look of [...waiting]) look();
  });
  let seq = 0;
  return {
    engine,
    messages,
    ask: async (ask, input) => {
      seq += 1;
      const mine = seq;
      await engine.receive({ seq: mine, ask, input });
      const replies = messages.filter((message) => message.kind === 'reply' && message.seq === mine);
      expect(replies).toHaveLength(1);
      return (replies[0] as { result: Result<never> }).result;
    },
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = messages.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

function planOf(accounts: readonly string[]): RunPlan {
  const target = places.target.servers[0];
  return {
    mode: 'default',
    source: 'EXCHANGE',
    accounts,
    sourceServer: places.source.servers[0]?.netbios ?? '',
    targetServer: target?.netbios ?? '',
    targetStore: target?.stores[0] ?? '',
    container: places.target.containers[0] ?? '',
    createAccounts: true,
    dateRange: null,
    subjectPrefixes: null,
    targetAddressDomain: null,
    restrictToSid: false,
    accountChoices: {},
  };
}

async function fresh(name: string): Promise<{ readonly at: Line; readonly path: string }> {
  const path = join(folder, name);
  expect(await runCommand('copy', { file, to: path })).toMatchObject({ ok: true });
  const at = line();
  expect(await at.ask('lab:open', { lab: 'lab-1', file: path })).toEqual({ ok: true, value: {} });
  return { at, path };
}

beforeAll(async () => {
  expect(await runCommand('new', { file, seed: 5, mailboxes: 4, items: 80 })).toMatchObject({ ok: true });
  const accounts = await runCommand('accounts', { file });
  const found = await runCommand('organizations', { file });
  if (!accounts.ok || !found.ok) throw new Error('the lab cannot be read');
  aliases = accounts.value.accounts.map((account) => account.alias);
  places = found.value;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an open lab answers by its id, and is gone once closed', async () => {
  const { at } = await fresh('ids.mwlab');
  expect(await at.ask('lab:accounts', { lab: 'lab-1' })).toMatchObject({ ok: true });
  expect(await at.ask('lab:open', { lab: 'lab-1', file })).toMatchObject({ failure: { code: 'lab-open' } });
  expect(await at.ask('lab:close', { lab: 'lab-1' })).toEqual({ ok: true, value: {} });
  expect(await at.ask('lab:close', { lab: 'lab-1' })).toEqual({ ok: true, value: {} });
  expect(await at.ask('lab:accounts', { lab: 'lab-1' })).toMatchObject({ failure: { code: 'lab-not-open' } });
});

test('what is no request, or a bad one, gets a failure and harms nothing', async () => {
  const { at } = await fresh('bad.mwlab');
  await at.engine.receive('nonsense');
  expect(at.messages.at(-1)).toMatchObject({ kind: 'log', level: 'bug' });
  await at.engine.receive({ seq: 90, ask: 'lab:eat', input: {} });
  expect(at.messages.at(-1)).toMatchObject({
    kind: 'reply',
    seq: 90,
    result: { failure: { code: 'unknown-ask' } },
  });
  await at.engine.receive({ seq: 91, ask: 'lab:fix', input: { lab: 'lab-1' } });
  expect(at.messages.at(-1)).toMatchObject({
    kind: 'reply',
    seq: 91,
    result: { failure: { code: 'bad-input' } },
  });
  expect(await at.ask('run:control', { lab: 'lab-1', action: 'cancel' })).toMatchObject({
    failure: { code: 'run-none' },
  });
  await at.engine.stop();
});

test('a run tells its news and its end, and a window that comes later finds it', async () => {
  const { at } = await fresh('run.mwlab');
  const started = await at.ask('run:start', {
    lab: 'lab-1',
    plan: planOf(aliases),
    ignoreGate: false,
    pace: 'full',
  });
  expect(started).toMatchObject({ ok: true, value: { state: 'running', report: null } });
  expect(
    await at.ask('run:start', { lab: 'lab-1', plan: planOf(aliases), ignoreGate: false, pace: 'full' }),
  ).toMatchObject({ failure: { code: 'run-going' } });
  expect(await at.ask('run:attach', { lab: 'lab-1' })).toMatchObject({
    value: { running: true, paused: false },
  });
  const ended = await at.until((message) => message.kind === 'run-ended');
  expect(ended).toMatchObject({ report: { state: 'completed', exit: 0 } });
  const news = at.messages.filter((message) => message.kind === 'run');
  const last = news.at(-1);
  expect(last?.kind === 'run' && last.news.done === last.news.total).toBe(true);
  const attached = await at.ask('run:attach', { lab: 'lab-1' });
  expect(attached).toMatchObject({ value: { running: false, report: { state: 'completed' } } });
  const rows = attached.ok ? (attached.value.news?.mailboxes.map((row) => row.alias) ?? []) : [];
  expect([...rows].sort()).toEqual([...aliases].sort());
  await at.engine.stop();
});

test('a paused run stands still until it goes on, and Cancel ends it', async () => {
  const { at } = await fresh('pause.mwlab');
  await at.ask('run:start', { lab: 'lab-1', plan: planOf(aliases), ignoreGate: false, pace: 'full' });
  expect(await at.ask('run:control', { lab: 'lab-1', action: 'pause' })).toEqual({ ok: true, value: {} });
  expect(await at.ask('run:attach', { lab: 'lab-1' })).toMatchObject({
    value: { running: true, paused: true },
  });
  expect(at.messages.some((message) => message.kind === 'run-ended')).toBe(false);
  await at.ask('run:control', { lab: 'lab-1', action: 'cancel' });
  const ended = await at.until((message) => message.kind === 'run-ended');
  expect(ended).toMatchObject({ report: { state: 'cancelled', exit: 2 } });
  await at.engine.stop();
});

test('a refusal by the gate is an answer, and no run goes on', async () => {
  const { at } = await fresh('refused.mwlab');
  const plan: RunPlan = { ...planOf(aliases), mode: 'clone' };
  const started = await at.ask('run:start', { lab: 'lab-1', plan, ignoreGate: false, pace: 'full' });
  expect(started).toMatchObject({ ok: true, value: { state: 'refused', report: { exit: 2 } } });
  expect(await at.ask('run:resume', { lab: 'lab-1', pace: 'full' })).toMatchObject({
    failure: { code: 'nothing-interrupted' },
  });
  await at.engine.stop();
});

test('a change by another process, or by a command, is noticed once', async () => {
  const { at, path } = await fresh('watch.mwlab');
  at.engine.watch();
  expect(at.messages.some((message) => message.kind === 'lab-changed')).toBe(false);
  await runCommand('server', { file: path, set: 'pageheap=on' });
  at.engine.watch();
  at.engine.watch();
  expect(at.messages.filter((message) => message.kind === 'lab-changed')).toHaveLength(1);
  await at.ask('lab:server', { lab: 'lab-1', set: 'pageheap=off' });
  at.engine.watch();
  expect(at.messages.filter((message) => message.kind === 'lab-changed')).toHaveLength(2);
  await at.engine.stop();
});

test('closing a lab cancels the run in it first', async () => {
  const { at, path } = await fresh('close.mwlab');
  await at.ask('run:start', { lab: 'lab-1', plan: planOf(aliases), ignoreGate: false, pace: 'demo' });
  await at.ask('lab:close', { lab: 'lab-1' });
  expect(at.messages.some((message) => message.kind === 'run-ended')).toBe(true);
  const runs = await runCommand('runs', { file: path });
  expect(runs.ok && runs.value.runs.at(-1)?.state).toBe('cancelled');
});
