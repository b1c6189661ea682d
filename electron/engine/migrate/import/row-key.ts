import { draw } from '../../../../shared/lab/draw.ts';
import type { Lab } from '../../store/lab.ts';

/**
 * PR_SEARCH_KEY of an imported message, 16 bytes: drawn from the run, the account and the row, so that a resumed run writes
 * the same one, and the run's proof finds each row of the set again in the mailbox.
 * @param key the account's key in the run
 * @param row which message of the account, over all its sections, from 0 on
 */
export function importSearchKey(lab: Lab, runId: number, key: string, row: number): Uint8Array {
  const seed = lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
  return draw(seed, `import-search-key/${runId}`, key, row).bytes(16);
}
