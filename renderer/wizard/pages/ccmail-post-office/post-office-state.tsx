import { text } from '../../../../shared/text/text.ts';
import { useWizard } from '../../../stores/wizard-hooks.ts';

/** What is known of the post office that was entered: opened already, or just being opened. */
export function PostOfficeState() {
  const fact = useWizard((state) => state.facts['post-office']);
  return (
    <p className="hint" role="status">
      {fact.status === 'loading' && text('wizard.ccmail-post-office.opening')}
      {fact.status === 'loaded' && text('wizard.ccmail-post-office.opened', { ...fact.value })}
    </p>
  );
}
