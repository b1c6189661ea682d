import { dayOf, timeOfDay } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import { CheckBox } from '../../../kit/check-box.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';
import { SubjectFilter } from './subject-filter.tsx';
import './page.css';

export function MigrationInformationPage() {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const fromProblem = useProblem('dateFrom');
  const toProblem = useProblem('dateTo');
  const inClone = answers.mode === 'clone';
  const noDates = inClone || !answers.dateRangeOn;
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
      <div className="indent date-range">
        <Edit
          label={text('wizard.migration-information.from')}
          kind="date"
          value={dayOf(answers.dateFrom)}
          onChange={(day) => send({ type: 'set', answers: { dateFrom: timeOfDay(day, 'start') } })}
          isDisabled={noDates}
          problem={fromProblem}
        />
        <Edit
          label={text('wizard.migration-information.to')}
          kind="date"
          value={dayOf(answers.dateTo)}
          onChange={(day) => send({ type: 'set', answers: { dateTo: timeOfDay(day, 'end') } })}
          isDisabled={noDates}
          problem={toProblem}
        />
      </div>
      {inClone ? (
        <p className="hint">{text('wizard.migration-information.clone-reason')}</p>
      ) : (
        <SubjectFilter />
      )}
      <IssueLines fields={['dateRangeOn', 'subjectPrefixes', 'page']} />
    </Interior>
  );
}
