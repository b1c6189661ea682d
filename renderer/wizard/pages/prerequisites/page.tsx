import { text } from '../../../../shared/text/text.ts';
import { CheckBox } from '../../../kit/check-box.tsx';
import { CommandButton } from '../../../kit/command-button.tsx';
import { TabPages } from '../../../kit/dialog/tab-pages.tsx';
import { useSend, useWindow, useWizard, useWizardStore } from '../../../stores/wizard-hooks.ts';
import { FactView } from '../../parts/fact-view.tsx';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';
import type { PageProps } from '../page-props.ts';
import { Checks } from './checks.tsx';
import { PlanLines } from './plan-lines.tsx';
import { Predictions } from './predictions.tsx';
import './page.css';

export function PrerequisitesPage({ onShowGate }: PageProps) {
  // Post offices and migration files have no .ost and no rules that could be predicted.
  const predicts = useWizard((state) => state.answers.type === 'EXCHANGE');
  return (
    <Interior
      page="prerequisites"
      {...(predicts ? {} : { subtitle: text('wizard.prerequisites.import-subtitle') })}
    >
      <div className="prerequisite-tabs" data-initial-focus="">
        <TabPages
          label={text('wizard.prerequisites.title')}
          tabs={[
            {
              id: 'checks',
              title: text('wizard.prerequisites.tab.checks'),
              content: (
                <FactView name="prerequisites" retriedElsewhere>
                  {(gate) => <Checks gate={gate} />}
                </FactView>
              ),
            },
            ...(predicts
              ? [
                  {
                    id: 'expect',
                    title: text('wizard.prerequisites.tab.expect'),
                    content: (
                      <FactView name="predictions" retriedElsewhere>
                        {(found) => <Predictions predictions={found} />}
                      </FactView>
                    ),
                  },
                ]
              : []),
            { id: 'plan', title: text('wizard.prerequisites.tab.plan'), content: <PlanLines /> },
          ]}
        />
      </div>
      <Foot onShowGate={onShowGate} />
    </Interior>
  );
}

function Foot({ onShowGate }: PageProps) {
  const store = useWizardStore();
  const send = useSend();
  const refused = useWizard(
    ({ facts }) => facts.prerequisites.status === 'loaded' && !facts.prerequisites.value.ok,
  );
  const anyway = useWizard((state) => state.answers.startAnyway);
  const slow = useWindow((state) => state.pace === 'demo');
  const failed = useWizard(
    ({ facts }) => facts.prerequisites.status === 'failed' || facts.predictions.status === 'failed',
  );
  return (
    <>
      <div className="page-row">
        {refused ? (
          <strong className={anyway ? 'refusal-line' : 'refusal-line bad'}>
            {anyway ? text('wizard.gate.going-on-anyway') : `${text('wizard.opening.title')}.`}
          </strong>
        ) : (
          <span>{text('wizard.prerequisites.start-hint')}</span>
        )}
        <span className="push" />
        {refused && !anyway && (
          <CommandButton wide label={text('wizard.prerequisites.ways-out')} onPress={onShowGate} />
        )}
        {failed && (
          <CommandButton wide label={text('wizard.reload')} onPress={() => send({ type: 'reload' })} />
        )}
        <CheckBox
          label={text('wizard.prerequisites.slow')}
          isSelected={slow}
          onChange={(isOn) => store.setState({ pace: isOn ? 'demo' : 'full' })}
        />
      </div>
      <IssueLines fields={['page']} />
    </>
  );
}
