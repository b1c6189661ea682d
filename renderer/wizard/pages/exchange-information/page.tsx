import type { Mode } from '../../../../shared/lab/run-plan.ts';
import { type TextKey, text } from '../../../../shared/text/text.ts';
import { useWizard } from '../../../stores/wizard-hooks.ts';
import { Information } from '../../parts/information/information.tsx';
import { Interior } from '../../parts/interior.tsx';

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
      <Information heading={text(`wizard.mode.${mode}`)} lines={LINES[mode]} />
    </Interior>
  );
}
