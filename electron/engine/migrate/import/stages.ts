import type { RunNews } from '../../../../shared/ipc/shapes.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import type { RunControl, StageEnd } from '../control.ts';
import type { ImportRun, SetFolder } from './import-run.ts';
import type { NewAccount } from './run-account.ts';

/** Batches of one stage: news after each, told to go on or to cancel. */
export type StageWork = Generator<RunNews, StageEnd, RunControl>;

/** What the two stages of a run from a foreign source are made of. */
export interface Stages {
  /** Stage 1: a post office into migration files. Done again from the start when it was interrupted. */
  extractAll(lab: Lab, run: ImportRun, set: SetFolder): StageWork;
  /** Stage 2: migration files into mailboxes and public folders. It goes on behind each account's cursor. */
  importAll(lab: Lab, run: ImportRun, set: SetFolder): StageWork;
  /** The accounts that a set of files holds, in the order in which they are imported. Failures: the list cannot be read. */
  accountsOf(lab: Lab, set: SetFolder): Result<readonly NewAccount[]>;
}
