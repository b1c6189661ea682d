import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import { ALL_SERVERS } from '../../../../shared/wizard/model.ts';
import { CheckBox } from '../../../kit/check-box.tsx';
import { Combo } from '../../../kit/combo.tsx';
import { CommandButton } from '../../../kit/command-button.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import type { OrgFact } from '../../../../shared/wizard/facts.ts';
import { BrowseDialog } from '../../parts/browse/browse-dialog.tsx';
import { serverId, serverNodes } from '../../parts/browse/browse-nodes.tsx';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

export function SourceServerPage() {
  return (
    <Interior page="source-server">
      <FactView name="lab">{(lab) => <Fields org={lab.source} />}</FactView>
    </Interior>
  );
}

function Fields({ org }: { readonly org: OrgFact }) {
  const { servers } = org;
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  // The password is checked by nobody and leaves this field for nowhere.
  const [password, setPassword] = useState('');
  const [browsing, setBrowsing] = useState(false);
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
        <div className="browse-row">
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
          <CommandButton label={text('wizard.browse')} onPress={() => setBrowsing(true)} />
        </div>
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
      {browsing && (
        <BrowseDialog
          caption={text('wizard.browse.server')}
          hint={text('wizard.browse.server-hint', { organization: org.name })}
          nodes={serverNodes(org, false)}
          initial={serverId(answers.sourceServer)}
          canChoose={(id) => servers.some(({ netbios }) => serverId(netbios) === id)}
          onChoose={(id) => {
            const server = servers.find(({ netbios }) => serverId(netbios) === id);
            if (server !== undefined) send({ type: 'set', answers: { sourceServer: server.netbios } });
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
      <IssueLines fields={['exchange55', 'page']} />
    </>
  );
}
