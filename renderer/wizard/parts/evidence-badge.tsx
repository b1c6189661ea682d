import type { Evidence } from '../../../shared/evidence.ts';
import { text } from '../../../shared/text/text.ts';
import { Badge } from '../../kit/badge.tsx';

interface EvidenceBadgeProps {
  readonly evidence: Evidence;
  /** What screen readers say; the kind alone where nothing is given. */
  readonly name?: string;
}

/** How well a claim is founded; opens into its source or its reason. */
export function EvidenceBadge({ evidence, name }: EvidenceBadgeProps) {
  const kind = text(`evidence.${evidence.evidence}`);
  return (
    <Badge
      tone={TONES[evidence.evidence]}
      text={kind}
      name={name ?? text('evidence.name', { kind })}
      details={groundsOf(evidence)}
    />
  );
}

const TONES = { documented: 'good', modelled: 'plain', 'not documented': 'quiet' } as const;

/** The grounds of a claim, line by line. */
export function groundsOf({ evidence, source, reason }: Evidence): readonly string[] {
  const lines = [text('evidence.name', { kind: text(`evidence.${evidence}`) })];
  if (reason !== null) lines.push(text('window.reason', { reason }));
  if (source !== null) lines.push(text('window.source', { source }));
  if (source === null && reason === null) lines.push(text('evidence.no-source'));
  return lines;
}
