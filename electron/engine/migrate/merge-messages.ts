import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import { judgeMessages, type MergeCounts, REMOVING, WRITTEN } from './merge-verdicts.ts';
import type { MessageFilter } from './message-filter.ts';
import type { MessageRange } from './message-range.ts';

/** Takes the older copies out of the target, leaving their ids as deleted ones: an id never comes back (MS-OXCFXICS R1891). */
function removeOlder(lab: Lab, target: number): void {
  lab.run(
    'CREATE TEMP TABLE IF NOT EXISTS gone(repl INTEGER NOT NULL, gc INTEGER NOT NULL, PRIMARY KEY(repl, gc))',
  );
  lab.run('DELETE FROM temp.gone');
  lab.run(
    `INSERT OR IGNORE INTO temp.gone(repl, gc)
     SELECT t.repl, t.gc FROM temp.pick p CROSS JOIN message t ON t.mailbox_id = ?1 AND (t.repl, t.gc) =
       (SELECT repl, gc FROM message INDEXED BY message_search_key WHERE mailbox_id = ?1 AND search_key = p.search_key AND folder_repl = p.folder_repl
          AND folder_gc = p.folder_gc ORDER BY last_mod DESC, repl, gc LIMIT 1)
     WHERE p.verdict IN ${REMOVING}`,
    target,
  );
  lab.run(
    "INSERT OR IGNORE INTO tombstone(mailbox_id, kind, repl, gc) SELECT ?, 'message', repl, gc FROM temp.gone ORDER BY repl, gc",
    target,
  );
  lab.run(
    'DELETE FROM message WHERE mailbox_id = ? AND (repl, gc) IN (SELECT repl, gc FROM temp.gone)',
    target,
  );
}

/** The work list with each message's place among those to be written; where all are written, its place in the list. */
const ALL = '(SELECT repl, gc, folder_repl, folder_gc, ord - 1 AS rank FROM temp.pick ORDER BY ord)';
const CHOSEN = `(SELECT repl, gc, folder_repl, folder_gc, row_number() OVER (ORDER BY ord) - 1 AS rank FROM temp.pick WHERE verdict IN ${WRITTEN})`;

/**
 * Writes the chosen messages with fresh ids and change numbers of the target's database, change key and predecessor
 * change list the server's own, everything else as it was. Ids, change numbers and read change numbers come in three
 * runs, so that the sets of a client stay short.
 */
function write(lab: Lab, source: MailboxRow, target: MailboxRow, counts: MergeCounts): void {
  const count = counts.written;
  const first = takeIds(lab, target.mdbId, 3 * count);
  lab.run(
    `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod,
       cn_repl, cn_gc, change_key, pcl, read_repl, read_gc, is_read, size, content_id)
     SELECT ?1, ?2, ?3 + p.rank, p.folder_repl, p.folder_gc, m.is_fai, m.class, m.subject, m.sender, m.search_key, m.delivered, m.last_mod,
       ?2, ?3 + ?4 + p.rank, NULL, NULL, CASE WHEN m.is_read AND NOT m.is_fai THEN ?2 END,
       CASE WHEN m.is_read AND NOT m.is_fai THEN ?3 + 2 * ?4 + p.rank END, m.is_read, m.size, m.content_id
     FROM ${count === counts.judged ? ALL : CHOSEN} p CROSS JOIN message m ON m.mailbox_id = ?5 AND m.repl = p.repl AND m.gc = p.gc`,
    target.id,
    target.mdbRepl,
    first,
    count,
    source.id,
  );
}

/**
 * Merges a range of messages into the target (identity 7.5): by search key within the mapped folder, the later
 * modification wins, what is there already is not doubled.
 * @param mayHaveTwins false: the source is known to hold no search key twice
 */
export function mergeMessages(
  lab: Lab,
  runId: number,
  source: MailboxRow,
  target: MailboxRow,
  range: MessageRange,
  filter: MessageFilter,
  mayHaveTwins: boolean,
): MergeCounts {
  const counts = judgeMessages(lab, runId, source.id, target.id, range, filter, mayHaveTwins);
  if (counts.replaced > 0) removeOlder(lab, target.id);
  if (counts.written > 0) write(lab, source, target, counts);
  return counts;
}
