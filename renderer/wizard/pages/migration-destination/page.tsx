import { text } from '../../../../shared/text/text.ts';
import { Combo } from '../../../kit/combo.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { RadioList } from '../../../kit/radio-list.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

export function MigrationDestinationPage() {
  return (
    <Interior page="migration-destination">
      <FactView name="lab">{(lab) => <Fields servers={lab.target.servers} />}</FactView>
    </Interior>
  );
}

interface FieldsProps {
  readonly servers: readonly { readonly netbios: string; readonly stores: readonly string[] }[];
}

function Fields({ servers }: FieldsProps) {
  const send = useSend();
  const answers = useWizard((state) => state.answers);
  const toServer = answers.destination === 'server';
  const stores = servers.find((server) => server.netbios === answers.targetServer)?.stores ?? [];
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
        <Combo
          label={text('wizard.migration-destination.server')}
          value={answers.targetServer === '' ? null : answers.targetServer}
          choices={servers.map(({ netbios }) => ({ value: netbios, label: netbios }))}
          onChange={(targetServer) => send({ type: 'set', answers: { targetServer } })}
          isDisabled={!toServer}
          problem={serverProblem}
        />
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
      <IssueLines fields={['destination', 'page']} />
    </>
  );
}
