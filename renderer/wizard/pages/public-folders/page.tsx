import { text } from '../../../../shared/text/text.ts';
import { Edit } from '../../../kit/edit.tsx';
import { GroupBox } from '../../../kit/group-box.tsx';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

const KINDS = ['None', 'Author', 'PubEditor'] as const;

export function PublicFoldersPage() {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const problem = useProblem('folderOwner');
  return (
    <Interior page="public-folders">
      <p>{text('wizard.public-folders.about')}</p>
      <div className="field-stack" data-initial-focus="">
        <Edit
          label={text('wizard.public-folders.owner')}
          value={answers.folderOwner}
          onChange={(folderOwner) => send({ type: 'set', answers: { folderOwner } })}
          problem={problem}
        />
      </div>
      <GroupBox title={text('wizard.public-folders.access')}>
        <RadioList
          label={text('wizard.public-folders.access')}
          hideLabel
          choices={KINDS.map((value) => ({ value, label: text(`wizard.public-folders.${value}`) }))}
          value={answers.folderAccess}
          onChange={(folderAccess) => send({ type: 'set', answers: { folderAccess } })}
        />
      </GroupBox>
      <IssueLines fields={['folderAccess', 'page']} />
    </Interior>
  );
}
