import type { Evidence, Why } from '../evidence.ts';
import type { FateCounts } from './compare.ts';
import type { FateCode } from './fate.ts';

type Mode = 'default' | 'clone';

/** The two labs of a comparison. */
export const SIDES = ['a', 'b'] as const;
export type SideName = (typeof SIDES)[number];

/** What one user's Outlook moves over the wire after a migration. All sizes in bytes. */
export interface Traffic {
  /** Downloaded into a new .ost, because the old one is not used any more. */
  readonly refill: number;
  /** Downloaded into the .ost that was kept. */
  readonly down: number;
  /** Items written offline that went up. */
  readonly up: number;
  /** The offline address book, downloaded anew; modelled as entries times bytes per entry. */
  readonly addressBook: number;
  /** `recorded`: Outlook has synchronized since the run; `observed`: it did so now, and that was taken back. */
  readonly how: 'recorded' | 'observed';
}

/** What became of one mailbox in the last run of one lab. */
export interface ComparisonSide {
  readonly requestedMode: Mode;
  /** Null: nothing was copied. */
  readonly effectiveMode: Mode | null;
  readonly state: string;
  /** Why it was done in that mode; the first reason decided. */
  readonly why: readonly Why[];
  /** Null: the user has no .ost. */
  readonly ost: ({ readonly fate: 'KEEP' | 'REBUILD'; readonly rule: string } & Evidence) | null;
  /** Items that stay behind in an old .ost. */
  readonly lostItems: number;
  readonly rules: FateCounts;
  readonly references: FateCounts;
  readonly permissions: FateCounts;
  /** Null: no Outlook could be connected; `trafficProblem` says why. */
  readonly traffic: Traffic | null;
  readonly trafficProblem: string | null;
}

/** One mailbox in both labs; null where a lab's last run did not concern it. */
export interface ComparisonRow {
  readonly alias: string;
  readonly name: string;
  readonly a: ComparisonSide | null;
  readonly b: ComparisonSide | null;
}

export type LossKind = 'item' | 'rule' | 'reference' | 'permission';

/** One thing that was lost, by its name, or that leads nowhere or elsewhere now. */
export interface Loss extends Evidence {
  readonly alias: string;
  readonly side: SideName;
  readonly kind: LossKind;
  readonly name: string;
  readonly fate: FateCode;
  readonly rule: string;
  /** What would still bring it back; null: nothing is known that would. */
  readonly rescue: string | null;
}
