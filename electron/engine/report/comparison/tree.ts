import { toHex } from '../../../../shared/identity/bytes.ts';
import { encodeFolderEntryId } from '../../../../shared/identity/entry-id.ts';
import { encodeGid, type Gid } from '../../../../shared/identity/gid.ts';
import type { ComparedTree, FolderPair } from '../../../../shared/ipc/comparison-commands.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { mailboxOf } from '../../mailbox/directory.ts';
import { folderPaths } from '../../mailbox/folders.ts';
import { type MailboxRow, mailboxRow } from '../../mailbox/mailbox-row.ts';
import { rowKey } from '../../mailbox/row-id.ts';
import type { Lab } from '../../store/lab.ts';

type Ids = NonNullable<FolderPair['source']>;
type TargetIds = NonNullable<FolderPair['a']>;

interface FolderRow {
  readonly repl: number;
  readonly gc: number;
  readonly cnRepl: number;
  readonly cnGc: number;
}

interface Placed<T> {
  readonly path: readonly string[];
  readonly ids: T;
}

/** Folders of a mailbox by their path without case. */
type Tree<T> = ReadonlyMap<string, Placed<T>>;

const keyOf = (path: readonly string[]): string => path.join('\\').toLowerCase();

function gidOf(lab: Lab, repl: number, gc: number): Gid {
  const row = lab.get<{ guid: Uint8Array }>('SELECT guid FROM repl WHERE id = ?', repl);
  if (row === undefined) throw new Error(`no REPLGUID with key ${repl}`);
  return { replGuid: row.guid, gc };
}

/** Items by folder, counted in one scan. */
function counts(lab: Lab, sql: string, ...values: readonly number[]): Map<string, number> {
  return new Map(
    lab
      .all<{ repl: number; gc: number; count: number }>(sql, ...values)
      .map((row) => [rowKey(row), row.count]),
  );
}

const ITEMS = `SELECT folder_repl AS repl, folder_gc AS gc, count(*) AS count FROM message
  WHERE mailbox_id = ? GROUP BY folder_repl, folder_gc`;
const SAME_ITEMS = `SELECT t.folder_repl AS repl, t.folder_gc AS gc, count(*) AS count FROM message t
  JOIN message s ON s.mailbox_id = ? AND s.repl = t.repl AND s.gc = t.gc
  WHERE t.mailbox_id = ? GROUP BY t.folder_repl, t.folder_gc`;

function treeOf<T>(
  lab: Lab,
  mailbox: MailboxRow,
  withCounts: (ids: Omit<Ids, 'items'>, key: string) => T,
): Tree<T> {
  const paths = folderPaths(lab, mailbox.id);
  const rows = lab.all<FolderRow>(
    'SELECT repl, gc, cn_repl AS cnRepl, cn_gc AS cnGc FROM folder WHERE mailbox_id = ? ORDER BY repl, gc',
    mailbox.id,
  );
  return new Map(
    rows.map((row) => {
      const path = paths.get(rowKey(row)) ?? [];
      const folder = gidOf(lab, row.repl, row.gc);
      const ids = {
        sourceKey: toHex(encodeGid(folder)),
        entryId: toHex(encodeFolderEntryId({ storeGuid: mailbox.storeGuid, folder })),
        changeNumber: toHex(encodeGid(gidOf(lab, row.cnRepl, row.cnGc))),
      };
      return [keyOf(path), { path, ids: withCounts(ids, rowKey(row)) }];
    }),
  );
}

function sourceTree(lab: Lab, alias: string): { store: ComparedTree['source']; tree: Tree<Ids> } | null {
  const found = mailboxOf(lab, 'source', alias);
  if (found === null) return null;
  const mailbox = mailboxRow(lab, found.mailboxId);
  const items = counts(lab, ITEMS, mailbox.id);
  const tree = treeOf(lab, mailbox, (ids, key): Ids => ({ ...ids, items: items.get(key) ?? 0 }));
  return { store: storeOf(mailbox), tree };
}

function storeOf(mailbox: MailboxRow): ComparedTree['source'] {
  return { storeGuid: toHex(mailbox.storeGuid), ostKey: toHex(mailbox.ostKey) };
}

function targetTree(lab: Lab, alias: string): { store: ComparedTree['a']; tree: Tree<TargetIds> } | null {
  const found = mailboxOf(lab, 'target', alias);
  const source = mailboxOf(lab, 'source', alias);
  if (found === null || source === null) return null;
  const mailbox = mailboxRow(lab, found.mailboxId);
  const items = counts(lab, ITEMS, mailbox.id);
  const same = counts(lab, SAME_ITEMS, source.mailboxId, mailbox.id);
  const tree = treeOf(
    lab,
    mailbox,
    (ids, key): TargetIds => ({ ...ids, items: items.get(key) ?? 0, sameItems: same.get(key) ?? 0 }),
  );
  return { store: storeOf(mailbox), tree };
}

/** Top folders in the order of their names, each with what lies below it; what stands outside the IPM subtree last. */
function inOrder(paths: readonly (readonly string[])[]): (readonly string[])[] {
  const outside = (path: readonly string[]): number => (path[0] === 'Root' ? 1 : 0);
  return paths.toSorted((one, other) => {
    if (outside(one) !== outside(other)) return outside(one) - outside(other);
    for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
      const order = (one[at] ?? '').localeCompare(other[at] ?? '', 'en');
      if (order !== 0) return order;
    }
    return one.length - other.length;
  });
}

/**
 * The folders of one mailbox in the source and in the targets of two labs, by path, with their identifiers as bytes.
 * Failure code: unknown-alias.
 */
export function comparedTree(a: Lab, b: Lab, alias: string): Result<ComparedTree> {
  const source = sourceTree(a, alias) ?? sourceTree(b, alias);
  if (source === null) {
    return fail('unknown-alias', `The source of ${a.path} has no mailbox ${alias}: choose one of the table.`);
  }
  const inA = targetTree(a, alias);
  const inB = targetTree(b, alias);
  const all = new Map<string, readonly string[]>();
  for (const tree of [source.tree, inA?.tree, inB?.tree]) {
    for (const [key, { path }] of tree ?? []) if (!all.has(key)) all.set(key, path);
  }
  return ok({
    alias,
    source: source.store,
    a: inA?.store ?? null,
    b: inB?.store ?? null,
    folders: inOrder([...all.values()]).map((path) => {
      const key = keyOf(path);
      return {
        path: [...path],
        depth: path.length - 1,
        source: source.tree.get(key)?.ids ?? null,
        a: inA?.tree.get(key)?.ids ?? null,
        b: inB?.tree.get(key)?.ids ?? null,
      };
    }),
  });
}
