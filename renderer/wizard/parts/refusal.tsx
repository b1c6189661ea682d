import { articleLabel } from '../../../shared/text/source-label.ts';
import { text } from '../../../shared/text/text.ts';
import type { GateRuleFact } from '../../../shared/wizard/facts.ts';
import { EvidenceBadge } from './evidence-badge.tsx';
import './refusal.css';

/** One rule of the gate in full: the article, what was found and needed, what the article says about getting it. */
export function RuleDetails({ rule }: { readonly rule: GateRuleFact }) {
  return (
    <dl className="rule-details selectable">
      <dt>{text('wizard.gate.article')}</dt>
      <dd>
        {articleLabel(rule.kb)}: {rule.title} <EvidenceBadge evidence={rule} />
      </dd>
      <dt>{text('wizard.gate.found-label')}</dt>
      <dd>{rule.found}</dd>
      <dt>{text('wizard.gate.needed')}</dt>
      <dd>{rule.needs}</dd>
      {rule.advice.length > 0 && (
        <>
          <dt>{text('wizard.gate.advice')}</dt>
          {rule.advice.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </>
      )}
      {rule.reason !== null && (
        <>
          <dt>{text('evidence.name', { kind: text(`evidence.${rule.evidence}`) })}</dt>
          <dd>{rule.reason}</dd>
        </>
      )}
    </dl>
  );
}
