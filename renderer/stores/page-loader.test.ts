import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createPageLoader, PAGE_SIZE, type PageAnswer } from './page-loader.ts';

/** A list of numbers that answers page by page when it is let. */
function numbers(count: number) {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  let fails = false;
  const list = {
    asked,
    count,
    failNext: () => {
      fails = true;
    },
    ask: ({ from, count: size, mark = 'now' }: { from: number; count: number; mark?: string }) =>
      new Promise<Result<PageAnswer<number>>>((resolve) => {
        asked.push(from / PAGE_SIZE);
        waiting.push(() => {
          if (fails) {
            fails = false;
            resolve(fail('lab-io', 'The disk failed: try again.'));
            return;
          }
          const rows = Array.from(
            { length: Math.max(0, Math.min(size, list.count - from)) },
            (_, at) => from + at,
          );
          resolve(ok({ mark, total: list.count, rows }));
        });
      }),
    /** Lets one page arrive. */
    arrive: async () => {
      waiting.shift()?.();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
  return list;
}

test('fetches what is looked at, and nothing twice', async () => {
  const list = numbers(1_000_000);
  const loader = createPageLoader(list.ask);
  loader.lookAt(0, 40);
  await list.arrive();
  loader.lookAt(10, 60);
  expect(list.asked).toEqual([0]);
  expect(loader.seen().total).toBe(1_000_000);
  expect(loader.seen().rowAt(59)).toBe(59);
});

test('what was only passed by is not fetched', async () => {
  const list = numbers(1_000_000);
  const loader = createPageLoader(list.ask);
  loader.lookAt(0, 40);
  await list.arrive();
  for (let at = 1000; at <= 900_000; at += 1000) loader.lookAt(at, at + 40);
  await list.arrive();
  await list.arrive();
  expect(list.asked).toEqual([0, 10, 9000]);
  expect(loader.seen().rowAt(900_020)).toBe(900_020);
  expect(loader.seen().rowAt(500_000)).toBeUndefined();
});

test('a changed list is fetched anew where one looks, and the old rows stay until then', async () => {
  const list = numbers(300);
  const loader = createPageLoader(list.ask);
  loader.lookAt(250, 300);
  await list.arrive();
  list.count = 280;
  loader.renew();
  expect(loader.seen().rowAt(299)).toBe(299);
  await list.arrive();
  expect([loader.seen().total, loader.seen().rowAt(299)]).toEqual([280, undefined]);
});

test('a failure is told, and asking again begins anew', async () => {
  const list = numbers(10);
  const loader = createPageLoader(list.ask);
  list.failNext();
  loader.lookAt(0, 10);
  await list.arrive();
  expect(loader.seen().failure?.code).toBe('lab-io');
  loader.renew();
  await list.arrive();
  expect([loader.seen().failure, loader.seen().total]).toEqual([null, 10]);
});
