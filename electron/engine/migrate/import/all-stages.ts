import { accountsOf, importAll } from '../../migration-files/import-run.ts';
import { extractAll } from '../../postoffice/extract-run.ts';
import type { Stages } from './stages.ts';

/** The two stages as the product has them. */
export const STAGES: Stages = { extractAll, importAll, accountsOf };
