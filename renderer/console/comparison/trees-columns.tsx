import type { SideName } from '../../../shared/outcome/comparison-row.ts';
import { text } from '../../../shared/text/text.ts';
import type { CellColumn } from '../../kit/cell-grid/cell-columns.ts';
import { Icon } from '../icons.tsx';
import type { LabNames } from './lab-names.ts';
import { IDENTIFIERS, type Identifier, type TreeRow, verdictInWords, verdictTone } from './tree-rows.ts';

/** The end of an identifier is what tells neighbours apart: its counter. */
const TAIL = 12;

function tailOf(hex: string | null): string {
  if (hex === null) return text('comparison.cell.none');
  return hex.length <= TAIL ? hex : `\u2026${hex.slice(-TAIL)}`;
}

function column(identifier: Identifier, side: SideName, group: string): CellColumn<TreeRow> {
  return {
    id: `${identifier}.${side}`,
    title: text(`comparison.trees.column.${identifier}`),
    group,
    width: identifier === 'items' ? 68 : 77,
    text: (row) => verdictInWords(row, side, identifier),
    tone: (row) => verdictTone(row, side, identifier),
  };
}

/** The source's tree, and beside it what each target kept of every identifier. */
export function treesColumns(names: LabNames): readonly CellColumn<TreeRow>[] {
  const group = (lab: string): string => text('comparison.trees.group.target', { lab });
  return [
    {
      id: 'folder',
      title: text('comparison.trees.column.folder'),
      width: 150,
      text: (row) => row.name,
      depth: (row) => row.depth,
      icon: (row) => <Icon name={row.kind === 'folder' ? 'folder' : 'mailbox'} />,
    },
    ...IDENTIFIERS.map((identifier) => column(identifier, 'a', group(names.shortA))),
    ...IDENTIFIERS.map((identifier) => column(identifier, 'b', group(names.shortB))),
    {
      id: 'source',
      title: text('comparison.trees.column.key'),
      group: text('comparison.trees.column.source'),
      width: 104,
      text: (row) => tailOf(row.source.key),
    },
  ];
}

/** Identifier and side of a column by its place; the folder and its source key are about both sides. */
export function identifierAt(at: number): {
  readonly identifier: Identifier;
  readonly side: SideName | null;
} {
  const index = at - 1;
  const identifier = IDENTIFIERS[index % IDENTIFIERS.length] ?? 'key';
  if (index < 0 || index >= 2 * IDENTIFIERS.length) return { identifier: 'key', side: null };
  return { identifier, side: index < IDENTIFIERS.length ? 'a' : 'b' };
}
