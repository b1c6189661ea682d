import { text } from '../../../../shared/text/text.ts';
import { Edit } from '../../../kit/edit.tsx';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

const METHODS = ['one-step', 'extract'] as const;

export function CcmailMethodPage() {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const problem = useProblem('filesPath');
  return (
    <Interior page="ccmail-method">
      <RadioList
        label={text('wizard.ccmail-method.title-list')}
        hideLabel
        choices={METHODS.map((value) => ({
          value,
          label: text(`wizard.ccmail-method.${value}`),
          description: text(`wizard.ccmail-method.about.${value}`),
        }))}
        value={answers.method}
        onChange={(method) => send({ type: 'set', answers: { method } })}
        descriptionTitle={text('wizard.migration-type.description')}
      />
      <div className="field-stack">
        <Edit
          label={text('wizard.ccmail-method.path')}
          value={answers.filesPath}
          onChange={(filesPath) => send({ type: 'set', answers: { filesPath } })}
          isDisabled={answers.method === 'one-step'}
          problem={problem}
          maxLength={259}
        />
        <p className="hint field-indent">{text('wizard.ccmail-method.hint')}</p>
      </div>
      <IssueLines fields={['method', 'page']} />
    </Interior>
  );
}
