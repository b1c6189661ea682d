import { IdSet } from '../identity/idset.ts';
import type { SyncId } from './contents-difference.ts';
import type { HierarchyState } from './ics-state.ts';

/** What the server knows of a folder below the root of the synchronization. */
export interface HierarchyRow extends SyncId {
  readonly cnNs: string;
  readonly cnGc: number;
  /** Null: the parent is the root of the synchronization, sent as an empty PidTagParentSourceKey (R2081). */
  readonly parent: SyncId | null;
}

export interface HierarchyDifference<Row> {
  /** Changed folders, parents before children. */
  readonly changes: readonly Row[];
  readonly deleted: IdSet;
  readonly final: HierarchyState;
}

function key(id: SyncId): string {
  return `${id.ns}:${id.gc}`;
}

/** Parents before their children; a folder in a circle comes after what it does not depend on. */
export function parentsFirst<Row extends HierarchyRow>(rows: readonly Row[]): Row[] {
  const byKey = new Map(rows.map((row) => [key(row), row]));
  const ordered: Row[] = [];
  const visited = new Set<string>();
  for (const start of rows) {
    const chain: Row[] = [];
    let at: Row | undefined = start;
    while (at !== undefined && !visited.has(key(at))) {
      visited.add(key(at));
      chain.push(at);
      at = at.parent === null ? undefined : byKey.get(key(at.parent));
    }
    ordered.push(...chain.reverse());
  }
  return ordered;
}

/**
 * The difference between a folder tree and what a client knows of it (MS-OXCFXICS R2043, R2046): folders whose
 * change number was not seen, parents before children, and ids the client was given that are gone.
 */
export function hierarchyDifference<Row extends HierarchyRow>(
  rows: readonly Row[],
  initial: HierarchyState,
): HierarchyDifference<Row> {
  const present = new IdSet();
  const given = initial.given.clone();
  const seen = initial.seen.clone();
  const changes: Row[] = [];
  for (const row of parentsFirst(rows)) {
    present.add(row.ns, row.gc);
    if (seen.has(row.cnNs, row.cnGc)) continue;
    seen.add(row.cnNs, row.cnGc);
    given.add(row.ns, row.gc);
    changes.push(row);
  }
  const deleted = initial.given.difference(present);
  return { changes, deleted, final: { given: given.difference(deleted), seen } };
}
