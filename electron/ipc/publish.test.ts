import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { News } from '../../shared/ipc/app-commands.ts';
import { createPublisher } from './publish.ts';

/** A clock and timers that the test moves. */
function withClock() {
  let now = 0;
  const timers: { at: number; work: () => void }[] = [];
  const sent: { at: number; channel: string; news: unknown }[] = [];
  const publish = createPublisher({
    send: (channel, news) => sent.push({ at: now, channel, news }),
    now: () => now,
    later: (work, ms) => timers.push({ at: now + ms, work }),
  });
  const pass = (ms: number): void => {
    const until = now + ms;
    for (;;) {
      timers.sort((a, b) => a.at - b.at);
      const next = timers[0];
      if (next === undefined || next.at > until) break;
      timers.shift();
      now = next.at;
      next.work();
    }
    now = until;
  };
  return { publish, sent, pass };
}

function runNews(done: number, aliases: readonly string[]): News<'run'> {
  const row = (alias: string) => ({
    ...{ alias, requestedMode: 'clone' as const, effectiveMode: null, state: 'copying', copied: done },
    ...{ skipped: 0, replaced: 0, why: [], stage: 2 as const, done, total: 100 },
  });
  const news = { run: 1, state: 'running', stage: 2 as const, done, total: 100, journal: 0, current: null };
  return { lab: 'lab-1', paused: false, restMs: 0, news: { ...news, mailboxes: aliases.map(row) } };
}

it('sends the first news at once and the last always, at most ten a second', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 60 }), (pauses) => {
      const { publish, sent, pass } = withClock();
      pauses.forEach((ms, index) => {
        publish('run', runNews(index, ['a']));
        pass(ms);
      });
      pass(1_000);
      const times = sent.map((each) => each.at);
      expect(times[0]).toBe(0);
      expect(times.every((at, index) => index === 0 || at - (times[index - 1] ?? 0) >= 100)).toBe(true);
      const last = sent.at(-1)?.news as News<'run'>;
      expect(last.news.done).toBe(pauses.length - 1);
    }),
  );
});

it('loses no row of the news it folds together', () => {
  const { publish, sent, pass } = withClock();
  publish('run', runNews(1, ['a']));
  publish('run', runNews(2, ['b', 'c']));
  publish('run', runNews(3, ['c']));
  pass(1_000);
  const last = sent.at(-1)?.news as News<'run'>;
  expect(last.news.mailboxes.map((row) => [row.alias, row.done])).toEqual([
    ['b', 2],
    ['c', 3],
  ]);
});

it('tells the end of a run after whatever was waiting about it', () => {
  const { publish, sent, pass } = withClock();
  publish('run', runNews(1, ['a']));
  publish('run', runNews(2, ['a']));
  const gate = { ok: true, rules: [] };
  const report = {
    run: 1,
    mode: 'clone' as const,
    state: 'completed' as const,
    exit: 0 as const,
    gate,
    mailboxes: [],
  };
  publish('run-ended', { lab: 'lab-1', report });
  pass(1_000);
  expect(sent.map((each) => each.channel)).toEqual(['run', 'run', 'run-ended']);
});

it('holds nothing of one lab back for another', () => {
  const { publish, sent } = withClock();
  publish('lab-changed', { lab: 'lab-1' });
  publish('lab-changed', { lab: 'lab-2' });
  expect(sent).toHaveLength(2);
});
