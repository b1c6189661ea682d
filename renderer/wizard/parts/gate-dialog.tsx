import { useEffect } from 'react';
import { text } from '../../../shared/text/text.ts';
import { gateShown } from '../../../shared/wizard/gate-choices.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useWizard } from '../../stores/wizard-hooks.ts';
import { CureLine, GateChoices } from './gate-choices.tsx';
import { RuleDetails } from './refusal.tsx';

/** The whole refusal: it closes by itself once one of the choices has lifted it. */
export function GateDialog({ onClose }: { readonly onClose: () => void }) {
  const gate = useWizard(gateShown);
  const anyway = useWizard((state) => state.answers.startAnyway);
  const lifted = anyway || gate?.ok === true;
  useEffect(() => {
    if (lifted) onClose();
  }, [lifted, onClose]);
  const refusing = gate?.rules.filter((rule) => rule.verdict === 'refuse') ?? [];
  return (
    <DialogFrame
      caption={text('wizard.gate.caption')}
      size="wide"
      onClose={onClose}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body gate-body">
        <p className="gate-policy">{text('wizard.gate.policy')}</p>
        <ScrollText label={text('wizard.gate.caption')}>
          {refusing.map((rule) => (
            <RuleDetails key={rule.kb} rule={rule} />
          ))}
        </ScrollText>
        <h3 className="gate-heading">{text('wizard.gate.choices')}</h3>
        <GateChoices />
        <CureLine />
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('wizard.gate.back')} onPress={onClose} />
      </div>
    </DialogFrame>
  );
}
