import type { FateCounts } from './compare.ts';
import type { FateCode } from './fate.ts';
import {
  type ComparisonRow,
  type ComparisonSide,
  SIDES,
  type SideName,
  type Traffic,
} from './comparison-row.ts';

/** Bytes by what they are for. */
export type Bytes = Omit<Traffic, 'how'>;
export const BYTE_KINDS = ['refill', 'down', 'up', 'addressBook'] as const;
export type ByteKind = (typeof BYTE_KINDS)[number];

/** Sums over the mailboxes of one lab. */
export interface SideTotals {
  readonly mailboxes: number;
  readonly cloned: number;
  readonly merged: number;
  readonly ostKept: number;
  readonly ostRebuilt: number;
  readonly lostItems: number;
  /** Rules, references and permissions that are lost, lead nowhere or elsewhere. */
  readonly broken: number;
  readonly bytes: Bytes;
}

export type Totals = Readonly<Record<SideName, SideTotals>>;

const NO_BYTES: Bytes = { refill: 0, down: 0, up: 0, addressBook: 0 };
const NOTHING: SideTotals = {
  mailboxes: 0,
  cloned: 0,
  merged: 0,
  ostKept: 0,
  ostRebuilt: 0,
  lostItems: 0,
  broken: 0,
  bytes: NO_BYTES,
};

export const NO_TOTALS: Totals = { a: NOTHING, b: NOTHING };

const BROKEN: readonly FateCode[] = ['LOST', 'DANGLE', 'MISPOINT'];

/** How many of some counted fates are losses. */
export function brokenIn(counts: FateCounts): number {
  return BROKEN.reduce((sum, fate) => sum + (counts[fate] ?? 0), 0);
}

/** All bytes of some traffic together. */
export function allBytes(bytes: Bytes): number {
  return BYTE_KINDS.reduce((sum, kind) => sum + bytes[kind], 0);
}

function plusBytes(bytes: Bytes, more: Bytes | null): Bytes {
  if (more === null) return bytes;
  return {
    refill: bytes.refill + more.refill,
    down: bytes.down + more.down,
    up: bytes.up + more.up,
    addressBook: bytes.addressBook + more.addressBook,
  };
}

function plus(totals: SideTotals, side: ComparisonSide | null): SideTotals {
  if (side === null) return totals;
  return {
    mailboxes: totals.mailboxes + 1,
    cloned: totals.cloned + (side.effectiveMode === 'clone' ? 1 : 0),
    merged: totals.merged + (side.effectiveMode === 'default' ? 1 : 0),
    ostKept: totals.ostKept + (side.ost?.fate === 'KEEP' ? 1 : 0),
    ostRebuilt: totals.ostRebuilt + (side.ost?.fate === 'REBUILD' ? 1 : 0),
    lostItems: totals.lostItems + side.lostItems,
    broken: totals.broken + brokenIn(side.rules) + brokenIn(side.references) + brokenIn(side.permissions),
    bytes: plusBytes(totals.bytes, side.traffic),
  };
}

/** Totals with more rows in them. */
export function addRows(totals: Totals, rows: readonly ComparisonRow[]): Totals {
  const sums = { ...totals };
  for (const row of rows) for (const side of SIDES) sums[side] = plus(sums[side], row[side]);
  return sums;
}
