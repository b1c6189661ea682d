import { text } from '../../../../shared/text/text.ts';
import { CheckBox } from '../../../kit/check-box.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { DateRange } from '../../parts/date-range/date-range.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';
import { SubjectFilter } from './subject-filter.tsx';

export function MigrationInformationPage() {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const inClone = answers.mode === 'clone';
  return (
    <Interior page="migration-information">
      <CheckBox
        label={text('wizard.migration-information.create')}
        isSelected={answers.createAccounts}
        onChange={(createAccounts) => send({ type: 'set', answers: { createAccounts } })}
      />
      <CheckBox
        label={text('wizard.migration-information.date-range')}
        isSelected={answers.dateRangeOn}
        onChange={(dateRangeOn) => send({ type: 'set', answers: { dateRangeOn } })}
        isDisabled={inClone}
      />
      <DateRange isDisabled={inClone || !answers.dateRangeOn} />
      {inClone ? (
        <p className="hint">{text('wizard.migration-information.clone-reason')}</p>
      ) : (
        <SubjectFilter />
      )}
      <IssueLines fields={['dateRangeOn', 'subjectPrefixes', 'page']} />
    </Interior>
  );
}
