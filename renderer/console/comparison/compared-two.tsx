import { useState } from 'react';
import { readLinkKbit } from '../../../shared/outcome/comparison-transfer.ts';
import { text } from '../../../shared/text/text.ts';
import { ask } from '../../bridge.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { Edit } from '../../kit/edit.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { setLink, useComparison } from '../../stores/comparison-store.ts';
import { say, showFailure } from '../../stores/console-store.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { useRevision } from '../panes/use-lab.ts';
import { ComparisonViews } from './comparison-views.tsx';

interface ComparedTwoProps {
  readonly lab: string;
  readonly other: string;
  readonly nameA: string;
  readonly nameB: string;
}

/** Two different labs, the speed of the link between clients and server, and what can be taken along. */
export function ComparedTwo({ lab, other, nameA, nameB }: ComparedTwoProps) {
  const revision = useRevision(lab) + useRevision(other);
  const { asked, again } = useAsk('comparison:open', { lab, other }, revision);
  const typed = useComparison((state) => state.link);
  const [isExporting, setExporting] = useState(false);
  if (asked.status === 'loading') return <ViewState kind="loading" text={text('console.loading')} />;
  if (asked.status === 'failed') {
    const { code, message } = asked.failure;
    if (code === 'no-run') return <ViewState kind="empty" text={text('comparison.no-run', { message })} />;
    return (
      <ViewState kind="failed" text={message} action={{ label: text('console.again'), onPress: again }} />
    );
  }
  const opened = asked.value;
  const shown = typed ?? String(opened.a.linkKbit);
  const read = readLinkKbit(shown);
  const linkKbit = read ?? Math.max(1, opened.a.linkKbit);

  const exportAs = async (format: 'html' | 'csv'): Promise<void> => {
    const suggested = text('comparison.file-name', { a: nameA, b: nameB });
    const chosen = await ask('comparison:choose-file', { format, suggested });
    if (!chosen.ok) return showFailure(chosen.failure);
    if (chosen.value === null) return;
    setExporting(true);
    say(text('comparison.exporting'));
    const { token, name } = chosen.value;
    const done = await ask('comparison:export', { lab, other, format, linkKbit, token });
    setExporting(false);
    if (done.ok) say(text('comparison.exported', { name, mailboxes: done.value.mailboxes }));
    else showFailure(done.failure);
  };

  return (
    <>
      <div className="comparison-tools">
        <div className="comparison-link">
          <Edit
            label={text('comparison.link')}
            value={shown}
            onChange={setLink}
            problem={read === null ? text('comparison.link-problem') : null}
            maxLength={8}
          />
        </div>
        <CommandButton
          label={text('comparison.export-html')}
          onPress={() => void exportAs('html')}
          isDisabled={isExporting}
          wide
        />
        <CommandButton
          label={text('comparison.export-csv')}
          onPress={() => void exportAs('csv')}
          isDisabled={isExporting}
          wide
        />
      </div>
      <ComparisonViews {...{ lab, other, revision, opened, nameA, nameB, linkKbit }} />
    </>
  );
}
