import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import type { LabFact } from '../../../../shared/wizard/facts.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWindow, useWizard, useWizardStore } from '../../../stores/wizard-hooks.ts';
import { BrowseDialog } from '../../parts/browse/browse-dialog.tsx';
import { networkNodes, pathOf, placeId } from '../../parts/browse/network-nodes.tsx';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';
import { PostOfficeState } from './post-office-state.tsx';

export function CcmailPostOfficePage() {
  return (
    <Interior page="ccmail-post-office">
      <FactView name="lab">{(lab) => <Fields lab={lab} />}</FactView>
    </Interior>
  );
}

function Fields({ lab }: { readonly lab: LabFact }) {
  const send = useSend();
  const store = useWizardStore();
  const answers = useWizard((state) => state.answers);
  // The machine only knows that one was entered.
  const password = useWindow((state) => state.password);
  const [browsing, setBrowsing] = useState(false);
  const pathProblem = useProblem('postOfficePath');
  const nameProblem = useProblem('postOfficeName');
  const passwordProblem = useProblem('postOfficePasswordGiven');
  return (
    <>
      <div className="field-stack">
        <div className="browse-row">
          <Edit
            label={text('wizard.ccmail-post-office.path')}
            value={answers.postOfficePath}
            onChange={(postOfficePath) => send({ type: 'set', answers: { postOfficePath } })}
            problem={pathProblem}
            maxLength={259}
          />
          <CommandButton label={text('wizard.browse')} onPress={() => setBrowsing(true)} />
        </div>
        <Edit
          label={text('wizard.ccmail-post-office.name')}
          value={answers.postOfficeName}
          onChange={(postOfficeName) => send({ type: 'set', answers: { postOfficeName } })}
          problem={nameProblem}
          maxLength={256}
        />
        <Edit
          label={text('wizard.ccmail-post-office.password')}
          kind="password"
          value={password}
          onChange={(typed) => {
            store.setState({ password: typed });
            send({ type: 'set', answers: { postOfficePasswordGiven: typed !== '' } });
          }}
          problem={passwordProblem}
        />
        <p className="hint field-indent">{text('wizard.ccmail-post-office.hint')}</p>
      </div>
      <PostOfficeState />
      {browsing && (
        <BrowseDialog
          caption={text('wizard.browse.post-office')}
          hint={text('wizard.browse.post-office-hint')}
          nodes={networkNodes(lab)}
          initial={placeId(answers.postOfficePath)}
          canChoose={(id) => pathOf(id) !== null}
          onChoose={(id) => {
            const postOfficePath = pathOf(id);
            if (postOfficePath !== null) send({ type: 'set', answers: { postOfficePath } });
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
      <IssueLines fields={['page']} />
    </>
  );
}
