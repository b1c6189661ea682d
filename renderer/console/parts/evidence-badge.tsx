import type { Evidence } from '../../../shared/evidence.ts';
import { evidenceMark } from '../../../shared/text/evidence-text.ts';
import { Badge } from '../../kit/badge.tsx';

/** How well a claim is founded; opens into its source or its reason. */
export function EvidenceBadge({ evidence }: { readonly evidence: Evidence }) {
  return <Badge {...evidenceMark(evidence)} />;
}
