import type { Lab, SqlValue } from '../store/lab.ts';

/** A long list: rows in the order of a key that is unique among them and that an index holds in this order. */
export interface ListView {
  /** Tells it from other lists of the lab. */
  readonly name: string;
  /** `FROM ... WHERE ...` without an end, and the values for its question marks. */
  readonly from: string;
  readonly values: readonly SqlValue[];
  /** The key's columns, ascending. */
  readonly key: readonly string[];
}

export interface PageWanted {
  readonly from: number;
  readonly count: number;
  readonly mark?: string | undefined;
}

export interface Page<Row> {
  readonly mark: string;
  readonly total: number;
  readonly from: number;
  readonly rows: Row[];
}

type Key = readonly SqlValue[];

/** Every so many rows a key is kept: no page is further than this from a place the index finds by itself. */
const STRIDE = 1000;
/** Lists per lab whose keys are kept; a person looks at one or two at a time. */
const KEPT = 12;

/** What is known of a list as it stood at `mark`: its length, and the keys before rows 0, STRIDE, 2 STRIDE ... */
interface Anchors {
  readonly mark: string;
  readonly total: number;
  readonly keys: (Key | null)[];
}

const known = new WeakMap<Lab, Map<string, Anchors>>();

/** Changes with every commit of any process to the lab. */
function markOf(lab: Lab): string {
  const others = lab.get<{ data_version: number }>('PRAGMA data_version')?.data_version;
  const own = lab.get<{ n: number }>('SELECT total_changes() AS n')?.n;
  return `${others}/${own}`;
}

function anchorsOf(lab: Lab, view: ListView, mark: string | undefined): Anchors {
  const views = known.get(lab) ?? new Map<string, Anchors>();
  known.set(lab, views);
  const held = views.get(view.name);
  if (held !== undefined && held.mark === mark) return held;
  const now = markOf(lab);
  if (held?.mark === now) return held;
  const total = lab.get<{ n: number }>(`SELECT count(*) AS n ${view.from}`, ...view.values)?.n ?? 0;
  const fresh: Anchors = { mark: now, total, keys: [null] };
  views.delete(view.name);
  views.set(view.name, fresh);
  const [oldest] = views.keys();
  if (views.size > KEPT && oldest !== undefined) views.delete(oldest);
  return fresh;
}

function behind(view: ListView, key: Key | null, sign: '>' | '<'): string {
  return key === null ? '' : ` AND (${view.key.join(', ')}) ${sign} (${view.key.map(() => '?').join(', ')})`;
}

/** Walks from key to key until the one before the wanted block is known; a list that became shorter ends earlier. */
function anchorBefore(lab: Lab, view: ListView, anchors: Anchors, block: number): Key | null | undefined {
  while (anchors.keys.length <= block) {
    const last = anchors.keys.at(-1) ?? null;
    const row = lab.get<Record<string, SqlValue>>(
      `SELECT ${view.key.map((column, at) => `${column} AS k${at}`).join(', ')} ${view.from}${behind(view, last, '>')}
       ORDER BY ${view.key.join(', ')} LIMIT 1 OFFSET ${STRIDE - 1}`,
      ...view.values,
      ...(last ?? []),
    );
    if (row === undefined) return undefined;
    anchors.keys.push(view.key.map((_, at) => row[`k${at}`] ?? null));
  }
  return anchors.keys[block];
}

/**
 * Rows `from` to `from + count` of a list, found through its index: from the nearest kept key on, or backwards from the
 * end where that is near. `columns` are what a row is made of. With the mark of an earlier answer the pages of one view
 * belong together, whatever a run does meanwhile.
 */
export function listPage<Row>(lab: Lab, view: ListView, columns: string, wanted: PageWanted): Page<Row> {
  const anchors = anchorsOf(lab, view, wanted.mark);
  const { mark, total } = anchors;
  const from = Math.min(wanted.from, total);
  const count = Math.min(wanted.count, total - from);
  const select = (order: 'ASC' | 'DESC', after: Key | null, offset: number): Row[] =>
    lab.all<Row>(
      `SELECT ${columns} ${view.from}${behind(view, after, '>')}
       ORDER BY ${view.key.map((column) => `${column} ${order}`).join(', ')} LIMIT ? OFFSET ?`,
      ...view.values,
      ...(after ?? []),
      count,
      offset,
    );
  if (count === 0) return { mark, total, from, rows: [] };
  const left = total - from - count;
  if (from >= STRIDE && left < STRIDE)
    return { mark, total, from, rows: select('DESC', null, left).reverse() };
  const block = Math.floor(from / STRIDE);
  const before = anchorBefore(lab, view, anchors, block);
  const rows = before === undefined ? [] : select('ASC', before, from - block * STRIDE);
  return { mark, total, from, rows };
}
