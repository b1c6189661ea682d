import type { ImportPlan } from '../../../../shared/lab/run-plan.ts';
import type { Lab } from '../../store/lab.ts';
import { latestLine } from '../journal.ts';
import type { StoredSet } from './set-folder.ts';

/** What the line 'started' of a run from a foreign source holds. */
export interface ImportStarted {
  readonly accounts: number;
  readonly acts: number;
  /** The set that is written; null: the plan names the files. */
  readonly set: StoredSet | null;
  /** Lab time, and the last event, when the run began: a repeated extraction begins there again. */
  readonly clock: number;
  readonly event: number;
  /** Counter of every database of the target when the run began: what has later numbers came in the run or after it. */
  readonly counters: readonly { readonly mdb: number; readonly next: number }[];
}

/** Whether something of the plan goes into the target in this run. */
export function importsInto(plan: ImportPlan): boolean {
  return plan.source === 'FILE' || plan.method === 'one-step';
}

/** The line 'started' of a run; one without it is a bug. */
export function importStarted(lab: Lab, runId: number): ImportStarted {
  const started = latestLine<ImportStarted>(lab, runId, 'started', null);
  if (started === null) throw new Error(`run ${runId} has no line 'started'`);
  return started;
}
