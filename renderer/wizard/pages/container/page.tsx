import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import type { LabFact } from '../../../../shared/wizard/facts.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { BrowseDialog } from '../../parts/browse/browse-dialog.tsx';
import { containerId, containerNodes } from '../../parts/browse/browse-nodes.tsx';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';

export function ContainerPage() {
  const isImport = useWizard((state) => state.answers.type !== 'EXCHANGE');
  return (
    <Interior page="container" {...(isImport ? { subtitle: text('wizard.container.import-subtitle') } : {})}>
      <FactView name="lab">{(lab) => <Container lab={lab} />}</FactView>
      <IssueLines fields={['page']} />
    </Interior>
  );
}

const PREFIX = containerId('');

function Container({ lab: { target } }: { readonly lab: LabFact }) {
  const send = useSend();
  const container = useWizard((state) => state.answers.container);
  const isImport = useWizard((state) => state.answers.type !== 'EXCHANGE');
  const [browsing, setBrowsing] = useState(false);
  const problem = useProblem('container');
  return (
    <>
      <p>{text(isImport ? 'wizard.container.import-about' : 'wizard.container.about')}</p>
      <Edit
        stacked
        label={text('wizard.container.field', { domain: target.domain })}
        value={container}
        onChange={() => undefined}
        isReadOnly
        problem={target.containers.length === 0 ? text('wizard.container.empty') : problem}
      />
      <div className="page-row">
        <CommandButton label={text('wizard.browse')} onPress={() => setBrowsing(true)} />
      </div>
      {!isImport && <p className="hint">{text('wizard.container.disabled')}</p>}
      {browsing && (
        <BrowseDialog
          caption={text('wizard.container.browse')}
          hint={text('wizard.container.browse-hint', { domain: target.domain })}
          nodes={containerNodes(target)}
          initial={containerId(container)}
          canChoose={(id) => id.startsWith(PREFIX) && target.containers.includes(id.slice(PREFIX.length))}
          onChoose={(id) => send({ type: 'set', answers: { container: id.slice(PREFIX.length) } })}
          onClose={() => setBrowsing(false)}
        />
      )}
    </>
  );
}
