import type { Lab } from '../store/lab.ts';
import type { MessageRange } from './message-range.ts';

/**
 * Copies a range of messages with everything that identifies them: id, change number, change key, predecessor change
 * list, read change number, search key (identity 7.4). In the order of the keys, so that the table only grows at its end.
 */
export function cloneMessages(lab: Lab, source: number, target: number, range: MessageRange): void {
  lab.run(
    `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod,
       cn_repl, cn_gc, change_key, pcl, read_repl, read_gc, is_read, size, content_id)
     SELECT ?, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod,
       cn_repl, cn_gc, change_key, pcl, read_repl, read_gc, is_read, size, content_id
     FROM message WHERE mailbox_id = ? AND (repl, gc) > (?, ?) AND (repl, gc) <= (?, ?) ORDER BY repl, gc`,
    target,
    source,
    range.from.repl,
    range.from.gc,
    range.to.repl,
    range.to.gc,
  );
}
