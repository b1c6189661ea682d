import { text } from '../../../../shared/text/text.ts';
import { migrationTypes } from '../../../../shared/wizard/migration-types.ts';
import { labOf } from '../../../../shared/wizard/view.ts';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';
import './page.css';

export function MigrationTypePage() {
  const send = useSend();
  const type = useWizard((state) => state.answers.type);
  const lab = useWizard((state) => labOf(state.facts));
  return (
    <Interior page="migration-type">
      <div className="migration-types">
        <RadioList
          label={text('wizard.migration-type.subtitle')}
          hideLabel
          choices={migrationTypes(lab).map((value) => ({
            value,
            label: text(`wizard.type.${value}`),
            description: text(`wizard.type-about.${value}`),
          }))}
          value={type}
          onChange={(chosen) => send({ type: 'set', answers: { type: chosen } })}
          descriptionTitle={text('wizard.migration-type.description')}
        />
      </div>
      <IssueLines fields={['type', 'gate', 'page']} />
    </Interior>
  );
}
