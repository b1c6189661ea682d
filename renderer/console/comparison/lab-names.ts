import type { ComparedLabs } from '../../stores/comparison-rows.ts';
import { text } from '../../../shared/text/text.ts';

/** What the two labs of a comparison are called: in full, and in one word for the head of a column. */
export interface LabNames {
  readonly a: string;
  readonly b: string;
  readonly shortA: string;
  readonly shortB: string;
}

/** The mode tells the labs apart where it differs; else the side on which each stands. */
export function labNames(opened: ComparedLabs, a: string, b: string): LabNames {
  const differ = opened.a.mode !== opened.b.mode;
  return {
    a,
    b,
    shortA: differ ? text(`wizard.mode-short.${opened.a.mode}`) : text('comparison.left'),
    shortB: differ ? text(`wizard.mode-short.${opened.b.mode}`) : text('comparison.right'),
  };
}
