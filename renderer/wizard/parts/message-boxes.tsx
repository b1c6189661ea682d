import { evidenceMark } from '../../../shared/text/evidence-text.ts';
import { text } from '../../../shared/text/text.ts';
import { MessageBox } from '../../kit/dialog/message-box.tsx';
import { useSend, useWindow, useWizard, useWizardStore } from '../../stores/wizard-hooks.ts';
import { pageEvidence } from '../page-evidence.ts';

/** Asks before a running migration is cancelled. */
export function CancelQuestion() {
  const send = useSend();
  const asking = useWizard((state) => state.asking);
  if (asking === null) return null;
  const no = (): void => send({ type: 'answer-question', yes: false });
  return (
    <MessageBox
      caption={text('window.message-caption')}
      kind="question"
      text={[text('wizard.cancel.question')]}
      closeLabel={text('window.close')}
      onClose={no}
      buttons={[
        { label: text('wizard.cancel.yes'), onPress: () => send({ type: 'answer-question', yes: true }) },
        { label: text('wizard.cancel.no'), onPress: no, isDefault: true },
      ]}
    />
  );
}

/** What Help opens: the explanation of the page at hand, and how well its wording is founded. */
export function HelpBox() {
  const store = useWizardStore();
  const page = useWindow((state) => state.helpFor);
  if (page === null) return null;
  const close = (): void => store.setState({ helpFor: null });
  const { text: kind, details } = evidenceMark(pageEvidence(page));
  const grounds = [text('evidence.wording-of-page', { kind }), ...details.slice(1)].join('. ');
  return (
    <MessageBox
      caption={text('wizard.help.caption')}
      kind="information"
      text={[text(`wizard.help.${page}`), grounds, text('wizard.help.original')]}
      closeLabel={text('window.close')}
      onClose={close}
      buttons={[{ label: text('window.ok'), onPress: close }]}
    />
  );
}
