import type { Why } from '../../../shared/evidence.ts';
import type { Lab } from '../store/lab.ts';
import { endRun } from './end-run.ts';
import { endImport } from './import/end-import.ts';
import { anyRun, isExchangeRun } from './run-row.ts';

/** Ends a run from whatever source for good; see `endRun` and `endImport`. */
export function endAnyRun(
  lab: Lab,
  runId: number,
  end: 'completed' | 'cancelled' | 'failed',
  why: readonly Why[],
): void {
  if (isExchangeRun(anyRun(lab, runId))) endRun(lab, runId, end, why);
  else endImport(lab, runId, end, why);
}
