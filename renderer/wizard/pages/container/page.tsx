import { useId } from 'react';
import { text } from '../../../../shared/text/text.ts';
import type { LabFact } from '../../../../shared/wizard/facts.ts';
import { AccessLabel } from '../../../kit/access-key/access-label.tsx';
import { accessKeyOf, plainLabel } from '../../../kit/access-key/mnemonic.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';

export function ContainerPage() {
  return (
    <Interior page="container">
      <FactView name="lab">{(lab) => <Containers lab={lab} />}</FactView>
      <IssueLines fields={['container', 'page']} />
    </Interior>
  );
}

function Containers({ lab }: { readonly lab: LabFact }) {
  const send = useSend();
  const listId = useId();
  const container = useWizard((state) => state.answers.container);
  const label = text('wizard.container.list', { domain: lab.target.domain });
  return (
    <>
      <div className="list-label" data-access-key={accessKeyOf(label)} data-access-for={listId}>
        <AccessLabel label={label} />
      </div>
      <ListView
        id={listId}
        label={plainLabel(label)}
        columns={[
          {
            id: 'dn',
            title: text('wizard.container.column.name'),
            width: 'fill',
            text: (dn: string) => dn,
          },
        ]}
        rows={lab.target.containers}
        rowKey={(dn) => dn}
        selectedKey={container}
        onSelect={(dn) => send({ type: 'set', answers: { container: dn } })}
        empty={text('wizard.container.empty')}
      />
    </>
  );
}
