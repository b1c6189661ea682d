import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import type { Office } from './post-office-pane.tsx';

interface OfficeOptionsProps {
  readonly lab: string;
  readonly office: Office;
}

/** Options that stand in the way of a migration: pre-expired passwords, and others who work on the post office. */
export function OfficeOptions({ lab, office }: OfficeOptionsProps) {
  const set = async (setting: string): Promise<void> => {
    const answer = await ask('lab:postoffice', { lab, name: office.name, do: 'set', set: setting });
    if (answer.ok) say(setting);
    else showFailure(answer.failure);
  };
  return (
    <div className="pane-row">
      <CheckBox
        label={text('po.fact.pre-expired')}
        isSelected={office.preExpiredPasswords}
        onChange={(isOn) => void set(`pre-expired=${isOn ? 'on' : 'off'}`)}
      />
      <CheckBox
        label={text('po.option.in-use')}
        isSelected={office.inUseBy.length > 0}
        onChange={(isOn) => void set(`in-use=${isOn ? 'ROUTER' : ''}`)}
      />
    </div>
  );
}
