import type { Evidence, Why } from '../evidence.ts';
import { articleLabel, sourceLabel } from './source-label.ts';
import { isTextKey, text } from './text.ts';

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
  if (source !== null) lines.push(text('window.source', { source: sourceLabel(source) }));
  if (source === null && reason === null) lines.push(text('evidence.no-source'));
  return lines;
}

/** A deciding rule in words; a rule without words of its own is shown by its id. */
export function ruleText(rule: string): string {
  const key = `rule.${rule}`;
  if (isTextKey(key)) return text(key);
  return rule.startsWith('gate-')
    ? text('rule.gate', { kb: articleLabel(rule.slice('gate-'.length)) })
    : rule;
}

/** All that decided, in one line. */
export function whyText(why: readonly Pick<Why, 'rule'>[]): string {
  return why.map(({ rule }) => ruleText(rule)).join('; ');
}
