import { modelled, type Why } from '../../../shared/evidence.ts';
import { importPlaces } from '../migrate/import/destination.ts';
import { type ImportEvent, logImport } from '../migrate/import/import-events.ts';
import { IMPORT_REASONS } from '../migrate/import/import-reasons.ts';
import type { ImportRun, SetFolder } from '../migrate/import/import-run.ts';
import type { Lab } from '../store/lab.ts';
import { FILE_REASONS } from './file-reasons.ts';
import { forwardedAddresses, type ImportContext } from './import-context.ts';
import { openSet } from './migration-set.ts';
import { secondaryFiles } from './secondary-files.ts';
import { surveySet } from './survey.ts';

export type Begun =
  | { readonly ok: true; readonly value: ImportContext }
  | { readonly ok: false; readonly failure: Why };

function failing(lab: Lab, run: ImportRun, why: Why, message: string): Begun {
  const event: ImportEvent = {
    id: null,
    type: 'Error',
    text: message,
    ...modelled('No source names an event for it; the words are those of the lab'),
  };
  lab.transact(() => logImport(lab, run.id, event));
  return { ok: false, failure: why };
}

/** Opens a set and the places of a run's plan. Where one of them is gone, the log tells it and the run fails. */
export function beginImport(lab: Lab, run: ImportRun, folder: SetFolder, events: number): Begun {
  const places = importPlaces(lab, run.plan, false);
  if (!places.ok) return failing(lab, run, FILE_REASONS.placeMissing, places.failure.message);
  const set = openSet(folder);
  if (!set.ok) return failing(lab, run, IMPORT_REASONS.filesUnreachable, set.failure.message);
  const version =
    lab.get<{ version: string }>('SELECT version FROM server WHERE id = ?', places.value.serverId)?.version ??
    '';
  return {
    ok: true,
    value: {
      lab,
      run,
      set: set.value,
      secondaries: secondaryFiles(set.value),
      survey: surveySet(set.value, false),
      places: places.value,
      seed: lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0,
      is55: version.startsWith('5.5'),
      forwarded: forwardedAddresses(lab, places.value.orgId),
      batch: { failed: [], accounts: [], events },
    },
  };
}
