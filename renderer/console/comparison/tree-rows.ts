import type { ComparedTree, FolderPair } from '../../../shared/ipc/comparison-commands.ts';
import type { SideName } from '../../../shared/outcome/comparison-row.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { CellTone } from '../../kit/cell-grid/cell-columns.ts';

/** An identifier of a folder, or one of the whole mailbox, which stands in the first column of identifiers. */
export const IDENTIFIERS = ['key', 'entry', 'change', 'items'] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

/** One line of the tree: the mailbox's own identifiers first, then its folders. */
export interface TreeRow {
  readonly kind: 'store' | 'ost' | 'folder';
  readonly name: string;
  readonly depth: number;
  readonly source: Readonly<Record<Identifier, string | null>>;
  readonly a: Readonly<Record<Identifier, string | null>>;
  readonly b: Readonly<Record<Identifier, string | null>>;
  /** Items of each target folder, and how many of them are known to the source by their identifier. */
  readonly items: Readonly<Record<SideName, { readonly same: number; readonly all: number } | null>>;
}

const NO_IDS = { key: null, entry: null, change: null, items: null } as const;

function mailboxRow(kind: 'store' | 'ost', tree: ComparedTree): TreeRow {
  const of = (ids: ComparedTree['source']) => ({
    ...NO_IDS,
    key: ids === null ? null : kind === 'store' ? ids.storeGuid : ids.ostKey,
  });
  return {
    kind,
    name: text(`comparison.trees.${kind}`),
    depth: 0,
    source: of(tree.source),
    a: of(tree.a),
    b: of(tree.b),
    items: { a: null, b: null },
  };
}

function folderRow(folder: FolderPair): TreeRow {
  const of = (ids: FolderPair['source']): TreeRow['source'] =>
    ids === null
      ? NO_IDS
      : {
          key: ids.sourceKey,
          entry: ids.entryId,
          change: ids.changeNumber,
          items: formatCount(ids.items),
        };
  const counted = (ids: FolderPair['a']): TreeRow['items']['a'] =>
    ids === null ? null : { same: ids.sameItems, all: ids.items };
  return {
    kind: 'folder',
    name: folder.path.at(-1) ?? '',
    depth: folder.depth,
    source: of(folder.source),
    a: of(folder.a),
    b: of(folder.b),
    items: { a: counted(folder.a), b: counted(folder.b) },
  };
}

export function treeRows(tree: ComparedTree): readonly TreeRow[] {
  return [mailboxRow('store', tree), mailboxRow('ost', tree), ...tree.folders.map(folderRow)];
}

/** How an identifier of a target stands to that of the source. Null: the line has no such identifier. */
export type Verdict = 'same' | 'different' | 'missing' | 'new';

export function verdictOn(row: TreeRow, side: SideName, identifier: Identifier): Verdict | null {
  if (identifier === 'items') {
    const counted = row.items[side];
    if (counted === null || counted.all === 0) return null;
    return counted.same === counted.all ? 'same' : 'different';
  }
  const before = row.source[identifier];
  const after = row[side][identifier];
  if (before === null) return after === null ? null : 'new';
  if (after === null) return 'missing';
  return before === after ? 'same' : 'different';
}

export function verdictInWords(row: TreeRow, side: SideName, identifier: Identifier): string {
  const counted = row.items[side];
  if (identifier === 'items' && counted !== null && counted.all > 0) {
    const { same, all } = counted;
    return text('comparison.trees.items', { same: formatCount(same), all: formatCount(all) });
  }
  const verdict = verdictOn(row, side, identifier);
  return verdict === null ? text('comparison.cell.none') : text(`comparison.trees.${verdict}`);
}

const TONES: Readonly<Record<Verdict, CellTone>> = {
  same: 'same',
  different: 'different',
  missing: 'different',
  new: 'changed',
};

export function verdictTone(row: TreeRow, side: SideName, identifier: Identifier): CellTone {
  const verdict = verdictOn(row, side, identifier);
  return verdict === null ? 'quiet' : TONES[verdict];
}
