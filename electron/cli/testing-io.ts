import type { Io } from './io.ts';

/** An outside world for tests: what was written, and a Ctrl+C to press. */
export interface TestIo extends Io {
  readonly written: { out: string; err: string };
  /** Presses Ctrl+C. */
  interrupt(): void;
  /** Called with every text on the error output. */
  onErr: ((text: string) => void) | null;
}

export function testIo(cwd: string): TestIo {
  const listeners = new Set<() => void>();
  const io: TestIo = {
    cwd,
    written: { out: '', err: '' },
    onErr: null,
    out: (text) => {
      io.written.out += text;
    },
    err: (text) => {
      io.written.err += text;
      io.onErr?.(text);
    },
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    interrupt: () => {
      for (const listener of [...listeners]) listener();
    },
  };
  return io;
}
