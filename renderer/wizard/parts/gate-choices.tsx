import { text } from '../../../shared/text/text.ts';
import { offeredFixes } from '../../../shared/wizard/gate-choices.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { useSend, useWizard } from '../../stores/wizard-hooks.ts';
import './refusal.css';

/** The ways out of a refusal, each with its price. */
export function GateChoices() {
  const send = useSend();
  const wizard = useWizard((state) => state);
  const fixes = offeredFixes(wizard);
  const busy = wizard.cure.kind === 'installing';
  return (
    <div className="gate-choices">
      <div className="gate-choice">
        <CommandButton
          wide
          label={text('wizard.gate.install')}
          isDisabled={busy || fixes.length === 0}
          autoFocus={fixes.length > 0}
          onPress={() => send({ type: 'install-fixes' })}
        />
        <span>
          {fixes.length === 0
            ? text('wizard.gate.nothing-to-install')
            : text('wizard.gate.install-list', { fixes: fixes.map((fix) => fix.title).join(', ') })}
        </span>
      </div>
      {wizard.answers.mode === 'clone' && (
        <div className="gate-choice">
          <CommandButton
            wide
            label={text('wizard.gate.default-mode')}
            isDisabled={busy}
            onPress={() => send({ type: 'use-default-mode' })}
          />
          <span>{text('wizard.gate.default-mode-price')}</span>
        </div>
      )}
      <div className="gate-choice">
        <CommandButton
          wide
          label={text('wizard.gate.start-anyway')}
          isDisabled={busy}
          onPress={() => send({ type: 'start-anyway' })}
        />
        <span>
          {text(
            wizard.answers.type === 'EXCHANGE'
              ? 'wizard.gate.start-anyway-price'
              : 'wizard.gate.start-anyway-price-import',
          )}
        </span>
      </div>
    </div>
  );
}

/** What the installation is doing, or why it stopped. */
export function CureLine() {
  const cure = useWizard((state) => state.cure);
  if (cure.kind === 'none') return null;
  return (
    <p className={cure.kind === 'failed' ? 'gate-cure bad' : 'gate-cure'} role="status">
      {cure.kind === 'installing'
        ? text('wizard.gate.installing')
        : text('wizard.gate.failed', { reason: cure.failure.message })}
    </p>
  );
}
