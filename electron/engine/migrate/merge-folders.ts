import { initializeMailbox } from '../mailbox/initialize.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import { type RowId, rowKey } from '../mailbox/row-id.ts';
import { labNow } from '../store/clock.ts';
import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';

interface Folder extends RowId {
  readonly parent: string;
  readonly name: string;
  readonly role: string | null;
  readonly containerClass: string;
}

function foldersOf(lab: Lab, mailboxId: number): Folder[] {
  return lab.all<Folder>(
    `SELECT repl, gc, coalesce(parent_repl || ':' || parent_gc, '') AS parent, name, well_known AS role, container_class AS containerClass
     FROM folder WHERE mailbox_id = ? AND is_search = 0 ORDER BY repl, gc`,
    mailboxId,
  );
}

/** Parents before children; folders that hang in the air or in a circle come last, as if at the top. */
function parentsFirst(folders: readonly Folder[]): Folder[] {
  const children = new Map<string, Folder[]>();
  const known = new Set(folders.map(rowKey));
  for (const folder of folders) {
    const parent = known.has(folder.parent) ? folder.parent : '';
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [folder]);
    else siblings.push(folder);
  }
  const ordered: Folder[] = [];
  const next = (parent: string): void => {
    ordered.push(...(children.get(parent) ?? []));
  };
  next('');
  for (let at = 0; at < ordered.length; at += 1) {
    const folder = ordered[at];
    if (folder !== undefined) next(rowKey(folder));
  }
  const reached = new Set(ordered.map(rowKey));
  return [...ordered, ...folders.filter((folder) => !reached.has(rowKey(folder)))];
}

/** Names are compared without case, as Exchange does. */
function place(parent: string, name: string): string {
  return `${parent}\n${name.toLowerCase()}`;
}

function addFolder(lab: Lab, target: MailboxRow, folder: Folder, parent: RowId | null): RowId {
  const gc = takeIds(lab, target.mdbId, 2);
  lab.run(
    `INSERT INTO folder(mailbox_id, repl, gc, parent_repl, parent_gc, name, well_known, container_class, is_search, cn_repl, cn_gc, last_mod)
     VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)`,
    target.id,
    target.mdbRepl,
    gc,
    parent?.repl ?? null,
    parent?.gc ?? null,
    folder.name,
    folder.role,
    folder.containerClass,
    target.mdbRepl,
    gc + 1,
    labNow(lab),
  );
  return { repl: target.mdbRepl, gc };
}

/**
 * Begins a merge: initializes the target, and finds or makes for every source folder the one its messages go into:
 * well-known folders by their role, others by parent and name (identity 7.5, modelled). Search folders hold nothing and
 * are not carried.
 * @returns number of source folders
 */
export function openMerge(lab: Lab, runId: number, source: MailboxRow, target: MailboxRow): number {
  initializeMailbox(lab, target.id, 'merge', labNow(lab));
  lab.run('UPDATE mailbox SET in_transit = 1 WHERE id = ?', target.id);
  const byRole = new Map<string, RowId>();
  const byPlace = new Map<string, RowId>();
  for (const folder of foldersOf(lab, target.id)) {
    if (folder.role !== null) byRole.set(folder.role, folder);
    const key = place(folder.parent, folder.name);
    if (!byPlace.has(key)) byPlace.set(key, folder);
  }
  const top = byRole.get('ipmSubtree') ?? null;
  const mapped = new Map<string, RowId>();
  const folders = parentsFirst(foldersOf(lab, source.id));
  for (const folder of folders) {
    const parent = mapped.get(folder.parent) ?? top;
    const key = place(parent === null ? '' : rowKey(parent), folder.name);
    const found =
      (folder.role === null ? undefined : byRole.get(folder.role)) ??
      byPlace.get(key) ??
      addFolder(lab, target, folder, parent);
    mapped.set(rowKey(folder), found);
    if (!byPlace.has(key)) byPlace.set(key, found);
    lab.run(
      'INSERT INTO run_folder(run_id, source_mailbox, source_repl, source_gc, target_repl, target_gc) VALUES(?, ?, ?, ?, ?, ?)',
      runId,
      source.id,
      folder.repl,
      folder.gc,
      found.repl,
      found.gc,
    );
  }
  return folders.length;
}
