import { draw } from '../../../../shared/lab/draw.ts';
import type { Lab } from '../../store/lab.ts';

function seedOf(lab: Lab): number {
  return lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
}

function keyOf(seed: number, runId: number, key: string, row: number): Uint8Array {
  return draw(seed, `import-search-key/${runId}`, key, row).bytes(16);
}

/**
 * PR_SEARCH_KEY of an imported message, 16 bytes: drawn from the run, the account and the row, so that a resumed run writes
 * the same one, and the run's proof finds each row of the set again in the mailbox.
 * @param key the account's key in the run
 * @param row which message of the account, over all its sections, from 0 on
 */
export function importSearchKey(lab: Lab, runId: number, key: string, row: number): Uint8Array {
  return keyOf(seedOf(lab), runId, key, row);
}

/** The search keys of an account's rows 0 to `count`, exclusive. */
export function* importSearchKeys(
  lab: Lab,
  runId: number,
  key: string,
  count: number,
): Generator<Uint8Array> {
  const seed = seedOf(lab);
  for (let row = 0; row < count; row += 1) yield keyOf(seed, runId, key, row);
}
