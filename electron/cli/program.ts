import { text } from '../../shared/text/text.ts';
import { type ExitCode, type Io, processIo } from './io.ts';

/**
 * The border of a command line: expected failures have become sentences by now, so what is thrown here is a bug. The
 * exit code is set instead of exiting, so that everything written to a pipe arrives.
 */
export async function runProgram(
  main: (words: readonly string[], io: Io) => Promise<ExitCode>,
): Promise<void> {
  const io = processIo();
  try {
    process.exitCode = await main(process.argv.slice(2), io);
  } catch (bug) {
    const what = bug instanceof Error ? bug.message : String(bug);
    io.err(`${text('failure.internal', { what })}\n`);
    if (process.env.MWLAB_TRACE === '1' && bug instanceof Error) io.err(`${bug.stack}\n`);
    process.exitCode = 2;
  }
}
