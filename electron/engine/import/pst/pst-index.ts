import { PstDamage, pstChecksum, type PstBytes } from './pst-bytes.ts';
import { type PstLayout, word } from './pst-layout.ts';
import { createRanges } from './ranges.ts';

/** Types of tree pages (MS-PST 2.2.2.7.1): blocks and nodes. */
const BLOCK_TREE = 0x80;
const NODE_TREE = 0x81;
type TreeType = typeof BLOCK_TREE | typeof NODE_TREE;

/** Deepest tree that is believed; real ones have two or three levels. */
const DEEPEST = 12;

/** Entries of a tree by their key, each in the bytes of the file. */
type Entries = Map<number, Buffer>;

/** Both trees of a file. `repaired`: they could not be read as they stand, and were gathered from what is left of them. */
export interface PstIndex {
  readonly nodes: Entries;
  readonly blocks: Entries;
  readonly repaired: boolean;
}

interface TreePage {
  readonly level: number;
  readonly pageId: number;
  readonly entries: readonly Buffer[];
}

/** The tree page at a place; null: there is none, or not a whole one. */
function readPage(bytes: PstBytes, layout: PstLayout, position: number, type: TreeType): TreePage | null {
  if (position <= 0 || position + layout.pageSize > bytes.size) return null;
  const page = Buffer.alloc(layout.pageSize);
  bytes.read(page, position);
  if (page[layout.pageType] !== type || page[layout.pageType + 1] !== type) return null;
  if (page.readUInt32LE(layout.pageChecksum) !== pstChecksum(page.subarray(0, layout.pageBody))) return null;
  const { entryCount } = layout;
  const count = layout.wideCount ? page.readUInt16LE(entryCount) : page.readUInt8(entryCount);
  const size = page.readUInt8(entryCount + (layout.wideCount ? 4 : 2));
  const level = page.readUInt8(entryCount + (layout.wideCount ? 5 : 3));
  const least = level > 0 ? layout.childEntry : type === NODE_TREE ? layout.nodeEntry : layout.blockEntry;
  if (size < least || count * size > entryCount) return null;
  return {
    level,
    pageId: word(page, layout.pageId, layout.word),
    entries: Array.from({ length: count }, (_, index) => page.subarray(index * size, (index + 1) * size)),
  };
}

/** Node ids take four bytes; of block ids the lowest bit means nothing. */
function keyOf(entry: Buffer, layout: PstLayout, type: TreeType): number {
  if (type === NODE_TREE) return entry.readUInt32LE(0);
  const id = word(entry, 0, layout.word);
  return id - (id % 2);
}

function walk(bytes: PstBytes, layout: PstLayout, root: number, type: TreeType): Entries {
  const entries: Entries = new Map();
  const visited = new Set<number>();
  const visit = (position: number, depth: number): void => {
    // A page that is met twice would multiply what lies below it, at every level.
    const isNew = !visited.has(position);
    visited.add(position);
    const page = depth > DEEPEST || !isNew ? null : readPage(bytes, layout, position, type);
    if (page === null) throw new PstDamage('its table of contents is damaged');
    for (const entry of page.entries) {
      if (page.level > 0) visit(word(entry, 2 * layout.word, layout.word), depth + 1);
      else entries.set(keyOf(entry, layout, type), entry);
    }
  };
  visit(root, 0);
  return entries;
}

/** Leaf pages that are gathered, the latest first: 100,000 hold more than a million nodes. */
const MOST_GATHERED = 100_000;

/**
 * Gathers what is left of a tree: its leaf pages, wherever they stand. Of pages for the same keys the one that was
 * written last counts, so that what was deleted does not come back.
 */
function gather(bytes: PstBytes, layout: PstLayout, type: TreeType): Entries {
  const pages: {
    readonly pageId: number;
    readonly from: number;
    readonly to: number;
    readonly entries: readonly Buffer[];
  }[] = [];
  for (
    let position = layout.pageSize;
    position + layout.pageSize <= bytes.size;
    position += layout.pageSize
  ) {
    const page = readPage(bytes, layout, position, type);
    const first = page?.entries[0];
    const last = page?.entries.at(-1);
    if (page === null || page.level > 0 || first === undefined || last === undefined) continue;
    pages.push({
      pageId: page.pageId,
      from: keyOf(first, layout, type),
      to: keyOf(last, layout, type),
      entries: page.entries,
    });
  }
  pages.sort((a, b) => b.pageId - a.pageId);
  const entries: Entries = new Map();
  const taken = createRanges();
  for (const page of pages.slice(0, MOST_GATHERED)) {
    for (const entry of page.entries) {
      const key = keyOf(entry, layout, type);
      if (!taken.covers(key)) entries.set(key, entry);
    }
    taken.add(page.from, page.to);
  }
  return entries;
}

function readTree(
  bytes: PstBytes,
  layout: PstLayout,
  root: number,
  type: TreeType,
): { readonly entries: Entries; readonly repaired: boolean } {
  try {
    return { entries: walk(bytes, layout, root, type), repaired: false };
  } catch (error) {
    if (!(error instanceof PstDamage)) throw error;
    return { entries: gather(bytes, layout, type), repaired: true };
  }
}

/** Reads the trees of nodes and blocks; where they are damaged, what is left of them. */
export function readIndex(bytes: PstBytes, layout: PstLayout): PstIndex {
  const nodes = readTree(bytes, layout, layout.nodeRoot, NODE_TREE);
  const blocks = readTree(bytes, layout, layout.blockRoot, BLOCK_TREE);
  return {
    nodes: nodes.entries,
    blocks: blocks.entries,
    repaired: nodes.repaired || blocks.repaired,
  };
}
