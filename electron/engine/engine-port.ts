import type { EngineMessage } from '../../shared/ipc/engine-messages.ts';

/** The line to whoever started the engine: Electron's main process, a parent Node process, or a thread's parent. */
export interface EnginePort {
  post(message: EngineMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The other side is gone. */
  onGone(listener: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used here; plain Node has none. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function electronPort(port: ParentPort): EnginePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    onGone: () => undefined,
  };
}

function processPort(): EnginePort {
  return {
    post: (message) => {
      process.send?.(message);
    },
    onMessage: (listener) => process.on('message', listener),
    onGone: (listener) => process.on('disconnect', listener),
  };
}

/** Finds out how this process was started. Null: by hand, with nobody to talk to. */
export async function findPort(): Promise<EnginePort | null> {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined && parentPort !== null) return electronPort(parentPort);
  if (process.send !== undefined) return processPort();
  const { parentPort: threadPort } = await import('node:worker_threads');
  if (threadPort === null) return null;
  return {
    post: (message) => threadPort.postMessage(message),
    onMessage: (listener) => threadPort.on('message', listener),
    onGone: (listener) => threadPort.on('close', listener),
  };
}
