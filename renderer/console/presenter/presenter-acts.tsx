import { useState } from 'react';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import type { Result } from '../../../shared/result.ts';
import { ask } from '../../bridge.ts';
import { Combo } from '../../kit/combo.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { say, showFailure } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { useAsk } from '../../stores/use-ask.ts';

/** A list longer than this is no list to present from. */
const CHOICES = 500;

/** What can happen to a mailbox or the migration server at any moment, between the batches of a run too. */
export function PresenterActs({ lab }: { readonly lab: string }) {
  const revision = useLabs((state) => state.revisions[lab] ?? 0);
  const [done, setDone] = useState(0);
  const accounts = useAsk('lab:accounts', { lab }, 0).asked;
  const places = useAsk('lab:organizations', { lab }, revision + done).asked;
  const [alias, setAlias] = useState<string | null>(null);
  const offset = places.status === 'ready' ? places.value.utcOffsetMinutes : 0;
  const pageheap = places.status === 'ready' && places.value.pageheap;

  const act = async <T,>(asked: Promise<Result<T>>, told: (value: T) => string): Promise<void> => {
    const answer = await asked;
    setDone((count) => count + 1);
    if (answer.ok) say(told(answer.value));
    else showFailure(answer.failure);
  };
  const happen = (kind: 'deliver' | 'logon', mailbox: string): Promise<void> =>
    act(ask(`lab:${kind}`, { lab, mailbox }), ({ initialized }) =>
      text(kind === 'deliver' ? 'console.happen.delivered' : 'console.happen.logged-on', {
        alias: mailbox,
        state: text(initialized ? 'console.happen.is-initialized' : 'console.happen.not-initialized'),
      }),
    );
  const purge = (mailbox: string): Promise<void> =>
    act(ask('lab:purge', { lab, mailbox }), ({ deleted, replicated }) =>
      deleted.length === 0
        ? text('console.org.purged-none', { alias: mailbox })
        : text('console.org.purged', { what: deleted.join(', '), time: formatTime(replicated, offset) }),
    );
  const exprofre = async (user: string): Promise<void> => {
    const shown = await ask('lab:show', { lab });
    if (!shown.ok) return showFailure(shown.failure);
    await act(ask('lab:exprofre', { lab, user, targetgc: shown.value.target.gc }), ({ profiles }) =>
      profiles
        .map((profile) =>
          text('demo.exprofre-done', {
            alias: profile.user,
            changed: text(profile.changed ? 'demo.changed' : 'demo.unchanged'),
            ost: profile.ost,
            oab: profile.oab,
          }),
        )
        .join(' '),
    );
  };
  const setPageheap = (value: 'on' | 'off'): Promise<void> =>
    act(ask('lab:server', { lab, set: `pageheap=${value}` }), () => text('demo.pageheap-set', { value }));
  const forMailbox = (work: (mailbox: string) => Promise<void>) => (): void => {
    if (alias === null) say(text('demo.select-first'));
    else void work(alias);
  };
  const choices = accounts.status === 'ready' ? accounts.value.accounts.slice(0, CHOICES) : [];
  return (
    <div className="presenter-group">
      <div className="presenter-mailbox">
        <Combo
          label={text('demo.mailbox')}
          value={alias}
          placeholder={text('demo.no-mailbox')}
          choices={choices.map((account) => ({ value: account.alias, label: account.alias }))}
          onChange={setAlias}
        />
      </div>
      <CommandButton wide label={text('demo.mail')} onPress={forMailbox((one) => happen('deliver', one))} />
      <CommandButton wide label={text('demo.logon')} onPress={forMailbox((one) => happen('logon', one))} />
      <CommandButton wide label={text('demo.purge')} onPress={forMailbox(purge)} />
      <CommandButton wide label={text('demo.exprofre')} onPress={forMailbox(exprofre)} />
      <CommandButton
        wide
        label={text(pageheap ? 'demo.pageheap-off' : 'demo.pageheap-on')}
        onPress={() => void setPageheap(pageheap ? 'off' : 'on')}
      />
    </div>
  );
}
