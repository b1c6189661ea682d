import type { ComparedLabs, Reading } from '../../stores/comparison-rows.ts';
import type { LabNames } from './lab-names.ts';

/** The pair of labs that is looked at: what every view of the comparison gets. */
export interface ComparedPair {
  readonly lab: string;
  readonly other: string;
  readonly revision: number;
  readonly opened: ComparedLabs;
  readonly names: LabNames;
  readonly reading: Reading;
  readonly linkKbit: number;
}
