import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import type { OrgFact } from '../../../../shared/wizard/facts.ts';
import { Combo } from '../../../kit/combo.tsx';
import { CommandButton } from '../../../kit/command-button.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { BrowseDialog } from '../../parts/browse/browse-dialog.tsx';
import { serverId, serverNodes } from '../../parts/browse/browse-nodes.tsx';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

export function DestinationServerPage() {
  return (
    <Interior page="destination-server">
      <FactView name="lab">{(lab) => <Fields org={lab.target} />}</FactView>
      <IssueLines fields={['page']} />
    </Interior>
  );
}

function Fields({ org }: { readonly org: OrgFact }) {
  const { servers } = org;
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const [browsing, setBrowsing] = useState(false);
  const serverProblem = useProblem('targetServer');
  const storeProblem = useProblem('targetStore');
  const named = (typed: string) =>
    servers.find(({ netbios }) => netbios.toLowerCase() === typed.trim().toLowerCase());
  const stores = named(answers.targetServer)?.stores ?? [];
  return (
    <>
      <div className="field-stack">
        <div className="browse-row">
          <Edit
            label={text('wizard.destination-server.server')}
            value={answers.targetServer}
            onChange={(typed) =>
              send({ type: 'set', answers: { targetServer: named(typed)?.netbios ?? typed } })
            }
            problem={serverProblem}
          />
          <CommandButton label={text('wizard.browse')} onPress={() => setBrowsing(true)} />
        </div>
        <Combo
          label={text('wizard.destination-server.store')}
          value={answers.targetStore === '' ? null : answers.targetStore}
          choices={stores.map((store) => ({ value: store, label: store }))}
          onChange={(targetStore) => send({ type: 'set', answers: { targetStore } })}
          isDisabled={stores.length === 0}
          problem={storeProblem}
        />
        <p className="hint field-indent">
          {text('wizard.destination-server.unknown', {
            organization: org.name,
            servers: servers.map(({ netbios }) => netbios).join(', '),
          })}
        </p>
      </div>
      {browsing && (
        <BrowseDialog
          caption={text('wizard.browse.server')}
          hint={text('wizard.browse.server-hint', { organization: org.name })}
          nodes={serverNodes(org, false)}
          initial={serverId(answers.targetServer)}
          canChoose={(id) => servers.some(({ netbios }) => serverId(netbios) === id)}
          onChoose={(id) => {
            const server = servers.find(({ netbios }) => serverId(netbios) === id);
            if (server !== undefined) send({ type: 'set', answers: { targetServer: server.netbios } });
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
    </>
  );
}
