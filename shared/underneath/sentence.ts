import type { Evidence } from '../evidence.ts';
import type { TextKey } from '../text/text.ts';

/** What a person did; what the wizard or the run does then; what that is in the protocol's and the database's terms. */
export const DEPTHS = ['click', 'step', 'protocol'] as const;
export type Depth = (typeof DEPTHS)[number];

/** One sentence of what happens underneath, with what it rests on. */
export interface Sentence extends Evidence {
  readonly depth: Depth;
  readonly key: TextKey;
  readonly values: Readonly<Record<string, string | number>>;
}

type Values = Sentence['values'];

const NOTHING: Values = {};

export function sentence(depth: Depth, key: TextKey, grounds: Evidence, values: Values = NOTHING): Sentence {
  return { depth, key, values, ...grounds };
}

/** What was pressed needs no source: it is what the person did. */
export const SEEN: Evidence = {
  evidence: 'modelled',
  source: null,
  reason: 'What was pressed in this lab',
};

/** What the lab does for itself and the original does not do. */
export const OWN: Evidence = {
  evidence: 'modelled',
  source: null,
  reason: "The lab's own doing, not the original's",
};
