import { text } from '../../../../shared/text/text.ts';
import { MIGRATION_TYPES } from '../../../../shared/wizard/model.ts';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';

export function MigrationTypePage() {
  const send = useSend();
  const type = useWizard((state) => state.answers.type);
  return (
    <Interior page="migration-type">
      <RadioList
        label={text('wizard.migration-type.subtitle')}
        hideLabel
        choices={MIGRATION_TYPES.map((value) => ({
          value,
          label: text(`wizard.type.${value}`),
          description: text(`wizard.type-about.${value}`),
        }))}
        value={type}
        onChange={(chosen) => send({ type: 'set', answers: { type: chosen } })}
        descriptionTitle={text('wizard.migration-type.description')}
      />
      <IssueLines fields={['type', 'page']} />
    </Interior>
  );
}
