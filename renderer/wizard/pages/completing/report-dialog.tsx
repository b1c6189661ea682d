import { useState } from 'react';
import { whyText } from '../../../../shared/text/evidence-text.ts';
import { formatCount } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import type { OutcomeFact, ReportFact } from '../../../../shared/wizard/facts.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { DialogFrame } from '../../../kit/dialog/dialog-frame.tsx';
import type { Column } from '../../../kit/list-view/columns.ts';
import { ListView } from '../../../kit/list-view/list-view.tsx';
import { ScrollText } from '../../../kit/scroll-text.tsx';
import { WhyLines } from '../../parts/why.tsx';
import { mailboxState } from '../progress/mailbox-rows.tsx';

interface ReportDialogProps {
  readonly report: ReportFact;
  readonly onClose: () => void;
}

/** Every mailbox of the run, and the grounds of the one at hand. */
export function ReportDialog({ report, onClose }: ReportDialogProps) {
  const [alias, setAlias] = useState<string | null>(report.mailboxes[0]?.alias ?? null);
  const chosen = report.mailboxes.find((row) => row.alias === alias);
  const caption =
    report.run === null
      ? text('wizard.completing.report-caption-none')
      : text('wizard.completing.report-caption', { run: report.run });
  return (
    <DialogFrame
      caption={caption}
      size="wide"
      onClose={onClose}
      onEnter={onClose}
      closeLabel={text('window.close')}
    >
      <div className="dialog-body">
        <div className="report-rows">
          <ListView
            label={caption}
            columns={COLUMNS}
            rows={report.mailboxes}
            rowKey={(row) => row.alias}
            selectedKey={alias}
            onSelect={(row) => setAlias(row.alias)}
            empty={text('wizard.prerequisites.no-predictions')}
          />
        </div>
        <ScrollText label={text('wizard.prerequisites.details')} rows={4}>
          <WhyLines why={chosen?.why ?? []} />
        </ScrollText>
      </div>
      <div className="dialog-buttons">
        <CommandButton label={text('window.ok')} onPress={onClose} isDefault autoFocus />
      </div>
    </DialogFrame>
  );
}

const COLUMNS: readonly Column<OutcomeFact>[] = [
  { id: 'alias', title: text('wizard.progress.column.mailbox'), width: 76, text: (row) => row.alias },
  {
    id: 'state',
    title: text('wizard.progress.column.state'),
    width: 78,
    text: (row) => mailboxState(row.state),
  },
  {
    id: 'mode',
    title: text('wizard.progress.column.mode'),
    width: 54,
    text: (row) => (row.effectiveMode === null ? '' : text(`wizard.mode-short.${row.effectiveMode}`)),
  },
  {
    id: 'copied',
    title: text('wizard.progress.column.copied'),
    width: 46,
    align: 'right',
    text: (row) => formatCount(row.copied),
  },
  {
    id: 'skipped',
    title: text('wizard.progress.column.skipped'),
    width: 52,
    align: 'right',
    text: (row) => formatCount(row.skipped),
  },
  {
    id: 'replaced',
    title: text('wizard.progress.column.replaced'),
    width: 62,
    align: 'right',
    text: (row) => formatCount(row.replaced),
  },
  { id: 'why', title: text('wizard.progress.column.why'), width: 'fill', text: (row) => whyText(row.why) },
];
