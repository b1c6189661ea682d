import type { Mode } from '../../../../shared/lab/run-plan.ts';
import { type TextKey, text } from '../../../../shared/text/text.ts';
import { useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import './page.css';

const LINES: Readonly<Record<Mode, readonly TextKey[]>> = {
  default: [
    'wizard.exchange-information.stages',
    'wizard.exchange-information.default.data',
    'wizard.exchange-information.default.ids',
    'wizard.exchange-information.default.rules',
    'wizard.exchange-information.copy',
  ],
  clone: [
    'wizard.exchange-information.stages',
    'wizard.exchange-information.clone.data',
    'wizard.exchange-information.clone.ids',
    'wizard.exchange-information.clone.target',
    'wizard.exchange-information.copy',
  ],
};

export function ExchangeInformationPage() {
  const mode = useWizard((state) => state.answers.mode);
  return (
    <Interior page="exchange-information">
      <p className="information-mode">{text(`wizard.mode.${mode}`)}</p>
      <ul className="information-lines">
        {LINES[mode].map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
    </Interior>
  );
}
