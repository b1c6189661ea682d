import type { Why } from '../../../shared/evidence.ts';
import { ruleText } from '../../../shared/text/evidence-text.ts';
import { text } from '../../../shared/text/text.ts';
import { useWizard } from '../../stores/wizard-hooks.ts';
import { EvidenceBadge } from './evidence-badge.tsx';
import './why.css';

/** The rules that decided, each with its evidence. */
export function WhyLines({ why }: { readonly why: readonly Why[] }) {
  const isImport = useWizard((state) => state.answers.type !== 'EXCHANGE');
  if (why.length === 0) {
    return <p className="hint">{text(isImport ? 'wizard.import.no-why' : 'wizard.prerequisites.no-why')}</p>;
  }
  return (
    <ul className="why-lines selectable">
      {why.map((one) => (
        <li key={`${one.rule} ${one.reason}`}>
          {ruleText(one.rule)} <EvidenceBadge evidence={one} />
        </li>
      ))}
    </ul>
  );
}
