import type { ImportPlan } from '../../../../shared/lab/run-plan.ts';
import type { Lab } from '../../store/lab.ts';
import { type AnyRunRow, anyRun } from '../run-row.ts';

/** A run from a foreign source: a cc:Mail post office, or a set of migration files. */
export interface ImportRun extends AnyRunRow {
  readonly plan: ImportPlan;
}

/**
 * The folder of a set of migration files: its name on the migration server (`C:\MIGRATE\HARBOR.001`), where it stands on
 * the machine, and the packing list's file name inside it (`HARBOR.PKL`).
 */
export interface SetFolder {
  readonly simulated: string;
  readonly real: string;
  readonly packingList: string;
}

export function isImportRun(run: AnyRunRow): run is ImportRun {
  return run.plan.source !== 'EXCHANGE';
}

/** The run from a foreign source with this key; one from an Exchange organization is a bug. */
export function importRun(lab: Lab, runId: number): ImportRun {
  const run = anyRun(lab, runId);
  if (!isImportRun(run)) throw new Error(`run ${runId} has an Exchange source`);
  return run;
}
