import { text } from '../../../../shared/text/text.ts';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';

/** An Exchange Server computer or personal folder files (XMG 06004). */
export function ImportDestinationPage() {
  const send = useSend();
  const destination = useWizard((state) => state.answers.destination);
  return (
    <Interior page="migration-destination">
      <RadioList
        label={text('wizard.migration-destination.title')}
        hideLabel
        value={destination}
        onChange={(chosen) => send({ type: 'set', answers: { destination: chosen } })}
        choices={[
          {
            value: 'server',
            label: text('wizard.migration-destination.server-choice'),
            description: text('wizard.migration-destination.about.server'),
          },
          {
            value: 'pst',
            label: text('wizard.migration-destination.pst-choice'),
            description: text('wizard.migration-destination.about.pst'),
          },
        ]}
        descriptionTitle={text('wizard.migration-type.description')}
      />
      <IssueLines fields={['destination', 'page']} />
    </Interior>
  );
}
