import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TwinNews } from '../../shared/ipc/comparison-commands.ts';
import { comparisonStore, listenToTwins, startTwin } from './comparison-store.ts';
import { labsStore } from './labs-store.ts';

const NEWS: TwinNews = { side: 'clone', phase: 'run', done: 3, total: 8, alias: 'ana', permille: 640 };
const side = {
  resumed: false,
  run: 1,
  state: 'completed',
  exit: 0,
  installed: [],
  profiles: 0,
  synchronized: 0,
  failed: [],
};
const REPORT = { default: { file: 'd', ...side }, clone: { file: 'c', ...side }, migratedBefore: false };
const OPEN = { lab: 'lab-1', name: 'One', display: '/One.mwlab' };
const FORK = { lab: 'lab-3', name: 'One - clone', display: '/One - clone.mwlab' };

let answers: Record<string, unknown>;
let listeners: Map<string, (news: unknown) => void>;
let stop: () => void;
const tell = (channel: string, news: unknown): void => listeners.get(channel)?.(news);

beforeEach(() => {
  answers = {};
  listeners = new Map();
  vi.stubGlobal('window', {
    bridge: {
      ask: async (name: string) => answers[name] ?? new Promise(() => undefined),
      on: (channel: string, listener: (news: unknown) => void) => {
        listeners.set(channel, listener);
        return () => listeners.delete(channel);
      },
    },
  });
  comparisonStore.setState({ a: null, b: null, twin: null, report: null });
  labsStore.setState({ labs: { open: [OPEN], recent: [], preparing: null, problem: null } });
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('a page that is loaded anew finds the twin run again, follows it, and shows what came of it', async () => {
  answers['twin:attach'] = { ok: true, value: { twins: [{ lab: 'lab-1', clients: true, news: NEWS }] } };
  stop = listenToTwins();
  await vi.waitFor(() => expect(comparisonStore.getState().twin).not.toBeNull());
  expect(comparisonStore.getState().twin).toMatchObject({ lab: 'lab-1', state: 'going', news: NEWS });
  tell('twin', { lab: 'lab-1', news: { ...NEWS, permille: 700 } });
  expect(comparisonStore.getState().twin?.news?.permille).toBe(700);
  const done = { default: OPEN, clone: FORK, report: REPORT };
  tell('twin-ended', { lab: 'lab-1', done, failure: null });
  expect(comparisonStore.getState()).toMatchObject({ twin: null, a: 'lab-1', b: 'lab-3', report: REPORT });
  // The forks can be looked at before the news of the open labs come.
  expect(labsStore.getState().labs?.open).toEqual([OPEN, FORK]);
});

test.each([
  ['twin-cancelled', 'stopped'],
  ['disk-full', 'failed'],
])('a twin run that ends with %s is shown as %s', async (code, state) => {
  stop = listenToTwins();
  void startTwin('lab-1', false);
  expect(comparisonStore.getState().twin).toMatchObject({ state: 'going', clients: false });
  tell('twin-ended', { lab: 'lab-1', done: null, failure: { code, message: 'It ended.' } });
  expect(comparisonStore.getState().twin).toMatchObject({ state, failure: { code } });
});

test('a twin run that cannot be asked for says why', async () => {
  answers['twin:start'] = { ok: false, failure: { code: 'lab-not-open', message: 'It is closed.' } };
  stop = listenToTwins();
  await startTwin('lab-1', true);
  expect(comparisonStore.getState().twin).toMatchObject({ state: 'failed' });
});
