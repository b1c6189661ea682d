import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineMessage } from '../../shared/ipc/engine-messages.ts';
import type { RunPlan } from '../../shared/lab/run-plan.ts';
import { runCommand } from './commands.ts';
import { createEngine } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-pace-'));
const base = join(folder, 'base.mwlab');

beforeAll(async () => {
  expect(await runCommand('new', { file: base, seed: 11, mailboxes: 4, items: 80 })).toMatchObject({
    ok: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Steer = (ask: (name: string, input: object) => Promise<unknown>) => Promise<void>;

/** Runs everybody through in default mode, steered from outside, and answers the lab's digest. */
async function digestAfter(name: string, steer: Steer): Promise<string> {
  const file = join(folder, `${name}.mwlab`);
  await runCommand('copy', { file: base, to: file });
  const found = await runCommand('organizations', { file });
  const accounts = await runCommand('accounts', { file });
  if (!found.ok || !accounts.ok) throw new Error('the lab cannot be read');
  const { source, target } = found.value;
  const plan: RunPlan = {
    mode: 'default',
    source: 'EXCHANGE',
    accounts: accounts.value.accounts.map((account) => account.alias),
    sourceServer: source.servers[0]?.netbios ?? '',
    targetServer: target.servers[0]?.netbios ?? '',
    targetStore: target.servers[0]?.stores[0] ?? '',
    container: target.containers[0] ?? '',
    createAccounts: true,
    dateRange: null,
    subjectPrefixes: null,
    targetAddressDomain: null,
    restrictToSid: false,
    accountChoices: {},
  };
  let ended: (() => void) | null = null;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const engine = createEngine((message: EngineMessage) => {
    if (message.kind === 'run-ended') ended?.();
  });
  let seq = 0;
  const ask = (verb: string, input: object): Promise<unknown> =>
    engine.receive({ seq: seq++, ask: verb, input: { lab: 'lab-1', ...input } });
  await ask('lab:open', { file });
  await ask('run:start', { plan, ignoreGate: false, pace: 'full' });
  await steer(ask);
  await end;
  await engine.stop();
  const shown = await runCommand('show', { file });
  if (!shown.ok) throw new Error(shown.failure.message);
  return shown.value.digest;
}

test('a run writes the same at any pace, paused, stepped, or slowed down on the way', async () => {
  const full = await digestAfter('full', async () => undefined);
  const slow = await digestAfter('slow', async (ask) => {
    await ask('run:pace', { restMs: 3 });
  });
  const stepped = await digestAfter('stepped', async (ask) => {
    for (let at = 0; at < 3; at += 1) await ask('run:control', { action: 'step' });
    await ask('run:pace', { restMs: 9_000 });
    await ask('run:control', { action: 'continue' });
    await ask('run:pace', { restMs: 0 });
  });
  expect([slow, stepped]).toEqual([full, full]);
});
