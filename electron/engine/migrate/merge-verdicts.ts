import type { Lab } from '../store/lab.ts';
import type { MessageFilter } from './message-filter.ts';
import type { MessageRange } from './message-range.ts';

/*
 * What a merge does with each message of a batch, worked out in SQL before anything is written:
 * COPY, REPLACE the older copy in the target, SKIP (an equal or newer one is there). Two messages of one batch may have
 * the same search key in the same folder; taken one after the other, the second meets the first: then the first is
 * counted and never written (*_PASSED), and the newest TAKES_OVER.
 */
const COPY = 0;
const REPLACE = 1;
const SKIP = 2;
const COPY_PASSED = 3;
const REPLACE_PASSED = 4;
const TAKES_OVER = 5;
const OVER_PASSED = 6;

/** Verdicts whose message is written, and those under which the target's older copy goes. */
export const WRITTEN = `(${COPY}, ${REPLACE}, ${TAKES_OVER})`;
export const REMOVING = `(${REPLACE}, ${REPLACE_PASSED})`;

export interface MergeCounts {
  readonly copied: number;
  readonly replaced: number;
  readonly skipped: number;
  /** Messages to be written; `bytes` is their size. */
  readonly written: number;
  /** All messages of the batch that pass the filter. */
  readonly judged: number;
  readonly bytes: number;
}

/** The batch's work list, in memory and for this connection alone. */
const PICK = `CREATE TEMP TABLE IF NOT EXISTS pick(
  ord INTEGER PRIMARY KEY, repl INTEGER NOT NULL, gc INTEGER NOT NULL, folder_repl INTEGER NOT NULL, folder_gc INTEGER NOT NULL,
  search_key BLOB NOT NULL, last_mod INTEGER NOT NULL, size INTEGER NOT NULL, verdict INTEGER NOT NULL)`;

/**
 * The copy in the mapped folder is looked up by the search key; of several the newest counts. Equal dates: skipped
 * (modelled; documented is only that a newer one in the target is not overwritten).
 */
function fill(
  lab: Lab,
  runId: number,
  source: number,
  target: number,
  range: MessageRange,
  filter: MessageFilter,
): void {
  lab.run('DELETE FROM temp.pick');
  lab.run(
    `INSERT INTO temp.pick(repl, gc, folder_repl, folder_gc, search_key, last_mod, size, verdict)
     SELECT repl, gc, target_repl, target_gc, search_key, last_mod, size,
       CASE WHEN newest IS NULL THEN ${COPY} WHEN newest < last_mod THEN ${REPLACE} ELSE ${SKIP} END
     FROM (SELECT m.repl, m.gc, f.target_repl, f.target_gc, m.search_key, m.last_mod, m.size,
         (SELECT max(t.last_mod) FROM message t INDEXED BY message_search_key WHERE t.mailbox_id = ? AND t.search_key = m.search_key
            AND t.folder_repl = f.target_repl AND t.folder_gc = f.target_gc) AS newest
       FROM message m CROSS JOIN run_folder f
         ON f.run_id = ? AND f.source_mailbox = m.mailbox_id AND f.source_repl = m.folder_repl AND f.source_gc = m.folder_gc
       WHERE m.mailbox_id = ? AND (m.repl, m.gc) > (?, ?) AND (m.repl, m.gc) <= (?, ?) AND ${filter.sql}
       ORDER BY m.repl, m.gc)`,
    target,
    runId,
    source,
    range.from.repl,
    range.from.gc,
    range.to.repl,
    range.to.gc,
    ...filter.values,
  );
}

interface Twin {
  readonly ord: number;
  readonly place: string;
  readonly lastMod: number;
  readonly verdict: number;
}

const PASSED: Readonly<Record<number, number>> = {
  [COPY]: COPY_PASSED,
  [REPLACE]: REPLACE_PASSED,
  [TAKES_OVER]: OVER_PASSED,
};

/** Messages of the batch that meet in one folder under one search key, one after the other. Rare: such copies are made by hand. */
function settleTwins(lab: Lab): void {
  const several = lab.get<{ several: number }>(
    `SELECT count(*) - count(DISTINCT search_key) AS several FROM temp.pick WHERE verdict <> ${SKIP}`,
  );
  if (several?.several === 0) return;
  const standing = new Map<string, { ord: number; lastMod: number; verdict: number }>();
  const give = (ord: number, verdict: number): void => {
    lab.run('UPDATE temp.pick SET verdict = ? WHERE ord = ?', verdict, ord);
  };
  for (const twin of lab.all<Twin>(
    `SELECT ord, folder_repl || ':' || folder_gc || ':' || hex(search_key) AS place, last_mod AS lastMod, verdict FROM temp.pick
     WHERE verdict <> ${SKIP} AND search_key IN (SELECT search_key FROM temp.pick WHERE verdict <> ${SKIP} GROUP BY search_key HAVING count(*) > 1)
     ORDER BY ord`,
  )) {
    const first = standing.get(twin.place);
    if (first === undefined) {
      standing.set(twin.place, { ord: twin.ord, lastMod: twin.lastMod, verdict: twin.verdict });
    } else if (first.lastMod < twin.lastMod) {
      give(first.ord, PASSED[first.verdict] ?? first.verdict);
      give(twin.ord, TAKES_OVER);
      standing.set(twin.place, { ord: twin.ord, lastMod: twin.lastMod, verdict: TAKES_OVER });
    } else {
      give(twin.ord, SKIP);
    }
  }
}

/** Whether some search key stands twice in a mailbox; read from the index alone. */
export function hasTwins(lab: Lab, mailboxId: number): boolean {
  return (
    lab.get(
      'SELECT 1 FROM message INDEXED BY message_search_key WHERE mailbox_id = ? GROUP BY search_key HAVING count(*) > 1 LIMIT 1',
      mailboxId,
    ) !== undefined
  );
}

/** Fills the work list of a batch (temp.pick) and says what will happen. */
export function judgeMessages(
  lab: Lab,
  runId: number,
  source: number,
  target: number,
  range: MessageRange,
  filter: MessageFilter,
  mayHaveTwins: boolean,
): MergeCounts {
  lab.run(PICK);
  fill(lab, runId, source, target, range, filter);
  if (mayHaveTwins) settleTwins(lab);
  const counts = lab.get<MergeCounts>(
    `SELECT count(*) AS judged, count(*) FILTER (WHERE verdict IN (${COPY}, ${COPY_PASSED})) AS copied,
       count(*) FILTER (WHERE verdict IN (${REPLACE}, ${REPLACE_PASSED}, ${TAKES_OVER}, ${OVER_PASSED})) AS replaced,
       count(*) FILTER (WHERE verdict = ${SKIP}) AS skipped,
       count(*) FILTER (WHERE verdict IN ${WRITTEN}) AS written,
       coalesce(sum(size) FILTER (WHERE verdict IN ${WRITTEN}), 0) AS bytes FROM temp.pick`,
  );
  if (counts === undefined) throw new Error('an aggregate without a row');
  return counts;
}
