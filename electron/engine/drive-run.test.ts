import { expect, test } from 'vitest';
import type { RunNews, RunReport } from '../../shared/ipc/shapes.ts';
import { type Batches, driveRun } from './drive-run.ts';
import { StoreFault } from './store/store-fault.ts';

const REPORT: RunReport = {
  run: 1,
  mode: 'default',
  state: 'completed',
  exit: 0,
  gate: { ok: true, rules: [] },
  mailboxes: [],
};

function news(journal: number): RunNews {
  const row = {
    alias: journal % 2 === 0 ? 'anna' : 'bert',
    requestedMode: 'default',
    effectiveMode: 'default',
    state: 'copying',
    copied: journal,
    skipped: 0,
    replaced: 0,
    why: [],
    stage: 2,
    done: journal,
    total: 9,
  } as const;
  return {
    run: 1,
    state: 'running',
    stage: 2,
    done: journal,
    total: 9,
    journal,
    current: null,
    mailboxes: [row],
  };
}

/** A run of so many batches that ends early when told to. */
function* batches(count: number): Batches {
  for (let journal = 1; journal <= count; journal += 1) {
    const control = yield news(journal);
    if (control === 'cancel') return { ...REPORT, state: 'cancelled', exit: 2 };
  }
  return REPORT;
}

test('every batch is told at once, news only ten times a second, with all rows that changed and the last state', async () => {
  const seen: RunNews[] = [];
  const told: number[] = [];
  let clock = 0;
  const run = driveRun(
    1,
    batches(30),
    { restMs: 0, onNews: (last) => seen.push(last), onBatch: (batch) => told.push(batch.journal) },
    () => {
      clock += 10;
      return clock;
    },
  );
  expect(await run.done).toEqual({ ok: true, value: REPORT });
  expect(told).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  expect(seen.length).toBeLessThan(told.length);
  expect(seen.at(-1)?.journal).toBe(30);
  expect(seen.at(-1)?.mailboxes.map((row) => [row.alias, row.copied])).toEqual(
    expect.arrayContaining([['anna', 30]]),
  );
  const rows = new Map(seen.flatMap((last) => last.mailboxes).map((row) => [row.alias, row.copied]));
  expect(Object.fromEntries(rows)).toEqual({ anna: 30, bert: 29 });
});

test('cancel takes effect at the next batch, also while paused', async () => {
  const told: number[] = [];
  const run = driveRun(1, batches(1000), {
    restMs: 0,
    onNews: () => undefined,
    onBatch: (batch) => {
      told.push(batch.journal);
      if (batch.journal === 3) run.pause();
    },
  });
  await new Promise((resolve) => setImmediate(resolve));
  while (!run.isPaused()) await new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([1, 2, 3]);
  run.cancel();
  expect(await run.done).toMatchObject({ value: { state: 'cancelled' } });
  expect(told).toEqual([1, 2, 3]);
});

test('a paused run goes on where it stopped', async () => {
  const run = driveRun(1, batches(5), {
    restMs: 0,
    onNews: () => undefined,
    onBatch: (batch) => {
      if (batch.journal === 2) run.pause();
    },
  });
  while (!run.isPaused()) await new Promise((resolve) => setImmediate(resolve));
  run.resume();
  expect(await run.done).toEqual({ ok: true, value: REPORT });
});

test('a disk that fails ends the run as a failure, a bug as an exception', async () => {
  function* failing(error: Error): Batches {
    yield news(1);
    throw error;
  }
  const options = { restMs: 0, onNews: () => undefined } as const;
  const fault = new StoreFault({ code: 'disk-full', message: 'The disk is full.' }, null);
  expect(await driveRun(1, failing(fault), options).done).toMatchObject({ failure: { code: 'disk-full' } });
  await expect(driveRun(1, failing(new TypeError('a bug')), options).done).rejects.toThrow('a bug');
});

test('a step does one batch, and one that is asked of a going run stops it after the next', async () => {
  const told: number[] = [];
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const run = driveRun(1, batches(9), {
    restMs: 0,
    onNews: () => undefined,
    onBatch: (batch) => {
      told.push(batch.journal);
      if (batch.journal === 2) run.pause();
    },
  });
  await turns();
  expect(told).toEqual([1, 2]);
  run.step();
  await turns();
  expect([told, run.isPaused()]).toEqual([[1, 2, 3], true]);
  run.step();
  run.step();
  await turns();
  expect(told).toEqual([1, 2, 3, 4, 5]);
  run.resume();
  expect(await run.done).toEqual({ ok: true, value: REPORT });
  expect(told).toHaveLength(9);
});

test('another pace takes effect in the midst of a rest', async () => {
  const run = driveRun(1, batches(4), { restMs: 10_000_000, onNews: () => undefined });
  await new Promise((resolve) => setImmediate(resolve));
  run.setRest(0);
  expect(await run.done).toEqual({ ok: true, value: REPORT });
});
