import { resolve } from 'node:path';

/** What a command line touches of the outside world. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Where relative names are taken from, unless --cwd says otherwise. */
  readonly cwd: string;
  /** Calls back on Ctrl+C; the answer ends the listening. */
  onInterrupt(listener: () => void): () => void;
}

/** 0 success, 1 warnings or something to look at, 2 errors and nothing changed. */
export type ExitCode = 0 | 1 | 2;

export function resolveFrom(cwd: string, name: string): string {
  return resolve(cwd, name);
}

/** The real outside world. A reader that closed the pipe early ends nothing but the writing. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    out: (text) => {
      process.stdout.write(text);
    },
    err: (text) => {
      process.stderr.write(text);
    },
    cwd: process.cwd(),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      process.on('SIGTERM', listener);
      return () => {
        process.off('SIGINT', listener);
        process.off('SIGTERM', listener);
      };
    },
  };
}
