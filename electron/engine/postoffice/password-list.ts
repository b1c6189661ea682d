import { encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { dosFolder, dosJoin, dosName } from '../../../shared/lab/dos-path.ts';
import type { ImportRun, SetFolder } from '../migrate/import/import-run.ts';
import type { Lab } from '../store/lab.ts';
import { randomPassword } from './export-command.ts';
import type { PoUser } from './post-office-row.ts';
import type { SetOutput } from './set-output.ts';

/**
 * The list of the random passwords that the wizard set, which is the key to the old mailboxes if a migration fails
 * (Q169536, of DB8). It alone holds them: neither the lab nor its journal do. Its name, place and layout are modelled.
 */
export interface PasswordList {
  /** `C:\MIGRATE\HARBOR.001.password`, beside the set's folder. */
  readonly list: string;
  add(user: PoUser): void;
}

export function passwordList(lab: Lab, run: ImportRun, set: SetFolder, output: SetOutput): PasswordList {
  const seed = lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
  const name = `${dosName(set.simulated)}.password`;
  const file = output.beside(name);
  return {
    list: dosJoin(dosFolder(set.simulated), name),
    add: (user) =>
      file.append(encodeText(1252, `"${user.name}",${randomPassword(seed, run.id, user.key)}\r\n`).bytes),
  };
}
