import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatBytes } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { MessageBox } from '../../kit/dialog/message-box.tsx';
import { say } from '../../stores/console-store.ts';

interface ClearCopiesProps {
  readonly lab: string;
  /** Null: not known yet. */
  readonly kept: CommandOutput<'lab:undo'> | null;
  /** Called once they are gone. */
  readonly onCleared: () => void;
  readonly onProblem: (message: string) => void;
}

/** The button that deletes all copies of a lab, and the question before it. */
export function ClearCopies({ lab, kept, onCleared, onProblem }: ClearCopiesProps) {
  const [asking, setAsking] = useState(false);
  const count = kept?.copies.length ?? 0;
  const close = (): void => setAsking(false);
  const clear = async (): Promise<void> => {
    close();
    const answer = await ask('lab:undo', { lab, clear: true });
    if (!answer.ok) return onProblem(answer.failure.message);
    say(text('undo.cleared'));
    onCleared();
  };
  return (
    <>
      <CommandButton
        wide
        label={text('undo.clear')}
        isDisabled={count === 0}
        onPress={() => setAsking(true)}
      />
      {asking ? (
        <MessageBox
          caption={text('undo.caption')}
          kind="question"
          text={[text('undo.clear.sure', { count, size: formatBytes(kept?.bytes ?? 0) })]}
          buttons={[
            { label: text('undo.clear.yes'), onPress: () => void clear() },
            { label: text('undo.clear.no'), onPress: close, isDefault: true },
          ]}
          onClose={close}
          closeLabel={text('window.close')}
        />
      ) : null}
    </>
  );
}
