import { useState } from 'react';
import { sourceLabel } from '../../../../shared/text/source-label.ts';
import { text } from '../../../../shared/text/text.ts';
import { MessageBox } from '../../../kit/dialog/message-box.tsx';
import { useRunWhy } from '../../../stores/use-run-why.ts';
import { useWizard } from '../../../stores/wizard-hooks.ts';
import { documentedBox } from './documented-box.ts';

/** The message box with which the original would have ended, once its run has failed. */
export function ErrorBox() {
  const job = useWizard((state) => state.job);
  const [closed, setClosed] = useState<number | null>(null);
  const report = job.kind === 'ended' ? job.report : null;
  const why = useRunWhy(report);
  const box = report === null ? null : documentedBox(report, why);
  if (report === null || box === null || closed === report.run) return null;
  const close = (): void => setClosed(report.run);
  return (
    <MessageBox
      caption={text(`error-box.${box}.caption`)}
      kind="error"
      text={[
        ...text(`error-box.${box}.text`).split('\n'),
        ...(box === 'Q197114' ? [text('error-box.crash')] : []),
        text('error-box.ground', { source: sourceLabel(box) }),
      ]}
      closeLabel={text('window.close')}
      onClose={close}
      buttons={[{ label: text('window.ok'), onPress: close }]}
    />
  );
}
