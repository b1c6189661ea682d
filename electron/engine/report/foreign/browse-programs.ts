import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { findPrograms, unrenamedPrograms, wizardFolders } from '../../postoffice/find-programs.ts';
import type { Lab } from '../../store/lab.ts';
import { dosName } from '../../../../shared/lab/dos-path.ts';

/** Where the wizard looks for the programs of cc:Mail, and what it finds. */
export function browsePrograms(lab: Lab, _input: LabInput<'po-programs'>): Result<LabOutput<'po-programs'>> {
  const programs = findPrograms(lab);
  const asked = [
    { name: 'Import.exe', found: programs.import },
    { name: 'Export.exe', found: programs.export },
    { name: 'IE.RI', found: programs.ieRi },
    { name: 'Impexp.ri', found: programs.impexpRi },
    ...programs.libraries,
  ];
  return ok({
    folders: [...wizardFolders(lab)],
    found: asked.flatMap(({ name, found }) => (found === null ? [] : [{ name, ...found }])),
    missing: asked.filter(({ found }) => found === null).map(({ name }) => name),
    unrenamed: unrenamedPrograms(lab).map((program) => ({ name: dosName(program.path), ...program })),
  });
}
