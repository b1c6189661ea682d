import type { Evidence } from '../../../shared/evidence.ts';
import { evidenceMark } from '../../../shared/text/evidence-text.ts';
import { Badge } from '../../kit/badge.tsx';

interface EvidenceBadgeProps {
  readonly evidence: Evidence;
  /** What screen readers say; the kind alone where nothing is given. */
  readonly name?: string;
}

/** How well a claim is founded; opens into its source or its reason. */
export function EvidenceBadge({ evidence, name }: EvidenceBadgeProps) {
  const mark = evidenceMark(evidence);
  return <Badge {...mark} name={name ?? mark.name} />;
}
