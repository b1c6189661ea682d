import type { Mode } from '../../shared/lab/run-plan.ts';

/** What the app was asked to do on its command line. */
export interface Asked {
  readonly help: boolean;
  /** Open the wizard at once, in this mode; null: the main window alone. */
  readonly wizard: Mode | null;
  /** A lab file as it was written, or null. */
  readonly lab: string | null;
}

/**
 * Reads the app's own arguments: `--m` or `/m` (clone mode, as Mailmig.exe takes it), `--wizard`, `/?`, and the path of a lab
 * (`.mwlab`). Everything else, Chromium's and Electron's switches included, is passed over.
 */
export function readArguments(args: readonly string[]): Asked {
  const lower = args.map((arg) => arg.toLowerCase());
  const has = (...words: readonly string[]): boolean => lower.some((arg) => words.includes(arg));
  return {
    help: has('/?', '-?', '--help'),
    wizard: has('--m', '-m', '/m') ? 'clone' : has('--wizard') ? 'default' : null,
    lab: args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.mwlab')) ?? null,
  };
}

/** What `/?` says. */
export const USAGE = [
  'Migration Wizard Lab [--wizard | --m | /m] [FILE.mwlab]',
  '  --wizard    open the Migration Wizard',
  '  --m, /m     open the Migration Wizard in clone mode',
  '  FILE.mwlab  the lab to open',
  '  /?          this text',
  '',
].join('\n');

/** The programs without a window, by the names under which launchers ask for them. */
export const PROGRAMS = ['mailmig', 'lab'] as const;
export type ProgramName = (typeof PROGRAMS)[number];

/**
 * Whether the packaged app was started as a program without a window: `--run=mailmig -- WORDS`, as its launchers write
 * it. Everything behind `--` is the program's own, so that no word of it is taken for a switch of Chromium's.
 */
export function readProgram(
  args: readonly string[],
): { readonly program: ProgramName; readonly words: readonly string[] } | null {
  const end = args.indexOf('--');
  const switches = end < 0 ? args : args.slice(0, end);
  const program = PROGRAMS.find((name) => switches.includes(`--run=${name}`));
  return program === undefined ? null : { program, words: end < 0 ? [] : args.slice(end + 1) };
}
