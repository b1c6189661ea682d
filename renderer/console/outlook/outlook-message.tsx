import { useState } from 'react';
import { OUTLOOK_MESSAGES } from '../../../shared/sync/outlook-messages.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { MessageIcon } from '../../kit/dialog/message-icon.tsx';

interface OutlookMessageProps {
  /** Word for word, as the engine answers it. */
  readonly message: string;
  readonly onAnswered: () => void;
}

type Answer = 'connect' | 'work-offline' | 'cancel' | 'ok' | 'yes' | 'no';

/** The buttons of each message as its article names them. */
function answersOf(message: string): readonly Answer[] {
  if (message === OUTLOOK_MESSAGES.recovery) return ['connect', 'work-offline', 'cancel'];
  return message === OUTLOOK_MESSAGES.locationChanged ? ['yes', 'no'] : ['ok'];
}

/** What Outlook says when it connects, with its own buttons. The lab's Outlook connected; the other answers say what they would do. */
export function OutlookMessage({ message, onAnswered }: OutlookMessageProps) {
  const [note, setNote] = useState<'work-offline' | 'cancel' | null>(null);
  const answer = (given: Answer): void => {
    if (given === 'work-offline' || given === 'cancel') setNote(given);
    else onAnswered();
  };
  return (
    <section className="outlook-message" aria-label={text('outlook.message')}>
      <div className="outlook-message-caption">{text('outlook.message')}</div>
      <div className="outlook-message-body">
        <MessageIcon kind="warning" />
        <p className="selectable">{message}</p>
      </div>
      <div className="dialog-buttons centred">
        {answersOf(message).map((each) => (
          <CommandButton
            key={each}
            label={text(`outlook.answer.${each}`)}
            onPress={() => answer(each)}
            wide={each === 'work-offline'}
          />
        ))}
      </div>
      <p className="outlook-message-note" aria-live="polite">
        {note === null ? '' : text(`outlook.note.${note}`)}
      </p>
    </section>
  );
}
