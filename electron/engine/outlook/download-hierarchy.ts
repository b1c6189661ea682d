import { decodeIdSet, encodeIdSet, type IdSet } from '../../../shared/identity/idset.ts';
import type { Result } from '../../../shared/result.ts';
import { type HierarchyRow, hierarchyDifference } from '../../../shared/sync/hierarchy-difference.ts';
import { hierarchyViolations } from '../../../shared/sync/ics-invariants.ts';
import type { Lab } from '../store/lab.ts';
import { damagedValue } from '../store/store-fault.ts';
import type { Namespaces } from './namespaces.ts';
import { LOCAL_ROLES, ostRow } from './ost-row.ts';
import type { SyncCounts, SyncSession } from './sync-session.ts';

interface FolderRow {
  repl: number;
  gc: number;
  parentRepl: number | null;
  parentGc: number | null;
  cnRepl: number;
  cnGc: number;
  name: string;
  wellKnown: string | null;
}

interface ServerFolder extends HierarchyRow {
  readonly row: FolderRow;
}

/** The folders a hierarchy download covers: all but search folders; the root is the scope and comes with the logon. */
function serverFolders(
  lab: Lab,
  mailboxId: number,
  spaces: Namespaces,
): { root: FolderRow | null; below: ServerFolder[] } {
  const rows = lab.all<FolderRow>(
    `SELECT repl, gc, parent_repl AS parentRepl, parent_gc AS parentGc, cn_repl AS cnRepl, cn_gc AS cnGc, name, well_known AS wellKnown
     FROM folder WHERE mailbox_id = ? AND is_search = 0`,
    mailboxId,
  );
  const root = rows.find((row) => row.parentRepl === null) ?? null;
  const below = rows.flatMap((row): ServerFolder[] => {
    if (row.parentRepl === null || row.parentGc === null) return [];
    const atTop = root !== null && row.parentRepl === root.repl && row.parentGc === root.gc;
    return [
      {
        ns: spaces.hex(row.repl),
        gc: row.gc,
        cnNs: spaces.hex(row.cnRepl),
        cnGc: row.cnGc,
        parent: atTop ? null : { ns: spaces.hex(row.parentRepl), gc: row.parentGc },
        row,
      },
    ];
  });
  return { root, below };
}

function putFolder(lab: Lab, ostId: number, row: FolderRow): void {
  const isLocal = LOCAL_ROLES.some((role) => role === row.wellKnown);
  const kept =
    isLocal &&
    lab.get('SELECT 1 FROM ost_folder WHERE ost_id = ? AND well_known = ?', ostId, row.wellKnown) !==
      undefined;
  if (kept) return;
  lab.run(
    `INSERT INTO ost_folder(ost_id, repl, gc, parent_repl, parent_gc, name, well_known, is_local, given, seen, seen_fai, read)
     VALUES(?, ?, ?, ?, ?, ?, ?, ?, x'', x'', x'', x'')
     ON CONFLICT(ost_id, repl, gc) DO UPDATE SET parent_repl = excluded.parent_repl, parent_gc = excluded.parent_gc, name = excluded.name`,
    ostId,
    row.repl,
    row.gc,
    row.parentRepl,
    row.parentGc,
    row.name,
    row.wellKnown,
    isLocal ? 1 : 0,
  );
}

/** A deleted folder leaves with all it holds, its state included; folders local to the file stay, for they are the client's. */
function dropFolders(lab: Lab, ostId: number, deleted: IdSet, spaces: Namespaces): void {
  for (const ns of deleted.guids()) {
    for (const [low, high] of deleted.ranges(ns)) {
      lab.run(
        `DELETE FROM ost_item WHERE ost_id = ? AND folder_repl = ? AND folder_gc BETWEEN ? AND ?
           AND NOT EXISTS (SELECT 1 FROM ost_folder f WHERE f.ost_id = ost_item.ost_id AND f.repl = folder_repl AND f.gc = folder_gc AND is_local = 1)`,
        ostId,
        spaces.key(ns),
        low,
        high,
      );
      lab.run(
        'DELETE FROM ost_folder WHERE ost_id = ? AND repl = ? AND gc BETWEEN ? AND ? AND is_local = 0',
        ostId,
        spaces.key(ns),
        low,
        high,
      );
    }
  }
}

function value<T>(lab: Lab, result: Result<T>): T {
  if (!result.ok) throw damagedValue(lab, result.failure.message);
  return result.value;
}

/** Downloads the changes of the folder tree and applies them; the final state has to keep the invariants. */
export function downloadHierarchy(session: SyncSession, counts: SyncCounts): void {
  const { lab, ostId, mailbox, spaces } = session;
  const ost = ostRow(lab, ostId);
  const initial = { given: value(lab, decodeIdSet(ost.hGiven)), seen: value(lab, decodeIdSet(ost.hSeen)) };
  const { root, below } = serverFolders(lab, mailbox.id, spaces);
  const difference = hierarchyDifference(below, initial);
  const violations = hierarchyViolations(initial, difference);
  if (violations.length > 0) throw new Error(`hierarchy synchronization: ${violations.join('; ')}`);
  const known =
    root === null ||
    lab.get('SELECT 1 FROM ost_folder WHERE ost_id = ? AND repl = ? AND gc = ?', ostId, root.repl, root.gc);
  if (root !== null && known === undefined) putFolder(lab, ostId, root);
  for (const folder of difference.changes) putFolder(lab, ostId, folder.row);
  const deletedFolders = difference.deleted.count();
  if (deletedFolders > 0) dropFolders(lab, ostId, difference.deleted, spaces);
  counts.downloadedFolders += difference.changes.length;
  counts.deletedFolders += deletedFolders;
  if (difference.changes.length === 0 && deletedFolders === 0) return;
  lab.run(
    'UPDATE ost SET h_given = ?, h_seen = ? WHERE id = ?',
    encodeIdSet(difference.final.given),
    encodeIdSet(difference.final.seen),
    ostId,
  );
}
