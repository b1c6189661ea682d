import { utilityProcess } from 'electron';
import type { EngineMessage } from '../../shared/ipc/engine-messages.ts';
import type { EnginePort } from './engine-client.ts';

/** Starts the engine in a process of its own, with Node but without Electron's API. */
export function startEngineProcess(script: string): EnginePort {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Migration Wizard Lab engine',
    stdio: 'inherit',
  });
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => {
      child.on('message', (message: EngineMessage) => listener(message));
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
