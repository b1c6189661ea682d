import { useId, useMemo, useState } from 'react';
import { formatBytes, formatCount } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import type { AccountFact } from '../../../../shared/wizard/facts.ts';
import { AccessLabel } from '../../../kit/access-key/access-label.tsx';
import { accessKeyOf, plainLabel } from '../../../kit/access-key/mnemonic.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';

const COLUMNS: readonly Column<AccountFact>[] = [
  {
    id: 'name',
    title: text('wizard.account-migration.column.name'),
    width: 130,
    text: (row) => row.displayName,
  },
  { id: 'alias', title: text('wizard.account-migration.column.alias'), width: 74, text: (row) => row.alias },
  {
    id: 'address',
    title: text('wizard.account-migration.column.address'),
    width: 'fill',
    text: (row) => row.address,
  },
  {
    id: 'items',
    title: text('wizard.account-migration.column.items'),
    width: 52,
    align: 'right',
    text: (row) => formatCount(row.items),
  },
  {
    id: 'size',
    title: text('wizard.account-migration.column.size'),
    width: 62,
    align: 'right',
    text: (row) => formatBytes(row.bytes),
  },
];

/** The key of a cc:Mail user says the same as its name. */
const WITHOUT_ALIAS = COLUMNS.filter(({ id }) => id !== 'alias');

export function AccountMigrationPage() {
  return (
    <Interior page="account-migration">
      <FactView name="accounts">{(accounts) => <Accounts accounts={accounts} />}</FactView>
      <IssueLines fields={['accounts', 'page']} />
    </Interior>
  );
}

function Accounts({ accounts }: { readonly accounts: readonly AccountFact[] }) {
  const send = useSend();
  const listId = useId();
  const [selected, setSelected] = useState<string | null>(null);
  const chosen = useWizard((state) => state.answers.accounts);
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const label = text('wizard.account-migration.list');
  const isCcMail = useWizard((state) => state.answers.type === 'CCMAIL');
  return (
    <>
      <div className="list-label" data-access-key={accessKeyOf(label)} data-access-for={listId}>
        <AccessLabel label={label} />
      </div>
      <ListView
        id={listId}
        label={plainLabel(label)}
        columns={isCcMail ? WITHOUT_ALIAS : COLUMNS}
        rows={accounts}
        rowKey={(row) => row.alias}
        selectedKey={selected}
        onSelect={(row) => setSelected(row.alias)}
        checks={{
          isChecked: (row) => isChosen.has(row.alias),
          onToggle: (row, isOn) => send({ type: 'choose-accounts', aliases: [row.alias], chosen: isOn }),
        }}
        empty={text(
          isCcMail ? 'wizard.account-migration.empty-post-office' : 'wizard.account-migration.empty',
        )}
      />
      <div className="page-row">
        <span role="status">
          {text('wizard.account-migration.chosen', { chosen: chosen.length, total: accounts.length })}
        </span>
        <span className="push" />
        <CommandButton
          label={text('wizard.account-migration.select-all')}
          onPress={() => send({ type: 'choose-accounts', aliases: 'all', chosen: true })}
        />
        <CommandButton
          label={text('wizard.account-migration.select-none')}
          onPress={() => send({ type: 'choose-accounts', aliases: 'all', chosen: false })}
        />
      </div>
    </>
  );
}
