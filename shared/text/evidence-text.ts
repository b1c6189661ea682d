import type { Evidence, Why } from '../evidence.ts';
import { text } from './text.ts';

/** How a claim's evidence is shown: a mark, what it is called, and the grounds behind it. */
export interface EvidenceMark {
  readonly tone: 'good' | 'plain' | 'quiet';
  readonly text: string;
  readonly name: string;
  readonly details: readonly string[];
}

const TONES = { documented: 'good', modelled: 'plain', 'not documented': 'quiet' } as const;

export function evidenceMark(evidence: Evidence): EvidenceMark {
  const kind = text(`evidence.${evidence.evidence}`);
  return {
    tone: TONES[evidence.evidence],
    text: kind,
    name: text('evidence.name', { kind }),
    details: groundsOf(evidence),
  };
}

/** The grounds of a claim, line by line. */
function groundsOf({ evidence, source, reason }: Evidence): readonly string[] {
  const lines = [text('evidence.name', { kind: text(`evidence.${evidence}`) })];
  if (reason !== null) lines.push(text('window.reason', { reason }));
  if (source !== null) lines.push(text('window.source', { source }));
  if (source === null && reason === null) lines.push(text('evidence.no-source'));
  return lines;
}

/** One deciding rule as a sentence. */
export function ruleSentence({ rule, reason }: Pick<Why, 'rule' | 'reason'>): string {
  return reason === null || reason === rule ? rule : `${rule}: ${reason}`;
}

/** All that decided, in one line. */
export function whyText(why: readonly Why[]): string {
  return why.map(ruleSentence).join('; ');
}
