import { readFileSync } from 'node:fs';
import { APP_COMMANDS, type CommandOutput } from '../../shared/ipc/app-commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Reads the licences that were put beside the built program. Failure code: no-licences. */
export function readLicences(file: string): Result<CommandOutput<'app:licences'>> {
  try {
    return ok(APP_COMMANDS['app:licences'].output.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return fail('no-licences', 'The licences are missing from this installation: install the app again.');
  }
}
