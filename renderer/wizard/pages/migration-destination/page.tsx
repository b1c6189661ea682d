import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import { Combo } from '../../../kit/combo.tsx';
import { CommandButton } from '../../../kit/command-button.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import type { OrgFact } from '../../../../shared/wizard/facts.ts';
import { BrowseDialog } from '../../parts/browse/browse-dialog.tsx';
import { serverNodes, storeId } from '../../parts/browse/browse-nodes.tsx';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';
import { ImportDestinationPage } from './import-destination.tsx';

export function MigrationDestinationPage() {
  const isExchange = useWizard((state) => state.answers.type === 'EXCHANGE');
  // A foreign source asks for the server on a page of its own.
  if (!isExchange) return <ImportDestinationPage />;
  return (
    <Interior page="migration-destination">
      <FactView name="lab">{(lab) => <Fields org={lab.target} />}</FactView>
    </Interior>
  );
}

function Fields({ org }: { readonly org: OrgFact }) {
  const { servers } = org;
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const toServer = answers.destination === 'server';
  const stores = servers.find((server) => server.netbios === answers.targetServer)?.stores ?? [];
  const [browsing, setBrowsing] = useState(false);
  const serverProblem = useProblem('targetServer');
  const storeProblem = useProblem('targetStore');
  const domainProblem = useProblem('targetAddressDomain');
  return (
    <>
      <RadioList
        label={text('wizard.migration-destination.title')}
        hideLabel
        value={answers.destination}
        onChange={(destination) => send({ type: 'set', answers: { destination } })}
        choices={[
          { value: 'server', label: text('wizard.migration-destination.server-choice') },
          { value: 'pst', label: text('wizard.migration-destination.pst-choice') },
        ]}
      />
      <div className="indent field-stack">
        <div className="browse-row">
          <Combo
            label={text('wizard.migration-destination.server')}
            value={answers.targetServer === '' ? null : answers.targetServer}
            choices={servers.map(({ netbios }) => ({ value: netbios, label: netbios }))}
            onChange={(targetServer) => send({ type: 'set', answers: { targetServer } })}
            isDisabled={!toServer}
            problem={serverProblem}
          />
          <CommandButton
            label={text('wizard.browse')}
            isDisabled={!toServer}
            onPress={() => setBrowsing(true)}
          />
        </div>
        <Combo
          label={text('wizard.migration-destination.store')}
          value={answers.targetStore === '' ? null : answers.targetStore}
          choices={stores.map((store) => ({ value: store, label: store }))}
          onChange={(targetStore) => send({ type: 'set', answers: { targetStore } })}
          isDisabled={!toServer}
          problem={storeProblem}
        />
        <Edit
          label={text('wizard.migration-destination.domain')}
          value={answers.targetAddressDomain ?? ''}
          onChange={(domain) =>
            send({ type: 'set', answers: { targetAddressDomain: domain === '' ? null : domain } })
          }
          isDisabled={!toServer}
          problem={domainProblem}
        />
        <p className="hint field-indent">{text('wizard.migration-destination.domain-hint')}</p>
      </div>
      {browsing && (
        <BrowseDialog
          caption={text('wizard.browse.store')}
          hint={text('wizard.browse.store-hint', { organization: org.name })}
          nodes={serverNodes(org, true)}
          initial={storeId(answers.targetServer, answers.targetStore)}
          canChoose={(id) => storeOf(org, id) !== undefined}
          onChoose={(id) => {
            const found = storeOf(org, id);
            if (found !== undefined) send({ type: 'set', answers: found });
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
      <IssueLines fields={['destination', 'page']} />
    </>
  );
}

function storeOf(org: OrgFact, id: string): { targetServer: string; targetStore: string } | undefined {
  return org.servers
    .flatMap(({ netbios, stores }) => stores.map((store) => ({ targetServer: netbios, targetStore: store })))
    .find(({ targetServer, targetStore }) => storeId(targetServer, targetStore) === id);
}
