import { useId, useState } from 'react';
import type { AccountMatch } from '../../../../shared/lab/run-plan.ts';
import { text } from '../../../../shared/text/text.ts';
import { withChoice } from '../../../../shared/wizard/matches.ts';
import { AccessLabel } from '../../../kit/access-key/access-label.tsx';
import { accessKeyOf, plainLabel } from '../../../kit/access-key/mnemonic.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';
import { AccountProperties } from './account-properties.tsx';

const none = text('wizard.account-association.none');
const COLUMNS: readonly Column<AccountMatch>[] = [
  {
    id: 'name',
    title: text('wizard.account-association.column.name'),
    width: 86,
    text: (row) => row.fullName,
  },
  {
    id: 'existing',
    title: text('wizard.account-association.column.existing'),
    width: 'fill',
    text: (row) => row.existing ?? none,
  },
  {
    id: 'new',
    title: text('wizard.account-association.column.new'),
    width: 'fill',
    text: (row) => row.created ?? none,
  },
  {
    id: 'match',
    title: text('wizard.account-association.column.match'),
    width: 96,
    text: (row) => text(`match.${row.kind}`),
  },
];

export function AccountAssociationPage() {
  return (
    <Interior page="account-association">
      <FactView name="matches">{(matches) => <Matches matches={matches} />}</FactView>
      <IssueLines fields={['accountChoices', 'page']} />
    </Interior>
  );
}

function Matches({ matches }: { readonly matches: readonly AccountMatch[] }) {
  const send = useSend();
  const listId = useId();
  const answers = useWizard((state) => state.answers);
  const [alias, setAlias] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const rows = matches.map((match) =>
    withChoice(match, answers.accountChoices[match.alias], answers.container),
  );
  const selected = rows.find((row) => row.alias === alias) ?? null;
  const edited = rows.find((row) => row.alias === editing) ?? null;
  const canUndo = selected !== null && !selected.definite && selected.kind === 'probable';
  const label = text('wizard.account-association.list');
  return (
    <>
      <div className="list-label" data-access-key={accessKeyOf(label)} data-access-for={listId}>
        <AccessLabel label={label} />
      </div>
      <ListView
        id={listId}
        label={plainLabel(label)}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.alias}
        selectedKey={alias}
        onSelect={(row) => setAlias(row.alias)}
        onOpen={(row) => setEditing(row.alias)}
        empty={text('wizard.account-association.empty')}
      />
      <p className="hint" role="status">
        {noteFor(selected)}
      </p>
      <div className="page-row">
        <span className="push" />
        <CommandButton
          wide
          label={text('wizard.account-association.create-new')}
          isDisabled={!canUndo}
          onPress={() => {
            if (alias !== null) send({ type: 'choose-match', alias, choice: { createNew: true } });
          }}
        />
        <CommandButton
          wide
          label={text('wizard.account-association.properties')}
          isDisabled={selected === null}
          onPress={() => setEditing(alias)}
        />
      </div>
      {edited !== null && <AccountProperties match={edited} onClose={() => setEditing(null)} />}
    </>
  );
}

function noteFor(match: AccountMatch | null): string {
  if (match === null) return text('wizard.account-association.disabled-note');
  if (match.note !== null) return match.note;
  return text(
    match.definite ? 'wizard.account-association.definite' : 'wizard.account-association.disabled-note',
  );
}
