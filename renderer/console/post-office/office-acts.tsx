import { useState } from 'react';
import type { CommandInput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { Edit } from '../../kit/edit.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import type { Office } from './post-office-pane.tsx';
import '../server/server.css';

interface OfficeActsProps {
  readonly lab: string;
  readonly office: Office;
  /** Number of the backup that is selected; null: none. */
  readonly backup: number | null;
}

type Wish = Omit<CommandInput<'lab:postoffice'>, 'lab' | 'name'>;

/** What one does to a post office: back it up, restore it, damage it, move its users to a new one. */
export function OfficeActs({ lab, office, backup }: OfficeActsProps) {
  const [to, setTo] = useState('');
  const act = async (wish: Wish, done: string): Promise<void> => {
    const answer = await ask('lab:postoffice', { lab, name: office.name, ...wish });
    if (answer.ok) say(done);
    else showFailure(answer.failure);
  };
  const { name } = office;
  const moved = to.trim().toUpperCase();
  return (
    <>
      <div className="pane-row">
        <CommandButton
          wide
          label={text('po.act.backup')}
          onPress={() => void act({ do: 'backup' }, text('po.done.backup', { name }))}
        />
        <CommandButton
          wide
          label={text('po.act.restore')}
          isDisabled={office.backups.length === 0}
          onPress={() =>
            void act(
              { do: 'restore', ...(backup === null ? {} : { backup }) },
              text('po.done.restore', { name }),
            )
          }
        />
        <CommandButton
          wide
          label={text('po.act.corrupt')}
          isDisabled={office.damage !== null}
          onPress={() => void act({ do: 'corrupt' }, text('po.done.corrupt', { name }))}
        />
      </div>
      <div className="pane-row">
        <div className="path-field">
          <Edit label={text('po.act.new-name')} value={to} onChange={setTo} maxLength={64} />
        </div>
        <CommandButton
          wide
          label={text('po.act.move')}
          isDisabled={moved === ''}
          onPress={() => void act({ do: 'move-users', to: moved }, text('po.done.move', { name, to: moved }))}
        />
      </div>
    </>
  );
}
