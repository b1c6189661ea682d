import { type UtilityProcess, utilityProcess } from 'electron';
import type { EngineMessage } from '../../shared/ipc/engine-messages.ts';
import type { EnginePort } from './engine-client.ts';

/**
 * Starts the engine in a process of its own, with Node but without Electron's API.
 * @param after what it waits for: two processes that start at once each take twice as long, and a person waits for the window
 */
export function startEngineProcess(script: string, after: Promise<unknown>): EnginePort {
  let isWanted = true;
  const started: Promise<UtilityProcess | null> = after.then(() =>
    isWanted
      ? utilityProcess.fork(script, [], { serviceName: 'Migration Wizard Lab engine', stdio: 'inherit' })
      : null,
  );
  const exits: ((code: number) => void)[] = [];
  void started.then((child) => {
    const tell = (code: number): void => {
      for (const listener of exits) listener(code);
    };
    if (child === null) tell(0);
    else child.on('exit', tell);
  });
  return {
    post: (request) => void started.then((child) => child?.postMessage(request)),
    onMessage: (listener) => {
      void started.then((child) => child?.on('message', (message: EngineMessage) => listener(message)));
    },
    onExit: (listener) => void exits.push(listener),
    kill: () => {
      isWanted = false;
      void started.then((child) => child?.kill());
    },
  };
}
