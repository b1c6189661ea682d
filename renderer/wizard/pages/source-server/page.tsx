import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import { ALL_SERVERS } from '../../../../shared/wizard/model.ts';
import { CheckBox } from '../../../kit/check-box.tsx';
import { Combo } from '../../../kit/combo.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

export function SourceServerPage() {
  return (
    <Interior page="source-server">
      <FactView name="lab">{(lab) => <Fields servers={lab.source.servers} />}</FactView>
    </Interior>
  );
}

function Fields({ servers }: { readonly servers: readonly { readonly netbios: string }[] }) {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  // The password is checked by nobody and leaves this field for nowhere.
  const [password, setPassword] = useState('');
  const serverProblem = useProblem('sourceServer');
  const passwordProblem = useProblem('sourcePasswordGiven');
  const choices = servers.map(({ netbios }) => ({ value: netbios, label: netbios }));
  return (
    <>
      <CheckBox
        label={text('wizard.source-server.exchange55')}
        isSelected={answers.exchange55}
        onChange={(exchange55) => send({ type: 'set', answers: { exchange55 } })}
      />
      <p className="hint indent">{text('wizard.source-server.exchange55-reason')}</p>
      <div className="field-stack">
        <Combo
          label={text('wizard.source-server.server')}
          value={answers.sourceServer === '' ? null : answers.sourceServer}
          choices={
            servers.length > 1
              ? [...choices, { value: ALL_SERVERS, label: text('wizard.source-server.all') }]
              : choices
          }
          onChange={(sourceServer) => send({ type: 'set', answers: { sourceServer } })}
          problem={serverProblem}
        />
        <Edit
          label={text('wizard.source-server.account')}
          value={answers.sourceAccount}
          onChange={(sourceAccount) => send({ type: 'set', answers: { sourceAccount } })}
        />
        <Edit
          label={text('wizard.source-server.password')}
          kind="password"
          value={password}
          onChange={(typed) => {
            setPassword(typed);
            send({ type: 'set', answers: { sourcePasswordGiven: typed !== '' } });
          }}
          problem={passwordProblem}
        />
        <p className="hint field-indent">{text('wizard.source-server.account-hint')}</p>
      </div>
      <IssueLines fields={['exchange55', 'page']} />
    </>
  );
}
