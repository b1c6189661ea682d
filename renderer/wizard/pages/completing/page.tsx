import { useState } from 'react';
import { PUBLIC_MESSAGES } from '../../../../shared/lab/run-plan.ts';
import { whyText } from '../../../../shared/text/evidence-text.ts';
import { formatElapsed } from '../../../../shared/text/format.ts';
import { text } from '../../../../shared/text/text.ts';
import type { OutcomeFact, ReportFact } from '../../../../shared/wizard/facts.ts';
import type { MigrationType } from '../../../../shared/wizard/model.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { ScrollText } from '../../../kit/scroll-text.tsx';
import { ExteriorPage } from '../../../kit/sheet/exterior-page.tsx';
import { useRunWhy } from '../../../stores/use-run-why.ts';
import { useWindow, useWizard } from '../../../stores/wizard-hooks.ts';
import { Watermark } from '../../art/watermark.tsx';
import { ReportDialog } from './report-dialog.tsx';
import './page.css';

export function CompletingPage() {
  const job = useWizard((state) => state.job);
  const started = useWindow((state) => state.startedAt);
  const ended = useWindow((state) => state.endedAt);
  const [showing, setShowing] = useState(false);
  const report = job.kind === 'ended' ? job.report : null;
  return (
    <ExteriorPage title={text('wizard.completing.title')} watermark={<Watermark />}>
      {job.kind === 'failed' && (
        <p>{text('wizard.completing.not-started', { reason: job.failure.message })}</p>
      )}
      {report !== null && <Summary report={report} />}
      <div className="page-row">
        {report !== null && (
          <CommandButton label={text('wizard.completing.report')} onPress={() => setShowing(true)} />
        )}
        {started !== null && ended !== null && (
          <span>{text('wizard.completing.elapsed', { time: formatElapsed(ended - started) })}</span>
        )}
      </div>
      <p className="exterior-foot">{text('wizard.completing.close')}</p>
      {showing && report !== null && <ReportDialog report={report} onClose={() => setShowing(false)} />}
    </ExteriorPage>
  );
}

function Summary({ report }: { readonly report: ReportFact }) {
  const { mailboxes } = report;
  const runWhy = useRunWhy(report);
  const type = useWizard((state) => state.answers.type);
  const extractsOnly = useWizard(({ answers }) => answers.method === 'extract');
  const fallen = mailboxes.filter(
    (row) => row.effectiveMode !== null && row.effectiveMode !== row.requestedMode,
  );
  const failed = mailboxes.filter((row) => row.state === 'failed' && row.why.length > 0);
  const halfCloned =
    report.mode === 'clone' &&
    report.state === 'failed' &&
    mailboxes.some((row) => row.state === 'completed' || row.copied > 0);
  return (
    <>
      <p>
        <strong>{headline(report, type)}</strong>
      </p>
      <p>{countsOf(type, extractsOnly, report)}</p>
      {failed.slice(0, 2).map((row) => (
        <p key={row.alias}>
          {text('wizard.completing.stopped-at', { alias: row.alias, why: whyText(row.why.slice(0, 1)) })}
        </p>
      ))}
      {failed.length === 0 && runWhy.length > 0 && <p>{whyText(runWhy.slice(0, 2))}</p>}
      {halfCloned && <p>{text('wizard.completing.merge-note')}</p>}
      {fallen.length > 0 && (
        <div className="completing-fallen">
          <p>{text('wizard.completing.fallback', { count: fallen.length })}</p>
          <ScrollText label={text('wizard.completing.fallback', { count: fallen.length })}>
            <ul>
              {fallen.map((row) => (
                <li key={row.alias}>
                  <strong>{row.alias}</strong>: {whyText(row.why.slice(0, 1))}
                </li>
              ))}
            </ul>
          </ScrollText>
        </div>
      )}
    </>
  );
}

function countsOf(type: MigrationType, extractsOnly: boolean, { mailboxes }: ReportFact): string {
  const sum = (pick: (row: OutcomeFact) => number): number =>
    mailboxes.reduce((total, row) => total + pick(row), 0);
  const copied = sum((row) => row.copied);
  const skipped = sum((row) => row.skipped);
  if (type === 'EXCHANGE') {
    const replaced = sum((row) => row.replaced);
    return text('wizard.completing.counts', { mailboxes: mailboxes.length, copied, skipped, replaced });
  }
  const accounts = mailboxes.filter(({ alias }) => alias !== PUBLIC_MESSAGES).length;
  return type === 'CCMAIL' && extractsOnly
    ? text('wizard.completing.extract-counts', { accounts })
    : text('wizard.completing.import-counts', { accounts, copied, skipped });
}

function headline({ state, exit }: ReportFact, type: MigrationType): string {
  switch (state) {
    case 'completed':
      if (exit === 2 && type !== 'EXCHANGE') return text('wizard.completing.errors');
      return text(exit === 0 ? 'wizard.completing.completed' : 'wizard.completing.warnings');
    case 'running':
      return text('wizard.completing.interrupted');
    default:
      return text(`wizard.completing.${state}`);
  }
}
