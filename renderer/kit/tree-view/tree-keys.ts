import { canExpand, type TreeLine } from './flatten.ts';

export type TreeMove =
  | { readonly kind: 'to'; readonly index: number }
  | { readonly kind: 'expand' | 'collapse'; readonly id: string };

/** What a key does in a tree whose line `at` is the selected one; null: nothing. */
export function treeMove(
  key: string,
  lines: readonly TreeLine[],
  at: number,
  expanded: ReadonlySet<string>,
  pageRows: number,
): TreeMove | null {
  const line = lines[at];
  const to = (index: number): TreeMove => ({
    kind: 'to',
    index: Math.max(0, Math.min(lines.length - 1, index)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    case 'PageDown':
      return to(at + pageRows);
    case 'PageUp':
      return to(at - pageRows);
    case 'ArrowRight':
    case '+':
      if (line === undefined || !canExpand(line.node)) return null;
      if (!expanded.has(line.node.id)) return { kind: 'expand', id: line.node.id };
      return key === '+' ? null : to(at + 1);
    case 'ArrowLeft':
    case '-':
      if (line === undefined) return null;
      if (expanded.has(line.node.id) && canExpand(line.node)) return { kind: 'collapse', id: line.node.id };
      if (key === '-' || line.parent === null) return null;
      return to(lines.findIndex((each) => each.node.id === line.parent));
    default:
      return null;
  }
}
