import { findPort } from './engine-port.ts';
import { createEngine, keepWatching } from './serve.ts';

/*
 * Entry of the engine's process: Electron's utilityProcess in the app, a child process of Node in tests and tools.
 * Plain Node; only this process opens labs in the app.
 */

/** Long enough for the last reply to leave the process. */
const FAREWELL_MS = 50;

const port = await findPort();
if (port === null) {
  process.exitCode = 2;
} else {
  const engine = createEngine((message) => port.post(message));
  const stopWatching = keepWatching(engine);
  const leave = (): void => {
    stopWatching();
    setTimeout(() => process.exit(0), FAREWELL_MS);
  };
  port.onMessage((message) => {
    const stopping = (message as { ask?: unknown } | null)?.ask === 'engine:stop';
    void engine.receive(message).then(() => {
      if (stopping) leave();
    });
  });
  port.onGone(() => void engine.stop().then(leave));
  port.post({ kind: 'ready' });
}
