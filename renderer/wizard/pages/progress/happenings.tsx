import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import { ask } from '../../../bridge.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { useWindow } from '../../../stores/wizard-hooks.ts';

/** What can happen to a mailbox while the run goes on: mail arrives, its user logs on. */
export function Happenings({ alias }: { readonly alias: string | null }) {
  const lab = useWindow((state) => state.context.lab);
  const [said, setSaid] = useState('');
  const happen = async (kind: 'mail' | 'logon'): Promise<void> => {
    if (alias === null) return setSaid(text('wizard.progress.select-row'));
    const answer = await ask(kind === 'mail' ? 'lab:deliver' : 'lab:logon', { lab, mailbox: alias });
    if (!answer.ok) return setSaid(answer.failure.message);
    const initialized = text(
      answer.value.initialized ? 'wizard.progress.initialized' : 'wizard.progress.not-initialized',
    );
    setSaid(text(`wizard.progress.${kind}-done`, { alias, initialized }));
  };
  return (
    <>
      <CommandButton wide label={text('wizard.progress.mail')} onPress={() => void happen('mail')} />
      <CommandButton wide label={text('wizard.progress.logon')} onPress={() => void happen('logon')} />
      <span className="happening-line" role="status" title={said}>
        {said}
      </span>
    </>
  );
}
