import { useEffect, useState } from 'react';
import { text } from '../../../shared/text/text.ts';
import { Combo } from '../../kit/combo.tsx';
import { Edit } from '../../kit/edit.tsx';
import type { ComparedLabs } from '../../stores/comparison-rows.ts';

/** More than these are typed rather than picked: a drop-down list builds every line. */
const PICKED_AT_MOST = 200;

interface MailboxChoiceProps {
  readonly mailboxes: ComparedLabs['mailboxes'];
  readonly alias: string;
  readonly onAlias: (alias: string) => void;
}

/** Which mailbox is looked at. */
export function MailboxChoice({ mailboxes, alias, onAlias }: MailboxChoiceProps) {
  if (mailboxes.length > PICKED_AT_MOST) {
    return <TypedMailbox mailboxes={mailboxes} alias={alias} onAlias={onAlias} />;
  }
  const choices = mailboxes.map((each) => ({ value: each.alias, label: `${each.alias} (${each.name})` }));
  return (
    <div className="comparison-choice">
      <Combo label={text('comparison.trees.mailbox')} choices={choices} value={alias} onChange={onAlias} />
    </div>
  );
}

function TypedMailbox({ mailboxes, alias, onAlias }: MailboxChoiceProps) {
  const [typed, setTyped] = useState(alias);
  useEffect(() => setTyped(alias), [alias]);
  const found = mailboxes.find((each) => each.alias.toLowerCase() === typed.trim().toLowerCase());
  return (
    <div className="comparison-choice">
      <Edit
        label={text('comparison.trees.mailbox')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          const hit = mailboxes.find((each) => each.alias.toLowerCase() === value.trim().toLowerCase());
          if (hit !== undefined) onAlias(hit.alias);
        }}
        problem={found === undefined ? text('comparison.trees.type') : null}
      />
    </div>
  );
}
