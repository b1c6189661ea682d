import type { Lab } from '../store/lab.ts';

/** The next source messages in the order of their keys: after `from`, up to and with `to`. */
export interface MessageRange {
  readonly from: RangeKey;
  readonly to: RangeKey;
  readonly messages: number;
  readonly bytes: number;
  /** Nothing comes behind it. */
  readonly last: boolean;
}

export interface RangeKey {
  readonly repl: number;
  readonly gc: number;
}

const START: RangeKey = { repl: 0, gc: 0 };
const END: RangeKey = { repl: Number.MAX_SAFE_INTEGER, gc: 0 };

/** The next `limit` messages of a mailbox behind a cursor (null: from its beginning). Sizes are in bytes. */
export function nextRange(lab: Lab, mailboxId: number, cursor: RangeKey | null, limit: number): MessageRange {
  const from = cursor ?? START;
  const end = lab.get<RangeKey>(
    'SELECT repl, gc FROM message WHERE mailbox_id = ? AND (repl, gc) > (?, ?) ORDER BY repl, gc LIMIT 1 OFFSET ?',
    mailboxId,
    from.repl,
    from.gc,
    limit - 1,
  );
  const to = end ?? END;
  const sums = lab.get<{ messages: number; bytes: number }>(
    `SELECT count(*) AS messages, coalesce(sum(size), 0) AS bytes FROM message
     WHERE mailbox_id = ? AND (repl, gc) > (?, ?) AND (repl, gc) <= (?, ?)`,
    mailboxId,
    from.repl,
    from.gc,
    to.repl,
    to.gc,
  );
  return { from, to, messages: sums?.messages ?? 0, bytes: sums?.bytes ?? 0, last: end === undefined };
}
