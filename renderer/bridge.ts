import type { Bridge } from '../shared/ipc/bridge.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

function pageBridge(): Bridge {
  if (window.bridge === undefined) throw new Error('this page was opened outside the app');
  return window.bridge;
}

/** Asks the app a command. Failures are data; the promise does not reject. */
export const ask: Bridge['ask'] = (name, input) => pageBridge().ask(name, input);

/** Listens to one channel of news; call the answer to stop. */
export const on: Bridge['on'] = (channel, listener) => pageBridge().on(channel, listener);
