import type { WellKnown } from '../../../shared/lab/well-known.ts';
import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import { mailboxRow } from './mailbox-row.ts';
import { type RowId, rowKey } from './row-id.ts';

export function wellKnownFolder(lab: Lab, mailboxId: number, role: WellKnown): RowId | null {
  return (
    lab.get<RowId>('SELECT repl, gc FROM folder WHERE mailbox_id = ? AND well_known = ?', mailboxId, role) ??
    null
  );
}

/** The child folder of that name (compared without case, as Exchange does), or null. */
export function childFolder(lab: Lab, mailboxId: number, parent: RowId, name: string): RowId | null {
  return (
    lab.get<RowId>(
      'SELECT repl, gc FROM folder WHERE mailbox_id = ? AND parent_repl = ? AND parent_gc = ? AND name = ? COLLATE NOCASE ORDER BY gc LIMIT 1',
      mailboxId,
      parent.repl,
      parent.gc,
      name,
    ) ?? null
  );
}

/** A folder by the names on the way to it; the first name is a child of the IPM subtree, or 'Root' for what lies outside it. */
export function folderByPath(lab: Lab, mailboxId: number, path: readonly string[]): RowId | null {
  const outside = path[0] === 'Root';
  let at = wellKnownFolder(lab, mailboxId, outside ? 'root' : 'ipmSubtree');
  for (const name of outside ? path.slice(1) : path) {
    if (at === null) return null;
    at = childFolder(lab, mailboxId, at, name);
  }
  return at;
}

interface Step {
  readonly name: string;
  readonly role: WellKnown | null;
  readonly parentRepl: number | null;
  readonly parentGc: number | null;
}

/** Depth at which a folder tree is taken for a circle. */
const DEEPEST = 512;

/**
 * The names from the top down to a folder: below the IPM subtree from its children on, outside it beginning with 'Root'.
 * The IPM subtree itself is ['Top of Information Store'], the root ['Root'].
 */
export function folderPath(lab: Lab, mailboxId: number, folder: RowId): string[] {
  const names: string[] = [];
  let at: RowId | null = folder;
  while (at !== null && names.length < DEEPEST) {
    const step: Step | undefined = lab.get<Step>(
      'SELECT name, well_known AS role, parent_repl AS parentRepl, parent_gc AS parentGc FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?',
      mailboxId,
      at.repl,
      at.gc,
    );
    if (step === undefined) break;
    if (step.role === 'ipmSubtree') return names.length === 0 ? [step.name] : names;
    if (step.role === 'root') return ['Root', ...names];
    names.unshift(step.name);
    at =
      step.parentRepl === null || step.parentGc === null
        ? null
        : { repl: step.parentRepl, gc: step.parentGc };
  }
  return names;
}

/** Paths of all folders of a mailbox by rowKey, in one scan. */
export function folderPaths(lab: Lab, mailboxId: number): Map<string, string[]> {
  const steps = new Map<string, Step>();
  for (const row of lab.all<Step & RowId>(
    'SELECT repl, gc, name, well_known AS role, parent_repl AS parentRepl, parent_gc AS parentGc FROM folder WHERE mailbox_id = ?',
    mailboxId,
  )) {
    steps.set(rowKey(row), row);
  }
  const paths = new Map<string, string[]>();
  const pathOf = (key: string, depth: number): string[] => {
    const known = paths.get(key);
    if (known !== undefined) return known;
    const step = steps.get(key);
    if (step === undefined || depth > DEEPEST) return [];
    let path: string[];
    if (step.role === 'root') path = ['Root'];
    else if (step.role === 'ipmSubtree') path = [step.name];
    else {
      const parentKey = `${step.parentRepl}:${step.parentGc}`;
      const above = steps.get(parentKey)?.role === 'ipmSubtree' ? [] : pathOf(parentKey, depth + 1);
      path = [...above, step.name];
    }
    paths.set(key, path);
    return path;
  };
  for (const key of steps.keys()) pathOf(key, 0);
  return paths;
}

export interface NewFolder {
  readonly parent: RowId | null;
  readonly name: string;
  readonly containerClass: string;
  readonly wellKnown?: WellKnown;
  readonly isSearch?: boolean;
  readonly at: number;
}

/** Creates a folder with a fresh id and change number of the mailbox's own database (MS-OXCFXICS R1891, R1900). */
export function createFolder(lab: Lab, mailboxId: number, folder: NewFolder): RowId {
  const mailbox = mailboxRow(lab, mailboxId);
  const gc = takeIds(lab, mailbox.mdbId, 2);
  lab.run(
    `INSERT INTO folder(mailbox_id, repl, gc, parent_repl, parent_gc, name, well_known, container_class, is_search, cn_repl, cn_gc, last_mod)
     VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    mailboxId,
    mailbox.mdbRepl,
    gc,
    folder.parent?.repl ?? null,
    folder.parent?.gc ?? null,
    folder.name,
    folder.wellKnown ?? null,
    folder.containerClass,
    folder.isSearch === true ? 1 : 0,
    mailbox.mdbRepl,
    gc + 1,
    folder.at,
  );
  return { repl: mailbox.mdbRepl, gc };
}
