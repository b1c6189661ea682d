import { fail, ok, type Result } from '../../../shared/result.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import { ensureReplid } from '../mailbox/replids.ts';
import type { Lab } from '../store/lab.ts';
import { replsOf } from './fingerprint.ts';

/** Folder ids are unique in a database: what is there already cannot be cloned into it a second time (identity 7.6). */
function collides(lab: Lab, source: MailboxRow, target: MailboxRow): boolean {
  const folder = lab.get(
    `SELECT 1 FROM folder s JOIN folder t ON t.repl = s.repl AND t.gc = s.gc JOIN mailbox m ON m.id = t.mailbox_id
     WHERE s.mailbox_id = ? AND m.mdb_id = ? LIMIT 1`,
    source.id,
    target.mdbId,
  );
  const store = lab.get(
    'SELECT 1 FROM mailbox WHERE mdb_id = ? AND store_guid = ? AND id <> ?',
    target.mdbId,
    source.storeGuid,
    target.id,
  );
  return folder !== undefined || store !== undefined;
}

/** A database never hands out again what comes back to it from elsewhere (MS-OXCSTOR R780, MS-OXCFXICS R1891). */
function raiseCounter(lab: Lab, source: MailboxRow, target: MailboxRow): void {
  const highest = lab.get<{ gc: number | null }>(
    `SELECT max(gc) AS gc FROM (SELECT max(gc) AS gc FROM message WHERE mailbox_id = ?1 AND repl = ?2
       UNION ALL SELECT max(cn_gc) FROM message WHERE mailbox_id = ?1 AND cn_repl = ?2
       UNION ALL SELECT max(read_gc) FROM message WHERE mailbox_id = ?1 AND read_repl = ?2
       UNION ALL SELECT max(gc) FROM folder WHERE mailbox_id = ?1 AND repl = ?2
       UNION ALL SELECT max(cn_gc) FROM folder WHERE mailbox_id = ?1 AND cn_repl = ?2
       UNION ALL SELECT max(gc) FROM tombstone WHERE mailbox_id = ?1 AND repl = ?2)`,
    source.id,
    target.mdbRepl,
  );
  if (highest?.gc === null || highest === undefined) return;
  lab.run('UPDATE mdb SET next_gc = max(next_gc, ?) WHERE id = ?', highest.gc + 1, target.mdbId);
}

/**
 * Begins a clone: the target takes over store GUID and .ost key, gets a REPLID for every REPLGUID in use, and the whole
 * folder tree with its identifiers. It counts as initialized from now on.
 * @returns number of folders
 * Failures: 'id-collision', 'replid-map-full' (0x450).
 */
export function openClone(lab: Lab, source: MailboxRow, target: MailboxRow): Result<number> {
  if (collides(lab, source, target)) {
    return fail(
      'id-collision',
      'Folders with these ids are in the target mailbox store already: delete the mailbox that holds them, or choose another mailbox store.',
    );
  }
  const repls = replsOf(lab, source.id);
  for (const repl of repls) {
    const known = ensureReplid(lab, target.mdbId, repl, 'clone');
    if (!known.ok) return known;
  }
  if (repls.includes(target.mdbRepl)) raiseCounter(lab, source, target);
  lab.run(
    "UPDATE mailbox SET store_guid = ?, ost_key = ?, initialized = 1, initialized_by = 'clone', in_transit = 1 WHERE id = ?",
    source.storeGuid,
    source.ostKey,
    target.id,
  );
  const copied = lab.run(
    `INSERT INTO folder(mailbox_id, repl, gc, parent_repl, parent_gc, name, well_known, container_class, is_search, cn_repl, cn_gc,
       change_key, pcl, last_mod)
     SELECT ?, repl, gc, parent_repl, parent_gc, name, well_known, container_class, is_search, cn_repl, cn_gc, change_key, pcl, last_mod
     FROM folder WHERE mailbox_id = ? ORDER BY repl, gc`,
    target.id,
    source.id,
  );
  return ok(copied.changes);
}
