import { useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { Combo } from '../../kit/combo.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { GroupBox } from '../../kit/group-box.tsx';
import { say, showFailure } from '../../stores/console-store.ts';

interface HappeningsProps {
  readonly lab: string;
  readonly alias: string | null;
}

type When = 'now' | 'before-stage-2';

/** Mail that arrives and users who log on: at once, or between the stages of the next run. */
export function Happenings({ lab, alias }: HappeningsProps) {
  const [when, setWhen] = useState<When>('now');
  const happen = (kind: 'deliver' | 'logon') => async (): Promise<void> => {
    if (alias === null) return say(text('console.happen.select'));
    const input = when === 'now' ? { lab, mailbox: alias } : { lab, mailbox: alias, at: when };
    const answer = await ask(`lab:${kind}`, input);
    if (!answer.ok) return showFailure(answer.failure);
    if (when !== 'now') return say(text(`console.happen.planned-${kind}`, { alias }));
    const state = text(
      answer.value.initialized ? 'console.happen.is-initialized' : 'console.happen.not-initialized',
    );
    say(text(kind === 'deliver' ? 'console.happen.delivered' : 'console.happen.logged-on', { alias, state }));
  };
  return (
    <GroupBox title={text('console.happen.title')}>
      <div className="pane-row">
        <div className="short-field">
          <Combo
            label={text('console.happen.when')}
            value={when}
            choices={[
              { value: 'now', label: text('console.happen.now') },
              { value: 'before-stage-2', label: text('console.happen.before-stage-2') },
            ]}
            onChange={(chosen) => setWhen(chosen === 'now' ? 'now' : 'before-stage-2')}
          />
        </div>
        <CommandButton
          wide
          label={text('console.happen.mail')}
          isDisabled={alias === null}
          onPress={() => void happen('deliver')()}
        />
        <CommandButton
          wide
          label={text('console.happen.logon')}
          isDisabled={alias === null}
          onPress={() => void happen('logon')()}
        />
        {alias === null && <span className="pane-note">{text('console.happen.select')}</span>}
      </div>
    </GroupBox>
  );
}
