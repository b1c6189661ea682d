import { folderPaths } from '../mailbox/folders.ts';
import { type MailboxRow, mailboxRow } from '../mailbox/mailbox-row.ts';
import { resolveShortId } from '../mailbox/replids.ts';
import { type RowId, rowKey } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';

/** Whether somebody in the target directory answers to a legacyExchangeDN. */
export type ResolveDn = (dn: string) => boolean;

/** A source mailbox and the target mailbox it went into, ready for being compared. */
export interface FateContext {
  readonly lab: Lab;
  readonly source: MailboxRow;
  readonly target: MailboxRow;
  /** Names from the top down to a folder of the source; empty when it has no such folder. */
  readonly sourcePath: (folder: RowId) => readonly string[];
  readonly targetHas: (folder: RowId) => boolean;
  readonly resolvesDn: ResolveDn;
  /** The target folder that stands for a source folder: as the run journal says, else the same id, else the same path. */
  readonly counterpart: (folder: RowId) => RowId | null;
}

/** Makes a value when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * An object of the target directory answers to a DN when it is its own legacyExchangeDN or one of its X500 addresses,
 * without regard to case: Outlook writes DNs in capitals. As of when it is first asked.
 */
export function directoryResolver(lab: Lab): ResolveDn {
  const own = lazily(
    () =>
      new Set(
        lab
          .all<{ dn: string }>(
            `SELECT lower(o.legacy_dn) AS dn FROM directory_object o JOIN org ON org.id = o.org_id AND org.role = 'target'
              WHERE o.legacy_dn IS NOT NULL AND o.deleted_at IS NULL`,
          )
          .map((row) => row.dn),
      ),
  );
  const stamped = (dn: string): boolean =>
    lab.get(
      `SELECT 1 FROM proxy_address p JOIN directory_object o ON o.id = p.object_id AND o.deleted_at IS NULL
        JOIN org ON org.id = o.org_id AND org.role = 'target' WHERE p.address = ? AND p.kind = 'X500' LIMIT 1`,
      dn,
    ) !== undefined;
  return (dn) => stamped(dn) || own().has(dn.toLowerCase());
}

function hasFolder(lab: Lab, mailboxId: number, folder: RowId): boolean {
  return (
    lab.get(
      'SELECT 1 FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?',
      mailboxId,
      folder.repl,
      folder.gc,
    ) !== undefined
  );
}

/** Which folder of the target the latest run made of a source folder; null: no run did. */
function notedByRun(lab: Lab, sourceId: number, folder: RowId): RowId | null {
  return (
    lab.get<RowId>(
      `SELECT target_repl AS repl, target_gc AS gc FROM run_folder WHERE run_id IN (SELECT id FROM run)
        AND source_mailbox = ? AND source_repl = ? AND source_gc = ? ORDER BY run_id DESC LIMIT 1`,
      sourceId,
      folder.repl,
      folder.gc,
    ) ?? null
  );
}

function keysByPath(paths: ReadonlyMap<string, readonly string[]>): Map<string, RowId> {
  const found = new Map<string, RowId>();
  for (const [key, path] of paths) {
    const [repl = 0, gc = 0] = key.split(':').map(Number);
    found.set(path.join('\\').toLowerCase(), { repl, gc });
  }
  return found;
}

export function fateContext(
  lab: Lab,
  sourceId: number,
  targetId: number,
  resolvesDn: ResolveDn = directoryResolver(lab),
): FateContext {
  const sourcePaths = lazily(() => folderPaths(lab, sourceId));
  const byPath = lazily(() => keysByPath(folderPaths(lab, targetId)));
  const targetHas = (folder: RowId): boolean => hasFolder(lab, targetId, folder);
  return {
    lab,
    source: mailboxRow(lab, sourceId),
    target: mailboxRow(lab, targetId),
    sourcePath: (folder) => sourcePaths().get(rowKey(folder)) ?? [],
    resolvesDn,
    targetHas,
    counterpart: (folder) => {
      const noted = notedByRun(lab, sourceId, folder);
      if (noted !== null && targetHas(noted)) return noted;
      if (targetHas(folder)) return folder;
      const path = sourcePaths().get(rowKey(folder));
      return path === undefined ? null : (byPath().get(path.join('\\').toLowerCase()) ?? null);
    },
  };
}

/** How an identifier stored in the target fares there, beside what it meant in the source. */
export type Resolution = 'right' | 'wrong' | 'nothing';

/** Follows a stored folder id on both sides: `before` what it meant in the source, `after` what it means in the target. */
export function compareFolders(context: FateContext, before: RowId | null, after: RowId | null): Resolution {
  if (after === null || !context.targetHas(after)) return 'nothing';
  const expected = before === null ? null : context.counterpart(before);
  return expected !== null && rowKey(expected) === rowKey(after) ? 'right' : 'wrong';
}

/** The same for short ids (8 bytes), each through the REPLID map of its own database (MS-OXCSTOR 3.2.5.8). */
export function compareShortIds(context: FateContext, before: Uint8Array, after: Uint8Array): Resolution {
  const { lab, source, target } = context;
  return compareFolders(
    context,
    resolveShortId(lab, source.mdbId, before),
    resolveShortId(lab, target.mdbId, after),
  );
}

/** A source mailbox compared with itself: what a faithful copy of it would come to. */
export function copyContext(lab: Lab, sourceId: number, resolvesDn: ResolveDn): FateContext {
  const paths = lazily(() => folderPaths(lab, sourceId));
  const source = mailboxRow(lab, sourceId);
  const has = (folder: RowId): boolean => hasFolder(lab, sourceId, folder);
  return {
    lab,
    source,
    target: source,
    sourcePath: (folder) => paths().get(rowKey(folder)) ?? [],
    resolvesDn,
    targetHas: has,
    counterpart: (folder) => (has(folder) ? folder : null),
  };
}

/** legacyExchangeDN of a directory object, '' where it has none. */
export function legacyDnOf(lab: Lab, objectId: number): string {
  const row = lab.get<{ dn: string | null }>(
    'SELECT legacy_dn AS dn FROM directory_object WHERE id = ?',
    objectId,
  );
  return row?.dn ?? '';
}
