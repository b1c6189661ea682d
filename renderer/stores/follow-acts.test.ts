import { afterEach, expect, it, vi } from 'vitest';
import type { Act } from '../../shared/underneath/from-act.ts';
import { followActs } from './follow-acts.ts';

afterEach(() => vi.unstubAllGlobals());

interface Row {
  readonly id: number;
  readonly at: number;
  readonly verb: string;
  readonly detail: Record<string, unknown>;
}

/** The page's side of the bridge over a list of acts that the test writes. */
function stubBridge(open: readonly string[]) {
  const listeners = new Map<string, (news: { lab: string }) => void>();
  let acts: Row[] = [];
  const answers: Record<string, (input: { lab: string; after?: number }) => unknown> = {
    'labs:list': () => ({ open: open.map((lab) => ({ lab })) }),
    'lab:acts': ({ after }) => ({
      last: acts.at(-1)?.id ?? 0,
      acts: after === undefined ? [] : acts.filter((row) => row.id > after),
    }),
  };
  vi.stubGlobal('window', {
    bridge: {
      ask: async (name: string, input: { lab: string }) => ({ ok: true, value: answers[name]?.(input) }),
      on: (channel: string, listener: (news: { lab: string }) => void) => {
        listeners.set(channel, listener);
        return () => listeners.delete(channel);
      },
    },
  });
  /** Lets every answer that is on its way arrive. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };
  return {
    listeners,
    settle,
    write: (...rows: readonly (readonly [verb: string, detail: Row['detail']])[]) => {
      for (const [verb, detail] of rows) acts.push({ id: acts.length + 1, at: 0, verb, detail });
    },
    goBack: (to: number) => {
      acts = acts.slice(0, to);
    },
    changed: async (lab: string) => {
      listeners.get('lab-changed')?.({ lab });
      await settle();
    },
  };
}

it('tells what others did since it follows, once, and not what this window did', async () => {
  const bridge = stubBridge(['lab-1']);
  bridge.write(['fix', { installed: 'E2003SP2' }]);
  const told: Act[] = [];
  const followed = followActs((_lab, act) => told.push(act));
  await bridge.settle();
  bridge.write(
    ['logon', { mailbox: 'Anna', initialized: true }],
    ['purge', { mailbox: 'bo', deleted: ['x'] }],
  );
  followed.own('lab-1', { kind: 'logon', alias: 'anna', initialized: true, planned: false });
  await bridge.changed('lab-1');
  await bridge.changed('lab-1');
  expect(told).toEqual([{ kind: 'purge', alias: 'bo', deleted: 1 }]);
  bridge.write(['logon', { mailbox: 'anna', initialized: true }]);
  await bridge.changed('lab-1');
  expect(told).toHaveLength(2);
  followed.end();
  expect([...bridge.listeners.keys()]).toEqual([]);
});

it('tells nothing of what was done before a lab was seen, nor again after going back', async () => {
  const bridge = stubBridge([]);
  bridge.write(['fix', { installed: 'E2003SP2' }], ['fix', { installed: 'KB919235' }]);
  const told: Act[] = [];
  const followed = followActs((_lab, act) => told.push(act));
  await bridge.changed('lab-2');
  bridge.goBack(1);
  await bridge.changed('lab-2');
  expect(told).toEqual([]);
  bridge.write(['server', { pageheap: 'on' }]);
  await bridge.changed('lab-2');
  expect(told).toEqual([{ kind: 'server', setting: 'pageheap=on' }]);
  followed.end();
});
