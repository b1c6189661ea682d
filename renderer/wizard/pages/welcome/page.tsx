import { text } from '../../../../shared/text/text.ts';
import type { LabFact } from '../../../../shared/wizard/facts.ts';
import { labOf } from '../../../../shared/wizard/view.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { ExteriorPage } from '../../../kit/sheet/exterior-page.tsx';
import { useSend, useWindow, useWizard } from '../../../stores/wizard-hooks.ts';
import { Watermark } from '../../art/watermark.tsx';
import { IssueLines } from '../../parts/issue-line.tsx';
import type { PageProps } from '../page-props.ts';
import { Opening } from './opening.tsx';

export function WelcomePage({ onShowGate }: PageProps) {
  const send = useSend();
  const mode = useWizard((state) => state.answers.mode);
  const interrupted = useWizard((state) => labOf(state.facts)?.interrupted ?? null);
  const lab = useWindow((state) => state.context.name);
  const imports = useWizard((state) => importsInto(labOf(state.facts)));
  return (
    <ExteriorPage title={text('wizard.welcome.title')} watermark={<Watermark />}>
      {imports === null ? (
        <>
          <p>{text('wizard.welcome.intro')}</p>
          <p>{text(mode === 'clone' ? 'wizard.welcome.clone' : 'wizard.welcome.default')}</p>
        </>
      ) : (
        <p>{text('wizard.welcome.import', { organization: imports })}</p>
      )}
      <p className="hint">{text('wizard.opening.lab', { name: lab })}</p>
      <Opening onShowGate={onShowGate} />
      {interrupted !== null && (
        <div className="welcome-interrupted">
          <p>{text('wizard.welcome.interrupted', { run: interrupted })}</p>
          <CommandButton
            wide
            label={text('wizard.welcome.continue-interrupted')}
            onPress={() => send({ type: 'continue-interrupted' })}
          />
        </div>
      )}
      <IssueLines fields={['page', 'gate']} />
      <p className="exterior-foot">{text('wizard.welcome.continue')}</p>
    </ExteriorPage>
  );
}

/** The organization that mail of a foreign system goes to; null where the source is an Exchange organization. */
function importsInto(lab: LabFact | null): string | null {
  return lab?.source.kind === 'post-offices' ? lab.target.name : null;
}
