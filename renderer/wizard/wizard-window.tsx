import { useCallback, useEffect, useState } from 'react';
import { text } from '../../shared/text/text.ts';
import { canGoBack, canPressNext } from '../../shared/wizard/machine.ts';
import { issuesOn, needsOn } from '../../shared/wizard/pages.ts';
import { useAccessKeys } from '../kit/access-key/access-keys.ts';
import { WizardSheet } from '../kit/sheet/wizard-sheet.tsx';
import { useSend, useWizard } from '../stores/wizard-hooks.ts';
import { pageEvidence } from './page-evidence.ts';
import { PAGE_TABLE } from './page-table.ts';
import { ErrorBox } from './parts/error-box/error-box.tsx';
import { EvidenceBadge } from './parts/evidence-badge.tsx';
import { GateDialog } from './parts/gate-dialog.tsx';
import { CancelQuestion, HelpBox } from './parts/message-boxes.tsx';
import { useCloseBox } from './parts/use-close-box.ts';
import './parts/parts.css';

/** The sheet with the page at hand, and the dialogs over it. */
export function WizardWindow() {
  useAccessKeys();
  const send = useSend();
  const wizard = useWizard((state) => state);
  const { page } = wizard;
  const [gateOpen, setGateOpen] = useState(false);
  const showGate = useCallback(() => setGateOpen(true), []);
  const hideGate = useCallback(() => setGateOpen(false), []);

  const caption = text(`wizard.caption.${wizard.answers.mode}`);
  useEffect(() => {
    document.title = caption;
  }, [caption]);

  // A refusal explains itself when the wizard opens and when one tries to go on.
  const refused = issuesOn(page, wizard).some((issue) => issue.field === 'gate');
  const { showIssues } = wizard;
  useEffect(() => {
    if (refused && (showIssues || page === 'welcome')) setGateOpen(true);
  }, [refused, showIssues, page]);

  useCloseBox();
  const evidence = pageEvidence(page);
  const last = page === 'completing';
  const Page = PAGE_TABLE[page];
  return (
    <>
      <WizardSheet
        pageKey={page}
        isReady={needsOn(page, wizard.answers).every((name) => wizard.facts[name].status === 'loaded')}
        back={{
          label: text('wizard.button.back'),
          onPress: () => send({ type: 'back' }),
          isDisabled: !canGoBack(wizard),
        }}
        forward={
          last
            ? { label: text('wizard.button.finish'), onPress: () => send({ type: 'finish' }) }
            : {
                label: text('wizard.button.next'),
                onPress: () => send({ type: 'next' }),
                isDisabled: !canPressNext(wizard),
              }
        }
        cancel={{
          label: text('wizard.button.cancel'),
          onPress: () => send({ type: 'cancel' }),
          isDisabled: last,
        }}
        help={{ label: text('wizard.button.help'), onPress: () => send({ type: 'help' }) }}
      >
        <Page onShowGate={showGate} />
      </WizardSheet>
      <div className="page-evidence">
        <EvidenceBadge
          evidence={evidence}
          name={text('evidence.wording-of-page', { kind: text(`evidence.${evidence.evidence}`) })}
        />
      </div>
      {gateOpen && refused && <GateDialog onClose={hideGate} />}
      <ErrorBox />
      <CancelQuestion />
      <HelpBox />
    </>
  );
}
