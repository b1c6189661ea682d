import type { ExitCode } from './io.ts';
import { labMain } from './lab-main.ts';
import { mailmigMain } from './mailmig-main.ts';
import { exitOf, type Program } from './program.ts';

const PROGRAMS: Readonly<Record<'mailmig' | 'lab', Program>> = { mailmig: mailmigMain, lab: labMain };

/** Resolves when everything written so far has left the process: a pipe takes its time. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

/** Runs a program of the command line inside the packaged app; the answer is its exit code, after all its words are out. */
export async function runHeadless(
  program: keyof typeof PROGRAMS,
  words: readonly string[],
): Promise<ExitCode> {
  const exit = await exitOf(PROGRAMS[program], words);
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  return exit;
}
