import type { Why } from '../../../shared/evidence.ts';
import { text } from '../../../shared/text/text.ts';
import { EvidenceBadge } from './evidence-badge.tsx';
import './why.css';

/** The deciding grounds in one line. */
export function whyText(why: readonly Why[]): string {
  return why.map(sentenceOf).join('; ');
}

function sentenceOf(why: Why): string {
  return why.reason === null ? why.rule : `${why.rule}: ${why.reason}`;
}

/** The rules that decided, each with its evidence. */
export function WhyLines({ why }: { readonly why: readonly Why[] }) {
  if (why.length === 0) return <p className="hint">{text('wizard.prerequisites.no-why')}</p>;
  return (
    <ul className="why-lines selectable">
      {why.map((one) => (
        <li key={`${one.rule} ${one.reason}`}>
          {sentenceOf(one)} <EvidenceBadge evidence={one} />
        </li>
      ))}
    </ul>
  );
}
