import type { Lab } from '../store/lab.ts';
import type { Marks } from './proof-marks.ts';

/** A table whose rows a clone keeps, and every column that has to be equal. */
interface Kept {
  readonly table: 'folder' | 'message';
  readonly columns: readonly string[];
  /** Messages have a read change number of their own. */
  readonly hasReadState: boolean;
}

const FOLDERS: Kept = {
  table: 'folder',
  hasReadState: false,
  columns: [
    'parent_repl',
    'parent_gc',
    'name',
    'well_known',
    'container_class',
    'is_search',
    'cn_repl',
    'cn_gc',
    'change_key',
    'pcl',
    'last_mod',
  ],
};

const MESSAGES: Kept = {
  table: 'message',
  hasReadState: true,
  columns: [
    'folder_repl',
    'folder_gc',
    'is_fai',
    'class',
    'subject',
    'sender',
    'search_key',
    'delivered',
    'last_mod',
    'cn_repl',
    'cn_gc',
    'change_key',
    'pcl',
    'read_repl',
    'read_gc',
    'is_read',
    'size',
    'content_id',
  ],
};

/** How the rows of a clone compare with those of its source, later changes on either side left out. */
export interface Comparison {
  /** Same id, some other column differs. */
  readonly differing: number;
  /** In the source, neither in the target nor deleted there. */
  readonly missing: number;
  /** In the target, not in the source nor deleted there. */
  readonly extra: number;
}

interface Scan {
  readonly differing: number;
  readonly missing: number;
  readonly matched: number;
}

/** SQL: this row was changed after the run; `repl` and `from` are placeholders. */
function later(alias: string, repl: string, from: string, hasReadState: boolean): string {
  const changed = `(${alias}.cn_repl = ${repl} AND ${alias}.cn_gc >= ${from})`;
  return hasReadState
    ? `(${changed} OR (${alias}.read_repl IS ${repl} AND ${alias}.read_gc >= ${from}))`
    : changed;
}

function deleted(kept: Kept, mailbox: string, row: string): string {
  return `EXISTS (SELECT 1 FROM tombstone d WHERE d.mailbox_id = ${mailbox} AND d.kind = '${kept.table}' AND d.repl = ${row}.repl AND d.gc = ${row}.gc)`;
}

function compare(lab: Lab, kept: Kept, source: number, target: number, marks: Marks): Comparison {
  const equal = kept.columns.map((column) => `t.${column} IS s.${column}`).join(' AND ');
  const sourceLater = later('s', '?3', '?4', kept.hasReadState);
  const targetLater = later('t', '?5', '?6', kept.hasReadState);
  const values = [source, target, marks.sourceRepl, marks.sourceFrom, marks.targetRepl, marks.targetFrom];
  const scan = lab.get<Scan>(
    `SELECT count(t.gc) AS matched,
       count(*) FILTER (WHERE t.gc IS NULL AND NOT ${sourceLater} AND NOT ${deleted(kept, '?2', 's')}) AS missing,
       count(*) FILTER (WHERE t.gc IS NOT NULL AND NOT (${equal}) AND NOT ${sourceLater} AND NOT ${targetLater}) AS differing
     FROM ${kept.table} s LEFT JOIN ${kept.table} t ON t.mailbox_id = ?2 AND t.repl = s.repl AND t.gc = s.gc
     WHERE s.mailbox_id = ?1`,
    ...values,
  );
  if (scan === undefined) throw new Error('an aggregate without a row');
  const there = lab.get<{ count: number }>(
    `SELECT count(*) AS count FROM ${kept.table} WHERE mailbox_id = ?`,
    target,
  );
  if (there?.count === scan.matched) return { ...scan, extra: 0 };
  const extra = lab.get<{ count: number }>(
    `SELECT count(*) AS count FROM ${kept.table} t WHERE t.mailbox_id = ?2 AND NOT (t.cn_repl = ?3 AND t.cn_gc >= ?4)
       AND NOT EXISTS (SELECT 1 FROM ${kept.table} s WHERE s.mailbox_id = ?1 AND s.repl = t.repl AND s.gc = t.gc)
       AND NOT ${deleted(kept, '?1', 't')}`,
    source,
    target,
    marks.targetRepl,
    marks.targetFrom,
  );
  return { ...scan, extra: extra?.count ?? 0 };
}

/** Folders of a clone against those of its source: ids, change numbers, change keys, places, names. */
export function compareFolders(lab: Lab, source: number, target: number, marks: Marks): Comparison {
  return compare(lab, FOLDERS, source, target, marks);
}

/** Messages of a clone against those of its source: every column. Linear, in SQL, nothing held in memory. */
export function compareMessages(lab: Lab, source: number, target: number, marks: Marks): Comparison {
  return compare(lab, MESSAGES, source, target, marks);
}
