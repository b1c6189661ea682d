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
 * Reads the app's own arguments: `--m` or `/m` (clone mode, as Mailmig.exe takes it), `/?`, and the path of a lab
 * (`.mwlab`). Everything else, Chromium's and Electron's switches included, is passed over.
 */
export function readArguments(args: readonly string[]): Asked {
  const lower = args.map((arg) => arg.toLowerCase());
  return {
    help: lower.some((arg) => arg === '/?' || arg === '-?' || arg === '--help'),
    wizard: lower.some((arg) => arg === '--m' || arg === '-m' || arg === '/m') ? 'clone' : null,
    lab: args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.mwlab')) ?? null,
  };
}

/** What `/?` says. */
export const USAGE = [
  'Migration Wizard Lab [--m | /m] [FILE.mwlab]',
  '  --m, /m     open the Migration Wizard in clone mode',
  '  FILE.mwlab  the lab to open',
  '  /?          this text',
  '',
].join('\n');
