import type { Evidence } from '../../../shared/evidence.ts';
import { sourceLabel } from '../../../shared/text/source-label.ts';
import { text } from '../../../shared/text/text.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';

interface ClaimLineProps {
  readonly claim: string;
  readonly evidence: Evidence;
}

/** A claim with its badge, its reason and its source written out. */
export function ClaimLine({ claim, evidence }: ClaimLineProps) {
  const { reason, source } = evidence;
  return (
    <li>
      {claim} <EvidenceBadge evidence={evidence} />{' '}
      <span className="explanation-grounds">
        {reason !== null && `${text('window.reason', { reason })}. `}
        {source !== null && text('window.source', { source: sourceLabel(source) })}
      </span>
    </li>
  );
}
