import type { TreeNode } from './tree-node.ts';

/** A node as one line of the tree. */
export interface TreeLine {
  readonly node: TreeNode;
  /** From 1. */
  readonly level: number;
  /** Place among its brothers, from 1, and how many they are. */
  readonly place: number;
  readonly count: number;
  readonly parent: string | null;
  /** For each level above: whether more brothers follow there, so that a line leads past this one. */
  readonly rails: readonly boolean[];
}

export function canExpand(node: TreeNode): boolean {
  return node.isBranch === true || (node.children?.length ?? 0) > 0;
}

/** The lines that stand under one another while some nodes are expanded. */
export function flatten(nodes: readonly TreeNode[], expanded: ReadonlySet<string>): TreeLine[] {
  const lines: TreeLine[] = [];
  const add = (brothers: readonly TreeNode[], parent: string | null, rails: readonly boolean[]): void => {
    brothers.forEach((node, at) => {
      lines.push({ node, level: rails.length + 1, place: at + 1, count: brothers.length, parent, rails });
      if (expanded.has(node.id)) add(node.children ?? [], node.id, [...rails, at + 1 < brothers.length]);
    });
  };
  add(nodes, null, []);
  return lines;
}
