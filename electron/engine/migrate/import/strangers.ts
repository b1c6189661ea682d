import type { Lab } from '../../store/lab.ts';
import { latestLine } from '../journal.ts';
import type { ImportStarted } from './started.ts';

/**
 * Aliases of mailboxes of the target that got folders or messages since the run began and are none of the run's: every
 * such change takes a number of its database at or above the one the run found. Nobody can tell whose they are once
 * something else was done to the lab, so that then none is named.
 */
export function strangersTouched(lab: Lab, runId: number): string[] {
  const started = latestLine<ImportStarted>(lab, runId, 'started', null);
  const others = lab.get(
    'SELECT 1 FROM act WHERE id > ? UNION ALL SELECT 1 FROM run WHERE id > ? LIMIT 1',
    started?.acts ?? 0,
    runId,
  );
  if (started === null || others !== undefined) return [];
  return started.counters.flatMap(({ mdb, next }) =>
    lab
      .all<{ alias: string }>(
        `SELECT o.alias AS alias FROM mailbox m JOIN directory_object o ON o.id = m.object_id
         WHERE m.mdb_id = ?1 AND NOT EXISTS (SELECT 1 FROM run_account a WHERE a.run_id = ?3 AND a.mailbox_id = m.id)
           AND EXISTS (SELECT 1 FROM message x WHERE x.mailbox_id = m.id AND x.cn_gc >= ?2
             AND x.cn_repl = (SELECT repl FROM mdb WHERE id = ?1)) ORDER BY o.alias`,
        mdb,
        next,
        runId,
      )
      .map((row) => row.alias),
  );
}
