import type { Evidence } from '../evidence.ts';

/** What became of one thing that refers to an identifier, or is bound to one. */
export type FateCode = 'KEEP' | 'XLATE' | 'REBUILD' | 'LOST' | 'DANGLE' | 'MISPOINT' | 'SAFE';

/** The fate of one thing of one mailbox; `rule` names the entry of the ledger that decided. */
export interface Fate extends Evidence {
  readonly name: string;
  readonly fate: FateCode;
  readonly rule: string;
}

/** An item that stays behind in a refused .ost, and what would still rescue it. */
export interface LostItem {
  readonly folder: string;
  readonly subject: string;
  readonly rescue: string;
}

export interface OstFate extends Fate {
  readonly lostItems: readonly LostItem[];
}

/** From worst to best, as a user would feel it. */
const WORST_FIRST: readonly FateCode[] = ['MISPOINT', 'DANGLE', 'LOST', 'REBUILD', 'XLATE', 'KEEP', 'SAFE'];

/** The worst of several fates; null when there are none. */
export function worstFate(fates: readonly FateCode[]): FateCode | null {
  return WORST_FIRST.find((fate) => fates.includes(fate)) ?? null;
}
