import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import type { Result } from '../../../shared/result.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { showFailure } from '../../stores/console-store.ts';
import { ExprofreDialog } from '../dialogs/exprofre-dialog.tsx';
import { OutlookWindow } from '../outlook/outlook-window.tsx';

interface ProfileToolsProps {
  readonly lab: string;
  readonly alias: string | null;
  readonly targetGc: string;
}

type Outlook = CommandOutput<'lab:outlook'>;
type Profiles = CommandOutput<'lab:exprofre'>['profiles'];

/** Outlook for the user at hand, and the tool that points profiles to the target. */
export function ProfileTools({ lab, alias, targetGc }: ProfileToolsProps) {
  const [busy, setBusy] = useState(false);
  const [keepOst, setKeepOst] = useState(false);
  const [outlook, setOutlook] = useState<{ readonly alias: string; readonly seen: Outlook } | null>(null);
  const [profiles, setProfiles] = useState<Profiles | null>(null);
  const work = async <T,>(asked: Promise<Result<T>>, show: (value: T) => void): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    if (answer.ok) show(answer.value);
    else showFailure(answer.failure);
  };
  const open = (extra: { readonly sync?: true; readonly compose?: number }) => (): void => {
    if (alias === null) return;
    void work(ask('lab:outlook', { lab, user: alias, ...extra }), (seen) => setOutlook({ alias, seen }));
  };
  const exprofre = (user: string): void => {
    void work(ask('lab:exprofre', { lab, user, targetgc: targetGc, o: keepOst }), (answer) =>
      setProfiles(answer.profiles),
    );
  };
  const none = alias === null || busy;
  return (
    <>
      <div className="pane-row">
        <CommandButton wide label={text('console.ws.outlook')} isDisabled={none} onPress={open({})} />
        <CommandButton
          wide
          label={text('console.ws.sync')}
          isDisabled={none}
          onPress={open({ sync: true })}
        />
        <CommandButton
          wide
          label={text('console.ws.compose')}
          isDisabled={none}
          onPress={open({ compose: 1 })}
        />
        <span className="pane-note" role="status">
          {busy ? text('console.ws.busy') : alias === null ? text('console.ws.select') : ''}
        </span>
      </div>
      <div className="pane-row">
        <CommandButton
          wide
          label={text('console.ws.exprofre')}
          isDisabled={none}
          onPress={() => {
            if (alias !== null) exprofre(alias);
          }}
        />
        <CommandButton
          wide
          label={text('console.ws.exprofre-all')}
          isDisabled={busy}
          onPress={() => exprofre('all')}
        />
        <CheckBox label={text('console.ws.keep-ost')} isSelected={keepOst} onChange={setKeepOst} />
      </div>
      {outlook !== null && (
        <OutlookWindow lab={lab} alias={outlook.alias} seen={outlook.seen} onClose={() => setOutlook(null)} />
      )}
      {profiles !== null && <ExprofreDialog profiles={profiles} onClose={() => setProfiles(null)} />}
    </>
  );
}
