import type { ComparisonRow, ComparisonSide, SideName } from '../../../shared/outcome/comparison-row.ts';
import { allBytes, brokenIn } from '../../../shared/outcome/comparison-totals.ts';
import {
  bytesInWords,
  decidedInWords,
  modeInWords,
  ostInWords,
} from '../../../shared/outcome/comparison-words.ts';
import type { FateCounts } from '../../../shared/outcome/compare.ts';
import { text } from '../../../shared/text/text.ts';
import type { CellColumn, CellTone } from '../../kit/cell-grid/cell-columns.ts';
import type { LabNames } from './lab-names.ts';

/** What a column of the table of fates is about. */
export const TOPICS = ['mode', 'ost', 'bytes', 'rules', 'references', 'permissions', 'why'] as const;
export type Topic = (typeof TOPICS)[number];

const WIDTHS: Readonly<Record<Topic, number>> = {
  mode: 68,
  ost: 122,
  bytes: 60,
  rules: 96,
  references: 96,
  permissions: 96,
  why: 330,
};

function total(counts: FateCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function countsInWords(counts: FateCounts): string {
  const all = total(counts);
  const broken = brokenIn(counts);
  if (all === 0) return text('comparison.cell.none');
  return broken === 0
    ? text('comparison.cell.works', { all })
    : text('comparison.cell.broken', { broken, all });
}

function countsTone(counts: FateCounts): CellTone {
  if (total(counts) === 0) return 'quiet';
  return brokenIn(counts) === 0 ? 'same' : 'bad';
}

function words(topic: Topic, side: ComparisonSide): string {
  switch (topic) {
    case 'mode':
      return modeInWords(side);
    case 'ost':
      return ostInWords(side);
    case 'bytes':
      return bytesInWords(side);
    case 'why':
      return decidedInWords(side);
    default:
      return countsInWords(side[topic]);
  }
}

function tone(topic: Topic, side: ComparisonSide): CellTone {
  switch (topic) {
    case 'mode':
      // Asked for one way and done another, or not at all.
      return side.effectiveMode === side.requestedMode ? 'plain' : 'changed';
    case 'ost':
      if (side.ost === null) return 'quiet';
      return side.ost.fate === 'KEEP' && side.lostItems === 0 ? 'same' : 'bad';
    case 'why':
      return 'plain';
    case 'bytes':
      return side.traffic === null || allBytes(side.traffic) === 0 ? 'quiet' : 'plain';
    default:
      return countsTone(side[topic]);
  }
}

function column(topic: Topic, side: SideName, title: string): CellColumn<ComparisonRow> {
  return {
    id: `${topic}.${side}`,
    title,
    group: text(`comparison.column.${topic}`),
    width: WIDTHS[topic],
    ...(topic === 'bytes' ? { align: 'right' as const } : {}),
    text: (row) => {
      const it = row[side];
      return it === null ? text('comparison.cell.absent') : words(topic, it);
    },
    tone: (row) => {
      const it = row[side];
      return it === null ? 'quiet' : tone(topic, it);
    },
  };
}

/** The mailbox, then each topic for both labs beside each other. */
export function fatesColumns(names: LabNames): readonly CellColumn<ComparisonRow>[] {
  return [
    {
      id: 'mailbox',
      title: text('comparison.column.mailbox'),
      width: 96,
      text: (row) => row.alias,
    },
    ...TOPICS.flatMap((topic) => [column(topic, 'a', names.shortA), column(topic, 'b', names.shortB)]),
  ];
}

/** Topic and side of a column by its place; null for the mailbox's own, which is about everything. */
export function topicAt(column: number): { readonly topic: Topic; readonly side: SideName } | null {
  if (column < 1) return null;
  const topic = TOPICS[Math.floor((column - 1) / 2)];
  return topic === undefined ? null : { topic, side: (column - 1) % 2 === 0 ? 'a' : 'b' };
}
