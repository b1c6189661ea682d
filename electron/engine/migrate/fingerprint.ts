import { createHash } from 'node:crypto';
import type { Lab } from '../store/lab.ts';

/*
 * One look over a whole mailbox, in SQL. No GROUP BY: its sorter would hold every row in memory, while DISTINCT holds
 * the few distinct values and plain sums hold nothing.
 */

const MESSAGE_SUMS = `SELECT count(*) AS rows, sum(gc & 4294967295) AS gcs, sum(cn_gc & 4294967295) AS cns,
  sum(read_gc & 4294967295) AS reads, sum(folder_gc & 4294967295) AS folders, sum(last_mod & 4294967295) AS times,
  sum(size) AS sizes, sum(is_read) AS seen, sum(content_id) AS contents, max(cn_gc) AS last FROM message WHERE mailbox_id = ?`;

const FOLDER_SUMS = `SELECT count(*) AS rows, sum(gc & 4294967295) AS gcs, sum(cn_gc & 4294967295) AS cns,
  sum(parent_gc & 4294967295) AS parents, sum(last_mod & 4294967295) AS times FROM folder WHERE mailbox_id = ?`;

/** A mark by which any change of a mailbox's folders and messages shows: each change takes a new change number. */
export function fingerprint(lab: Lab, mailboxId: number): string {
  const sums = [lab.get(MESSAGE_SUMS, mailboxId), lab.get(FOLDER_SUMS, mailboxId)];
  return createHash('sha256').update(JSON.stringify(sums)).digest('hex');
}

/** Interned keys of all REPLGUIDs that a mailbox's ids, change numbers and read change numbers use, ascending. */
export function replsOf(lab: Lab, mailboxId: number): number[] {
  const repls = new Set<number>();
  for (const row of lab.all<{ a: number; b: number; c: number | null }>(
    `SELECT DISTINCT repl AS a, cn_repl AS b, read_repl AS c FROM message WHERE mailbox_id = ?
     UNION SELECT DISTINCT repl, cn_repl, NULL FROM folder WHERE mailbox_id = ?
     UNION SELECT DISTINCT repl, repl, NULL FROM tombstone WHERE mailbox_id = ?`,
    mailboxId,
    mailboxId,
    mailboxId,
  )) {
    repls.add(row.a).add(row.b);
    if (row.c !== null) repls.add(row.c);
  }
  return [...repls].sort((a, b) => a - b);
}
