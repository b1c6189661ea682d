import { text } from '../../../../shared/text/text.ts';
import { Edit } from '../../../kit/edit.tsx';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

const KINDS = ['RANDOM', 'ALIAS', 'NO'] as const;

export function NtAccountsPage() {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const problem = useProblem('template');
  return (
    <Interior page="nt-accounts">
      <RadioList
        label={text('wizard.nt-accounts.subtitle')}
        hideLabel
        choices={KINDS.map((value) => ({
          value,
          label: text(`wizard.nt-accounts.${value}`),
          description: text(`wizard.nt-accounts.about.${value}`),
        }))}
        value={answers.ntAccounts}
        onChange={(ntAccounts) => send({ type: 'set', answers: { ntAccounts } })}
        descriptionTitle={text('wizard.migration-type.description')}
      />
      <div className="field-stack">
        <Edit
          label={text('wizard.nt-accounts.template')}
          value={answers.template}
          onChange={(template) => send({ type: 'set', answers: { template } })}
          problem={problem}
        />
        <p className="hint field-indent">{text('wizard.nt-accounts.template-hint')}</p>
      </div>
      <IssueLines fields={['ntAccounts', 'page']} />
    </Interior>
  );
}
