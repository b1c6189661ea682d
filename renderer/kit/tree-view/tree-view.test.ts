import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';
import { treeMove } from './tree-keys.ts';
import type { TreeNode } from './tree-node.ts';

const TREE: readonly TreeNode[] = [
  {
    id: 'a',
    label: 'A',
    children: [
      { id: 'a1', label: 'A1' },
      { id: 'a2', label: 'A2', isBranch: true },
    ],
  },
  { id: 'b', label: 'B', isBranch: true },
];
const OPEN = new Set(['a']);
const lines = flatten(TREE, OPEN);

test('the lines of a tree stand under one another with their level and place', () => {
  expect(
    lines.map(({ node, level, place, count, parent }) => [node.id, level, place, count, parent]),
  ).toEqual([
    ['a', 1, 1, 2, null],
    ['a1', 2, 1, 2, 'a'],
    ['a2', 2, 2, 2, 'a'],
    ['b', 1, 2, 2, null],
  ]);
  // A line leads from A past its children to B.
  expect(lines.map(({ rails }) => rails)).toEqual([[], [true], [true], []]);
  expect(flatten(TREE, new Set()).map(({ node }) => node.id)).toEqual(['a', 'b']);
});

test.each([
  ['ArrowDown', 0, { kind: 'to', index: 1 }],
  ['ArrowUp', 0, { kind: 'to', index: 0 }],
  ['End', 0, { kind: 'to', index: 3 }],
  ['Home', 3, { kind: 'to', index: 0 }],
  ['PageDown', 0, { kind: 'to', index: 3 }],
  ['ArrowRight', 0, { kind: 'to', index: 1 }],
  ['ArrowRight', 1, null],
  ['ArrowRight', 2, { kind: 'expand', id: 'a2' }],
  ['ArrowLeft', 2, { kind: 'to', index: 0 }],
  ['ArrowLeft', 0, { kind: 'collapse', id: 'a' }],
  ['ArrowLeft', 3, null],
  ['x', 0, null],
] as const)('%s on line %i', (key, at, move) => {
  expect(treeMove(key, lines, at, OPEN, 10)).toEqual(move);
});
