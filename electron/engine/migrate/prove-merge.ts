import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import { messageFilter } from './message-filter.ts';
import { type Marks, sharedIds, type Violation } from './proof-marks.ts';

/** What the copy of a message has to have in common with it. */
const CARRIED = [
  'is_fai',
  'class',
  'subject',
  'sender',
  'delivered',
  'last_mod',
  'is_read',
  'size',
  'content_id',
];

const EQUAL = CARRIED.map((column) => `t.${column} IS m.${column}`).join(' AND ');

function count(lab: Lab, sql: string, ...values: readonly (number | string)[]): number {
  return lab.get<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`, ...values)?.count ?? 0;
}

/** D1: no id and no change number that the run gave is one of the source's, and none of the source's came along. */
function givenTwice(lab: Lab, source: MailboxRow, target: MailboxRow, marks: Marks): number {
  const values = [source.id, marks.targetRepl, marks.targetFrom, marks.targetTo];
  const shared = (table: string, column: string): number =>
    count(
      lab,
      `${table} WHERE mailbox_id = ? AND ${column}repl = ? AND ${column}gc >= ? AND ${column}gc < ?`,
      ...values,
    );
  return (
    shared('message', '') +
    shared('message', 'cn_') +
    shared('folder', '') +
    shared('folder', 'cn_') +
    Math.max(0, sharedIds(lab, source, target) - marks.sharedBefore)
  );
}

interface Standing {
  /** Source messages without a copy in the mapped folder. */
  readonly missing: number;
  /** Messages with an id of the target's database and a change number of another: nothing makes such. */
  readonly foreign: number;
  /** Copies by this run that are not what some source message is. */
  readonly suspicious: number;
}

const SOURCE_LATER = '((m.cn_repl = ?4 AND m.cn_gc >= ?5) OR (m.read_repl IS ?4 AND m.read_gc >= ?5))';

/** SQL: written by this run and untouched since. */
const BY_THIS_RUN =
  't.repl = ?6 AND t.gc >= ?7 AND t.gc < ?8 AND t.cn_repl = ?6 AND t.cn_gc < ?8 AND NOT (t.read_repl IS ?6 AND t.read_gc >= ?8)';

/** D2: every message that was to be migrated stands in its folder under its search key, and copies are true to a source. */
function standing(
  lab: Lab,
  plan: RunPlan,
  run: number,
  source: MailboxRow,
  target: MailboxRow,
  marks: Marks,
): Standing {
  // The filter's placeholders have no numbers: they take those behind the last numbered one.
  const filter = messageFilter(plan);
  const row = lab.get<Standing>(
    `SELECT count(*) FILTER (WHERE t.gc IS NULL) AS missing,
       count(*) FILTER (WHERE t.repl = ?6 AND t.cn_repl <> ?6) AS "foreign",
       count(*) FILTER (WHERE ${BY_THIS_RUN} AND t.last_mod <= m.last_mod AND NOT (${EQUAL})) AS suspicious
     FROM message m CROSS JOIN run_folder f
         ON f.run_id = ?3 AND f.source_mailbox = ?1 AND f.source_repl = m.folder_repl AND f.source_gc = m.folder_gc
       LEFT JOIN message t INDEXED BY message_search_key ON t.mailbox_id = ?2 AND t.search_key = m.search_key AND t.folder_repl = f.target_repl AND t.folder_gc = f.target_gc
     WHERE m.mailbox_id = ?1 AND NOT ${SOURCE_LATER} AND ${filter.sql}`,
    source.id,
    target.id,
    run,
    marks.sourceRepl,
    marks.sourceFrom,
    marks.targetRepl,
    marks.targetFrom,
    marks.targetTo,
    ...filter.values,
  );
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

/** The precise count behind a suspicion: two source messages under one search key would look like an untrue copy. */
function untrueCopies(lab: Lab, source: MailboxRow, target: MailboxRow, marks: Marks): number {
  return count(
    lab,
    `message t WHERE t.mailbox_id = ?2 AND ${BY_THIS_RUN} AND ?3 = ?3
       AND NOT EXISTS (SELECT 1 FROM message m INDEXED BY message_search_key WHERE m.mailbox_id = ?1 AND m.search_key = t.search_key AND ((${EQUAL}) OR ${SOURCE_LATER}))`,
    source.id,
    target.id,
    0,
    marks.sourceRepl,
    marks.sourceFrom,
    marks.targetRepl,
    marks.targetFrom,
    marks.targetTo,
  );
}

/** What was deleted since, on either side: then what is missing may have been deleted. */
export interface DeletedSince {
  readonly inSource: boolean;
  readonly inTarget: boolean;
}

/** The invariants of a merge (identity 7.7), set-wise. */
export function proveMerge(
  lab: Lab,
  plan: RunPlan,
  run: number,
  source: MailboxRow,
  target: MailboxRow,
  marks: Marks,
  since: DeletedSince,
): Violation[] {
  const violations: Violation[] = [];
  const { missing, foreign, suspicious } = standing(lab, plan, run, source, target, marks);
  const shared = givenTwice(lab, source, target, marks) + foreign;
  if (shared > 0)
    violations.push({
      invariant: 'D1',
      text: `${shared} ids or change numbers of the source were given again.`,
    });
  if (missing > 0 && !since.inTarget)
    violations.push({
      invariant: 'D2',
      text: `${missing} messages of the source have no copy under their search key in the folder they belong into.`,
    });
  const untrue = suspicious > 0 && !since.inSource ? untrueCopies(lab, source, target, marks) : 0;
  if (untrue > 0)
    violations.push({ invariant: 'D2', text: `${untrue} copies differ from every message of the source.` });
  return violations;
}
