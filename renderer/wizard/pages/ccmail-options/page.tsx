import { text } from '../../../../shared/text/text.ts';
import { CheckBox } from '../../../kit/check-box.tsx';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { DateRange } from '../../parts/date-range/date-range.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';

export function CcmailOptionsPage() {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  return (
    <Interior page="ccmail-options">
      <CheckBox
        label={text('wizard.ccmail-options.mailboxes')}
        isSelected={answers.infoMailboxes}
        onChange={(infoMailboxes) => send({ type: 'set', answers: { infoMailboxes } })}
      />
      <p className="hint indent">{text('wizard.ccmail-options.mailboxes-hint')}</p>
      <CheckBox
        label={text('wizard.ccmail-options.mail')}
        isSelected={answers.infoMail}
        onChange={(infoMail) => send({ type: 'set', answers: { infoMail } })}
      />
      <div className="indent field-stack">
        <RadioList
          label={text('wizard.ccmail-options.message-range')}
          hideLabel
          choices={[
            { value: 'all', label: text('wizard.ccmail-options.all') },
            { value: 'range', label: text('wizard.ccmail-options.range') },
          ]}
          value={answers.dateRangeOn ? 'range' : 'all'}
          onChange={(chosen) => send({ type: 'set', answers: { dateRangeOn: chosen === 'range' } })}
          isDisabled={!answers.infoMail}
        />
        <DateRange isDisabled={!answers.infoMail || !answers.dateRangeOn} />
      </div>
      <CheckBox
        label={text('wizard.ccmail-options.bulletin-boards')}
        isSelected={answers.infoBulletinBoards}
        onChange={(infoBulletinBoards) => send({ type: 'set', answers: { infoBulletinBoards } })}
      />
      <IssueLines fields={['dateRangeOn', 'page']} />
    </Interior>
  );
}
