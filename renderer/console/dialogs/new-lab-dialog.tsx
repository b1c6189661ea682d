import { useState } from 'react';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { DialogFrame } from '../../kit/dialog/dialog-frame.tsx';
import { Edit } from '../../kit/edit.tsx';
import { RadioList } from '../../kit/radio-list.tsx';
import { learnLab } from '../../stores/labs-store.ts';
import { goTo, say, showDialog } from '../../stores/console-store.ts';
import { numberIn } from './number-in.ts';
import './dialogs.css';

const close = (): void => showDialog(null);
const LIMITS = {
  seed: [0, Number.MAX_SAFE_INTEGER],
  mailboxes: [1, 50_000],
  items: [0, 50_000_000],
} as const;

/** Asks what to build and where, and builds it. */
export function NewLabDialog() {
  const [kind, setKind] = useState<'default' | 'plain'>('default');
  const [fields, setFields] = useState({ seed: '7', mailboxes: '20', items: '500' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const shown = kind === 'default' ? (['seed'] as const) : (['seed', 'mailboxes', 'items'] as const);
  const limited = (name: keyof typeof LIMITS): number | null => {
    const [low, high] = LIMITS[name];
    return numberIn(fields[name], low, high);
  };

  const build = async (): Promise<void> => {
    setTried(true);
    const [seed, mailboxes, items] = [limited('seed'), limited('mailboxes'), limited('items')];
    if (seed === null || (kind === 'plain' && (mailboxes === null || items === null))) return;
    const chosen = await ask('labs:choose-new', { suggested: text('console.new.suggested') });
    if (!chosen.ok) return setFailure(chosen.failure.message);
    if (chosen.value === null) return;
    setBusy(true);
    const size = mailboxes === null || items === null || kind === 'default' ? {} : { mailboxes, items };
    const answer = await ask('labs:create', { token: chosen.value.token, seed, ...size });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure.message);
    const { name, lab, display } = answer.value;
    learnLab({ name, lab, display });
    say(
      text('console.created', {
        name,
        mailboxes: formatCount(answer.value.mailboxes),
        items: formatCount(answer.value.items),
      }),
    );
    close();
    goTo({ view: 'overview', lab });
  };

  return (
    <DialogFrame
      caption={text('console.new.caption')}
      onClose={close}
      onEnter={() => void build()}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body stack">
        <RadioList
          label={text('console.new.kind')}
          hideLabel
          value={kind}
          onChange={setKind}
          descriptionTitle={text('console.new.about')}
          choices={[
            {
              value: 'default',
              label: text('console.new.default'),
              description: text('console.new.default-about'),
            },
            {
              value: 'plain',
              label: text('console.new.plain'),
              description: text('console.new.plain-about'),
            },
          ]}
        />
        <div className="new-lab-fields">
          {shown.map((name) => {
            const [low, high] = LIMITS[name];
            const bad = tried && limited(name) === null;
            return (
              <Edit
                key={name}
                label={text(`console.new.${name}`)}
                value={fields[name]}
                onChange={(value) => setFields({ ...fields, [name]: value })}
                problem={
                  bad
                    ? text('console.new.bad-number', { low: formatCount(low), high: formatCount(high) })
                    : null
                }
              />
            );
          })}
        </div>
        <p role="status">{busy ? text('console.new.building') : (failure ?? '')}</p>
      </div>
      <div className="dialog-buttons">
        <CommandButton
          label={text('console.new.ok')}
          onPress={() => void build()}
          isDisabled={busy}
          isDefault
        />
        <CommandButton label={text('console.new.cancel')} onPress={close} isDisabled={busy} />
      </div>
    </DialogFrame>
  );
}
