import { text } from '../../shared/text/text.ts';
import { type ExitCode, type Io, processIo } from './io.ts';

/**
 * The border of a command line: expected failures have become sentences by now, so what is thrown here is a bug. The
 * exit code is set instead of exiting, so that everything written to a pipe arrives.
 */
export async function runProgram(main: Program): Promise<void> {
  const words = process.argv.slice(2);
  // Lists of processes show what was typed, a password among it; from here on they show the name alone.
  process.title = 'Migration Wizard Lab';
  process.exitCode = await exitOf(main, words);
}

/** A program of the command line: what was typed after its name, and the outside world. */
export type Program = (words: readonly string[], io: Io) => Promise<ExitCode>;

/** Runs a program to its end, a bug included; the exit code is the caller's to pass on. */
export async function exitOf(main: Program, words: readonly string[]): Promise<ExitCode> {
  const io = processIo();
  try {
    return await main(words, io);
  } catch (bug) {
    const what = bug instanceof Error ? bug.message : String(bug);
    io.err(`${text('failure.internal', { what })}\n`);
    if (process.env.MWLAB_TRACE === '1' && bug instanceof Error) io.err(`${bug.stack}\n`);
    return 2;
  }
}
