import type { WellKnown } from '../../../../shared/lab/well-known.ts';
import { folderName } from '../clean-text.ts';
import { ownName, roleBelowRoot, roleBelowTop } from '../folder-roles.ts';
import type { SourceFolder } from '../mail-source.ts';
import type { PstIndex } from './pst-index.ts';
import { type PstLayout, word } from './pst-layout.ts';

/** Node types (MS-PST 2.2.2.1): what the lowest five bits of a node id say. */
const NORMAL_FOLDER = 2;
const SEARCH_FOLDER = 3;
const NORMAL_MESSAGE = 4;
const ROOT_FOLDER = 0x122;

/** Deepest nesting of folders that is followed. */
const DEEPEST = 200;

export interface PstNode {
  readonly id: number;
  readonly parent: number;
  readonly isSearch: boolean;
}

/** A folder's name and class as the file has them. */
export interface FolderText {
  readonly name: string;
  readonly containerClass: string;
}

export interface PstTree {
  /** Folders, each after the one above it. */
  readonly folders: readonly PstNode[];
  /** Messages by the id of their folder, in the order of their ids. What associated messages (FAI) there are is left out. */
  readonly messages: ReadonlyMap<number, readonly number[]>;
}

/**
 * Folders and messages as the table of nodes has them, which is whole where the library's own lists of a folder's
 * children end too early (a table of 160 rows, of which it gives 24).
 */
export function readTree(index: PstIndex, layout: PstLayout): PstTree {
  const parentAt = layout.word * 3;
  const nodes = new Map<number, PstNode>();
  const messages = new Map<number, number[]>();
  for (const [id, entry] of [...index.nodes].sort(([a], [b]) => a - b)) {
    const type = id & 0x1f;
    const parent = word(entry, parentAt, 4);
    if (type === NORMAL_FOLDER || type === SEARCH_FOLDER)
      nodes.set(id, { id, parent, isSearch: type === SEARCH_FOLDER });
    if (type !== NORMAL_MESSAGE) continue;
    const known = messages.get(parent);
    if (known === undefined) messages.set(parent, [id]);
    else known.push(id);
  }
  const below = new Map<number, PstNode[]>();
  for (const node of nodes.values()) {
    // A folder whose parent is gone hangs below the root.
    const parent = nodes.has(node.parent) && node.parent !== node.id ? node.parent : ROOT_FOLDER;
    if (node.id !== ROOT_FOLDER) {
      const siblings = below.get(parent);
      if (siblings === undefined) below.set(parent, [node]);
      else siblings.push(node);
    }
  }
  const folders: PstNode[] = [];
  const visit = (node: PstNode, depth: number): void => {
    folders.push(node);
    // Below the deepest the messages are told of as those of a folder that is gone.
    if (depth < DEEPEST)
      for (const child of below.get(node.id) ?? []) visit({ ...child, parent: node.id }, depth + 1);
  };
  visit({ id: ROOT_FOLDER, parent: ROOT_FOLDER, isSearch: false }, 0);
  return { folders, messages };
}

const TOP_NAMES = /^(ipm_subtree|top of .+)$/i;
const MAILBOX_NAMES = /^root - mailbox$/i;

/** The folders of a file as folders of a mailbox; `topId`: the node the file itself names as the top, or null. */
export function placeFolders(
  tree: PstTree,
  textOf: (node: PstNode) => FolderText,
  topId: number | null,
): SourceFolder[] {
  const roles = new Map<number, WellKnown>();
  const roleOf = (node: PstNode, name: string): WellKnown | null => {
    if (node.id === ROOT_FOLDER) return 'root';
    const above = roles.get(node.parent);
    if (above === 'root') {
      if (MAILBOX_NAMES.test(name)) return 'root';
      if (topId === null ? TOP_NAMES.test(name) : node.id === topId) return 'ipmSubtree';
    }
    if (node.isSearch) return null;
    if (above === 'root') return roleBelowRoot(name);
    return above === 'ipmSubtree' ? roleBelowTop(name) : null;
  };
  return tree.folders.map((node) => {
    const { name, containerClass } = textOf(node);
    const role = roleOf(node, name);
    if (role !== null) roles.set(node.id, role);
    return {
      key: String(node.id),
      parent: node.id === ROOT_FOLDER ? null : String(node.parent),
      role,
      name: folderName(ownName(name)),
      containerClass,
      isSearch: node.isSearch,
    };
  });
}
