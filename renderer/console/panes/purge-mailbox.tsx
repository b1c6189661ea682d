import { useState } from 'react';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { MessageBox } from '../../kit/dialog/message-box.tsx';
import { say, showFailure } from '../../stores/console-store.ts';

interface PurgeMailboxProps {
  readonly lab: string;
  readonly alias: string | null;
  /** The lab's time zone, minutes east of UTC. */
  readonly offset: number;
}

/** The documented cure of a mailbox that can no longer be cloned: delete what was created, wait for replication. */
export function PurgeMailbox({ lab, alias, offset }: PurgeMailboxProps) {
  const [asking, setAsking] = useState<string | null>(null);
  const purge = async (mailbox: string): Promise<void> => {
    const answer = await ask('lab:purge', { lab, mailbox });
    if (!answer.ok) return showFailure(answer.failure);
    const { deleted, replicated } = answer.value;
    if (deleted.length === 0) return say(text('console.org.purged-none', { alias: mailbox }));
    say(text('console.org.purged', { what: deleted.join(', '), time: formatTime(replicated, offset) }));
  };
  const close = (): void => setAsking(null);
  return (
    <div className="pane-row">
      <CommandButton
        wide
        label={text('console.org.purge')}
        isDisabled={alias === null}
        onPress={() => setAsking(alias)}
      />
      {asking !== null && (
        <MessageBox
          caption={text('console.caption')}
          kind="question"
          text={[text('console.org.purge-question', { alias: asking })]}
          closeLabel={text('window.close')}
          onClose={close}
          buttons={[
            {
              label: text('console.org.yes'),
              onPress: () => {
                close();
                void purge(asking);
              },
            },
            { label: text('console.org.no'), onPress: close, isDefault: true },
          ]}
        />
      )}
    </div>
  );
}
