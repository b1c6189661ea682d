import type { Command } from '../shared/ipc/app-commands.ts';
import type { Bridge } from '../shared/ipc/bridge.ts';
import type { Result } from '../shared/result.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

function pageBridge(): Bridge {
  if (window.bridge === undefined) throw new Error('this page was opened outside the app');
  return window.bridge;
}

type Overheard = (name: Command, input: unknown, answer: Result<unknown>) => void;
const listeners = new Set<Overheard>();

/** Hears every command of this page with its answer; call the answer to stop. */
export function overhear(listener: Overheard): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Asks the app a command. Failures are data; the promise does not reject. */
export const ask: Bridge['ask'] = async (name, input) => {
  const answer = await pageBridge().ask(name, input);
  for (const listener of listeners) listener(name, input, answer);
  return answer;
};

/** Listens to one channel of news; call the answer to stop. */
export const on: Bridge['on'] = (channel, listener) => pageBridge().on(channel, listener);
