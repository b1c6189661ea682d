import { expect, it } from 'vitest';
import type { EngineMessage, EngineRequest } from '../../shared/ipc/engine-messages.ts';
import { type EnginePort, createEngineClient } from './engine-client.ts';

/** An engine process that does what the test says. */
interface Played extends EnginePort {
  readonly asked: EngineRequest[];
  say(message: EngineMessage): void;
  exit(code: number): void;
  killed: boolean;
}

function play(): Played {
  const onMessage: ((message: EngineMessage) => void)[] = [];
  const onExit: ((code: number) => void)[] = [];
  const played: Played = {
    asked: [],
    killed: false,
    post: (request) => void played.asked.push(request),
    onMessage: (listener) => void onMessage.push(listener),
    onExit: (listener) => void onExit.push(listener),
    kill: () => {
      played.killed = true;
      played.exit(9);
    },
    say: (message) => {
      for (const listener of onMessage) listener(message);
    },
    exit: (code) => {
      for (const listener of onExit) listener(code);
    },
  };
  return played;
}

function withClient() {
  const lives: Played[] = [];
  const told: string[] = [];
  const client = createEngineClient({
    start: () => {
      const life = play();
      lives.push(life);
      return life;
    },
    onNews: (news) => told.push(news.kind),
    onRestart: () => told.push('restarted'),
    onGivenUp: () => told.push('given up'),
  });
  const life = (index: number): Played => {
    const found = lives[index];
    if (found === undefined) throw new Error(`no life ${index}`);
    return found;
  };
  return { client, lives, told, life };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('asks only once the engine is ready, and answers each question with its own reply', async () => {
  const { client, life } = withClient();
  const first = client.ask('lab:close', { lab: 'lab-1' });
  const second = client.ask('lab:close', { lab: 'lab-2' });
  await settled();
  expect(life(0).asked).toEqual([]);
  life(0).say({ kind: 'ready' });
  await settled();
  const [one, two] = life(0).asked;
  life(0).say({ kind: 'reply', seq: two?.seq ?? -1, result: { ok: true, value: { n: 2 } } });
  life(0).say({
    kind: 'reply',
    seq: one?.seq ?? -1,
    result: { ok: false, failure: { code: 'x', message: 'y' } },
  });
  expect(await first).toEqual({ ok: false, failure: { code: 'x', message: 'y' } });
  expect(await second).toEqual({ ok: true, value: { n: 2 } });
});

it('starts a dead engine again and answers what it was doing as a failure', async () => {
  const { client, lives, told, life } = withClient();
  life(0).say({ kind: 'ready' });
  const asked = client.ask('lab:close', { lab: 'lab-1' });
  life(0).exit(1);
  expect(await asked).toMatchObject({ ok: false, failure: { code: 'engine-stopped' } });
  expect(lives).toHaveLength(2);
  life(1).say({ kind: 'ready' });
  expect(told).toEqual(['restarted']);
});

it('gives up on an engine that never comes up, and goes on answering', async () => {
  const { client, lives, told, life } = withClient();
  for (const index of [0, 1, 2]) life(index).exit(1);
  expect(lives).toHaveLength(3);
  expect(told).toEqual(['given up']);
  expect(await client.ask('lab:close', { lab: 'lab-1' })).toMatchObject({
    failure: { code: 'engine-stopped' },
  });
});

it('stops in order, and kills an engine that does not', async () => {
  const orderly = withClient();
  orderly.life(0).say({ kind: 'ready' });
  const stopped = orderly.client.stop(60_000);
  await settled();
  expect(orderly.life(0).asked.map((request) => request.ask)).toEqual(['engine:stop']);
  orderly.life(0).exit(0);
  await stopped;
  expect(orderly.lives).toHaveLength(1);

  const stuck = withClient();
  await stuck.client.stop(0);
  expect(stuck.life(0).killed).toBe(true);
});
