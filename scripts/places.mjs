import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The folder of the project; every script works from here, wherever it was called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const at = (...parts) => path.join(root, ...parts);

/** What setting up leaves behind and can make again. */
export const runtimeFolder = at('.runtime');
export const outFolder = at('out');

/** Progress goes to stderr alone: stdout belongs to what the command itself answers. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An expected failure of setting up: one sentence, no stack. */
export class SetupError extends Error {}

/** Runs a script's main function; a SetupError becomes its sentence and exit code 2. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 2;
  }
}
