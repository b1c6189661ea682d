import { articleLabel } from '../../../../shared/text/source-label.ts';
import { text } from '../../../../shared/text/text.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { MessageIcon } from '../../../kit/dialog/message-icon.tsx';
import { useFact, useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import './opening.css';

/** How the migration server was judged as the wizard opened. */
export function Opening({ onShowGate }: { readonly onShowGate: () => void }) {
  const send = useSend();
  const gate = useFact('opening');
  const lab = useFact('lab');
  const anyway = useWizard((state) => state.answers.startAnyway);
  const isImport = useWizard((state) => state.answers.type !== 'EXCHANGE');
  const failed = [lab, gate].find((fact) => fact.status === 'failed');
  if (failed !== undefined) {
    return (
      <div className="opening" role="alert">
        <MessageIcon kind="error" size={24} />
        <p>{failed.message}</p>
        <CommandButton wide label={text('wizard.reload')} onPress={() => send({ type: 'reload' })} />
      </div>
    );
  }
  if (gate.value === null) {
    return (
      <p className="hint" role="status">
        {text('wizard.loading')}
      </p>
    );
  }
  if (gate.value.ok) return <p className="hint">{text('wizard.opening.ready')}</p>;
  const kb = articleLabel(gate.value.rules.find((rule) => rule.verdict === 'refuse')?.kb ?? '');
  // Its gate stands behind the choice of the type.
  if (isImport) return <p className="hint">{text('wizard.opening.import', { kb })}</p>;
  return (
    <div className="opening" role="status">
      <MessageIcon kind={anyway ? 'warning' : 'error'} size={24} />
      <p>
        {!anyway && <strong>{text('wizard.opening.title')}. </strong>}
        {text(anyway ? 'wizard.opening.anyway' : 'wizard.opening.text', { kb })}
      </p>
      {!anyway && <CommandButton wide label={text('wizard.opening.details')} onPress={onShowGate} />}
    </div>
  );
}
