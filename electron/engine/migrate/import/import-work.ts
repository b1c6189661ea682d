import type { RunNews } from '../../../../shared/ipc/shapes.ts';
import type { Lab } from '../../store/lab.ts';
import type { RunControl, StageEnd } from '../control.ts';
import { latestLine, writeLine } from '../journal.ts';
import { anyRun } from '../run-row.ts';
import { endImport } from './end-import.ts';
import { IMPORT_REASONS } from './import-reasons.ts';
import type { ImportRun, SetFolder } from './import-run.ts';
import { postOfficeAccounts } from './plan-accounts.ts';
import { findPostOffice } from './post-office.ts';
import { givenSet, placeSet, removeSet } from './set-folder.ts';
import { addAccounts, runAccounts } from './run-account.ts';
import { importStarted, importsInto } from './started.ts';
import type { Stages } from './stages.ts';

/** The set of a run on this machine; null: its folder cannot be reached any more. */
export function setOf(lab: Lab, run: ImportRun): SetFolder | null {
  if (run.plan.source === 'FILE') return givenSet(lab, run.plan.packingList);
  const { set } = importStarted(lab, run.id);
  const placed = set === null ? null : placeSet(lab, set);
  return placed?.ok === true ? placed.value : null;
}

/**
 * Takes an extraction back that was interrupted: its journal, its events, its counts, and the lab's clock where nobody
 * else has done anything since. Files are written anew by the extraction itself, so that its end is that of one which was
 * never interrupted.
 */
function beginExtractionAgain(lab: Lab, run: ImportRun): void {
  if (run.plan.source !== 'CCMAIL') return;
  const { clock, event, acts } = importStarted(lab, run.id);
  const office = findPostOffice(lab, run.plan.directory, run.plan.postOffice);
  const accounts = office.ok ? postOfficeAccounts(lab, office.value, run.plan) : office;
  // Where the post office or a user is gone, all of them wait again, and who is not there fails when it is reached.
  const again = accounts.ok
    ? accounts.value
    : runAccounts(lab, run.id).map(({ key, displayName, address, total }) => ({
        key,
        displayName,
        address,
        total,
      }));
  lab.run(
    "DELETE FROM journal WHERE run_id = ?1 AND seq > (SELECT max(seq) FROM journal WHERE run_id = ?1 AND kind = 'started')",
    run.id,
  );
  lab.run('DELETE FROM event WHERE run_id = ? AND id > ?', run.id, event);
  lab.run('DELETE FROM run_account WHERE run_id = ?', run.id);
  addAccounts(lab, run.id, again);
  lab.run('UPDATE lab SET clock = ? WHERE NOT EXISTS (SELECT 1 FROM act WHERE id > ?)', clock, acts);
}

function* extract(
  lab: Lab,
  run: ImportRun,
  set: SetFolder,
  stages: Stages,
): Generator<RunNews, StageEnd, RunControl> {
  if (latestLine(lab, run.id, 'packed', null) !== null) return null;
  lab.transact(() => beginExtractionAgain(lab, run));
  const ending = yield* stages.extractAll(lab, run, set);
  if (ending === null) lab.transact(() => writeLine(lab, run.id, 'packed', null, { set: set.simulated }));
  return ending;
}

/** Everything that is left to do of a run from a foreign source, wherever it stands. */
export function* importWork(lab: Lab, run: ImportRun, stages: Stages): Generator<RunNews, void, RunControl> {
  const set = setOf(lab, run);
  let ending: StageEnd = null;
  if (set === null) ending = { end: 'failed', why: [IMPORT_REASONS.filesUnreachable] };
  else {
    if (run.plan.source === 'CCMAIL') ending = yield* extract(lab, run, set, stages);
    if (ending === null && importsInto(run.plan)) ending = yield* stages.importAll(lab, run, set);
  }
  const { end, why } = ending ?? { end: 'completed' as const, why: [] };
  if (anyRun(lab, run.id).state === 'running') endImport(lab, run.id, end, why);
  // The files of one step were only on their way (modelled); where something went wrong they stay, to be looked at.
  const oneStep = run.plan.source === 'CCMAIL' && run.plan.method === 'one-step';
  if (oneStep && set !== null && anyRun(lab, run.id).exit === 0) removeSet(lab, set);
}
