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
  readonly sourcePaths: ReadonlyMap<string, readonly string[]>;
  readonly targetPaths: ReadonlyMap<string, readonly string[]>;
  readonly resolvesDn: ResolveDn;
  /** The target folder that stands for a source folder: as the run journal says, else the same id, else the same path. */
  readonly counterpart: (folder: RowId) => RowId | null;
}

/** An object of the target directory answers to a DN when it is its own legacyExchangeDN or one of its X500 addresses. */
export function directoryResolver(lab: Lab): ResolveDn {
  return (dn) =>
    lab.get(
      `SELECT 1 FROM directory_object o JOIN org ON org.id = o.org_id AND org.role = 'target'
        WHERE o.legacy_dn = ? COLLATE NOCASE AND o.deleted_at IS NULL
       UNION ALL SELECT 1 FROM proxy_address p JOIN directory_object o ON o.id = p.object_id AND o.deleted_at IS NULL
        JOIN org ON org.id = o.org_id AND org.role = 'target' WHERE p.kind = 'X500' AND p.address = ? LIMIT 1`,
      dn,
      dn,
    ) !== undefined;
}

export function fateContext(
  lab: Lab,
  sourceId: number,
  targetId: number,
  resolvesDn: ResolveDn = directoryResolver(lab),
): FateContext {
  const sourcePaths = folderPaths(lab, sourceId);
  const targetPaths = folderPaths(lab, targetId);
  const byPath = new Map<string, RowId>();
  for (const [key, path] of targetPaths) {
    const [repl = 0, gc = 0] = key.split(':').map(Number);
    byPath.set(path.join('\\').toLowerCase(), { repl, gc });
  }
  const mapped = new Map<string, RowId>();
  for (const row of lab.all<{ sr: number; sg: number; repl: number; gc: number }>(
    'SELECT source_repl AS sr, source_gc AS sg, target_repl AS repl, target_gc AS gc FROM run_folder WHERE source_mailbox = ? ORDER BY run_id',
    sourceId,
  ))
    mapped.set(`${row.sr}:${row.sg}`, { repl: row.repl, gc: row.gc });
  return {
    lab,
    source: mailboxRow(lab, sourceId),
    target: mailboxRow(lab, targetId),
    sourcePaths,
    targetPaths,
    resolvesDn,
    counterpart: (folder) => {
      const key = rowKey(folder);
      const noted = mapped.get(key);
      if (noted !== undefined && targetPaths.has(rowKey(noted))) return noted;
      if (targetPaths.has(key)) return folder;
      const path = sourcePaths.get(key);
      return path === undefined ? null : (byPath.get(path.join('\\').toLowerCase()) ?? null);
    },
  };
}

/** How an identifier stored in the target fares there, beside what it meant in the source. */
export type Resolution = 'right' | 'wrong' | 'nothing';

/** Follows a stored folder id on both sides: `before` what it meant in the source, `after` what it means in the target. */
export function compareFolders(context: FateContext, before: RowId | null, after: RowId | null): Resolution {
  if (after === null || !context.targetPaths.has(rowKey(after))) return 'nothing';
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
  const paths = folderPaths(lab, sourceId);
  const source = mailboxRow(lab, sourceId);
  return {
    lab,
    source,
    target: source,
    sourcePaths: paths,
    targetPaths: paths,
    resolvesDn,
    counterpart: (folder) => (paths.has(rowKey(folder)) ? folder : null),
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
