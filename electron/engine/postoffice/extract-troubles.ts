import { documented, modelled, notDocumented, type Why } from '../../../shared/evidence.ts';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { ImportEvent } from '../migrate/import/import-events.ts';
import type { SetFolder } from '../migrate/import/import-run.ts';
import { defectActive } from '../server/defects.ts';
import type { Lab } from '../store/lab.ts';
import { EXTRACT_REASONS } from './extract-reasons.ts';
import { findPrograms } from './find-programs.ts';
import { isIllegalName, isPlainName, longParts } from './names.ts';
import type { PostOffice } from './post-office-row.ts';
import { oldExport, openSteps, osTwo, thirtyTwoBit, wrongPrograms } from './program-troubles.ts';

/** What keeps an extraction, or the export of one user, from being done: what the log says of it, and why. */
export interface Trouble {
  readonly event: ImportEvent;
  readonly why: Why;
}

/** A message box of the wizard: the application log knows nothing of it as far as any source tells. */
function box(text: string, article: string, why: Why): Trouble {
  return {
    why,
    event: {
      id: null,
      type: 'Error',
      text,
      ...notDocumented(`The message is documented (${article}); no source names an event for it`),
    },
  };
}

/** `<migration directory><post office>.001`, as event 6003 prints the folder that could not be made. */
function illegalFolder(set: SetFolder, po: PostOffice): string {
  const parent = set.simulated.slice(0, set.simulated.lastIndexOf('\\') + 1);
  const number = set.simulated.slice(set.simulated.lastIndexOf('.'));
  return `${parent}${po.name}${number}`;
}

/**
 * What fails before the first user is exported, in the order in which the wizard meets it (modelled: no source says which
 * comes first); null: nothing does.
 */
export function startTrouble(lab: Lab, plan: PostOfficePlan, po: PostOffice, set: SetFolder): Trouble | null {
  if (po.database === 'DB7') {
    const text = `The post office ${po.name} is a DB7 database (cc:Mail Mobile), which the Migration Wizard does not support.`;
    return box(text, 'Q258220', EXTRACT_REASONS.database);
  }
  if (po.damage !== null) {
    const text = `The post office ${po.name} cannot be read: ${po.damage.files.join(', ') || 'its database'} is corrupted.`;
    return box(text, 'Q179072', EXTRACT_REASONS.damaged);
  }
  const programs = findPrograms(lab);
  if (thirtyTwoBit(lab, po, programs).length > 0) {
    if (defectActive(lab, 'Q251018')) return box('Memory Error', 'Q251018', EXTRACT_REASONS.memoryError);
    const open = openSteps(lab, po, programs, plan.directory);
    if (open.length > 0) return box('Memory Error', 'Q251018', EXTRACT_REASONS.stepsOpen);
  }
  if (osTwo(programs).length > 0) return box('Memory error encountered', 'Q183590', EXTRACT_REASONS.os2);
  if (oldExport(po, programs).length > 0) {
    const text = 'The wizard hangs after path, post office name and password were entered.';
    return box(text, 'Q152500', EXTRACT_REASONS.hang);
  }
  if (wrongPrograms(po, programs).length > 0) {
    // The article prints the second sentence for DB8; that the first one comes alone for DB6 is modelled.
    const first = 'cc: Mail Utility Error: Incorrect version of Export/Import.exe.';
    const second =
      'cc: Mail Export.exe, Import.exe and IE.RI version 8.00 to 8.X must be in the search path for executables files.';
    return box(
      po.database === 'DB6' ? first : `${first} ${second}`,
      'Q174740',
      EXTRACT_REASONS.wrongPrograms,
    );
  }
  if (po.database === 'DB8' && isIllegalName(po.name) && defectActive(lab, 'Q238850')) {
    return {
      why: EXTRACT_REASONS.illegalName,
      event: {
        id: 6003,
        type: 'Error',
        text: `Error creating IFF PRImary and SECondary files in - ${illegalFolder(set, po)}. Error Code: 00000003.`,
        ...documented('Q238850'),
      },
    };
  }
  return null;
}

/** Why Export refuses the command line for every user of the post office; null: it takes it. */
export function exportRefusal(lab: Lab, plan: PostOfficePlan, po: PostOffice): Why | null {
  if (po.options.preExpiredPasswords) return EXTRACT_REASONS.preExpired;
  if (longParts(plan.files ?? '').length > 0) return EXTRACT_REASONS.longPath;
  return !isPlainName(po.name) && defectActive(lab, 'Q229314') ? EXTRACT_REASONS.plainName : null;
}

/** Event 1004 for one user, or for the bulletin boards of a post office. */
export function badParameters(name: string, command: string, why: Why): ImportEvent {
  return {
    id: 1004,
    type: 'Error',
    text: `CCMail: EXPORT.EXE error exporting user '${name}' - Bad Parameters on the command line. Error with call to the MS-DOS version of cc:Mail EXPORT.EXE. Command Line '${command}'.`,
    ...documented(why.source ?? 'Q186740'),
  };
}

/** DrWatson's event for the access violation of Q197114; number and text are those of another one (Q268496). */
export const DR_WATSON: ImportEvent = {
  log: 'DrWatson',
  id: 4097,
  type: 'Information',
  text: 'mailmig.exe application error',
  ...modelled(
    'Q197114 names no event; that an access violation of Mailmig.exe is logged so is known from another one',
    'Q268496',
  ),
};
