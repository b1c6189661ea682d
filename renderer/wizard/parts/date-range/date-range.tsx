import { dayOf, timeOfDay } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { useProblem } from '../issue-line.tsx';
import './date-range.css';

/** First and last day of the messages to migrate. */
export function DateRange({ isDisabled }: { readonly isDisabled: boolean }) {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const fromProblem = useProblem('dateFrom');
  const toProblem = useProblem('dateTo');
  return (
    <div className="indent date-range">
      <Edit
        label={text('wizard.migration-information.from')}
        kind="date"
        value={dayOf(answers.dateFrom)}
        onChange={(day) => send({ type: 'set', answers: { dateFrom: timeOfDay(day, 'start') } })}
        isDisabled={isDisabled}
        problem={fromProblem}
      />
      <Edit
        label={text('wizard.migration-information.to')}
        kind="date"
        value={dayOf(answers.dateTo)}
        onChange={(day) => send({ type: 'set', answers: { dateTo: timeOfDay(day, 'end') } })}
        isDisabled={isDisabled}
        problem={toProblem}
      />
    </div>
  );
}
