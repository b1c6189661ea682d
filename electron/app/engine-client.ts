import type {
  EngineAsk,
  EngineInput,
  EngineMessage,
  EngineOutput,
  EngineRequest,
} from '../../shared/ipc/engine-messages.ts';
import { type Result, fail } from '../../shared/result.ts';
import type { Engine } from '../ipc/shell.ts';

/** A started engine process, however it was started: by utilityProcess in the app, by child_process in tests. */
export interface EnginePort {
  post(request: EngineRequest): void;
  onMessage(listener: (message: EngineMessage) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export type EngineNews = Exclude<EngineMessage, { kind: 'ready' | 'reply' }>;

export interface EngineOptions {
  start(): EnginePort;
  onNews(news: EngineNews): void;
  /** The process ended by itself and a new one is ready. */
  onRestart(reason: string): void;
  /** The process ended before it was ever ready, so often that starting it again makes no sense. */
  onGivenUp(reason: string): void;
}

export interface EngineClient extends Engine {
  /** Cancels runs, closes labs, ends the process; kills it when it takes longer than the grace time. */
  stop(graceMs: number): Promise<void>;
}

const STARTS_WITHOUT_READY = 3;

interface Life {
  readonly port: EnginePort;
  readonly ready: Promise<void>;
  readonly pending: Map<number, (result: Result<unknown>) => void>;
}

/** Keeps one engine process alive and asks it things. What it was doing when it died is answered `engine-stopped`. */
export function createEngineClient({ start, onNews, onRestart, onGivenUp }: EngineOptions): EngineClient {
  let seq = 0;
  let failedStarts = 0;
  let stopping = false;
  let life: Life | null = null;

  const startLife = (after: string | null): Life => {
    const port = start();
    const pending = new Map<number, (result: Result<unknown>) => void>();
    let wasReady = false;
    const ready = new Promise<void>((resolve) => {
      port.onMessage((message) => {
        if (message.kind === 'ready') {
          wasReady = true;
          failedStarts = 0;
          resolve();
          if (after !== null) onRestart(after);
        } else if (message.kind === 'reply') {
          pending.get(message.seq)?.(message.result as Result<unknown>);
          pending.delete(message.seq);
        } else {
          onNews(message);
        }
      });
    });
    port.onExit((code) => {
      life = null;
      const reason = `The engine process ended (code ${code}).`;
      const stopped = fail(
        'engine-stopped',
        `${reason} It is started again; a run it held can be continued.`,
      );
      for (const settle of pending.values()) settle(stopped);
      pending.clear();
      if (stopping) return;
      failedStarts = wasReady ? 0 : failedStarts + 1;
      if (failedStarts < STARTS_WITHOUT_READY) life = startLife(reason);
      else onGivenUp(reason);
    });
    return { port, ready, pending };
  };
  life = startLife(null);

  const ask = <A extends EngineAsk>(name: A, input: EngineInput<A>): Promise<Result<EngineOutput<A>>> => {
    const current = life;
    if (current === null) {
      return Promise.resolve(
        fail('engine-stopped', 'The engine process is not running; start the app again.'),
      );
    }
    return new Promise((resolve) => {
      const own = seq++;
      current.pending.set(own, (result) => resolve(result as Result<EngineOutput<A>>));
      void current.ready.then(() => current.port.post({ seq: own, ask: name, input }));
    });
  };

  const stop = async (graceMs: number): Promise<void> => {
    stopping = true;
    const current = life;
    if (current === null) return;
    const ended = new Promise<void>((resolve) => current.port.onExit(() => resolve()));
    const timer = setTimeout(() => current.port.kill(), graceMs);
    void ask('engine:stop', {});
    await ended;
    clearTimeout(timer);
  };

  return { ask, stop };
}
