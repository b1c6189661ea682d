import type { Why } from '../../../shared/evidence.ts';

/** What the driver says between two batches. */
export type RunControl = 'cancel' | undefined;

/** A stage tells how the run ends; null: it goes on. */
export type StageEnd = { readonly end: 'cancelled' | 'failed'; readonly why: readonly Why[] } | null;

export const CANCELLED: StageEnd = { end: 'cancelled', why: [] };
