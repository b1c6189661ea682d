import { text } from '../../../../shared/text/text.ts';
import { summaryOf } from '../../../../shared/wizard/pages.ts';
import { useWizard } from '../../../stores/wizard-hooks.ts';

export function PlanLines() {
  const wizard = useWizard((state) => state);
  return (
    <ul className="plan-lines" aria-label={text('wizard.prerequisites.plan')}>
      {summaryOf(wizard).map((line) => (
        <li key={line.key}>{text(line.key, line.values)}</li>
      ))}
    </ul>
  );
}
