import { useMemo, useState } from 'react';
import { type TextKey, text } from '../../../../shared/text/text.ts';
import type { WizardState } from '../../../../shared/wizard/model.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { ProgressBar } from '../../../kit/progress-bar.tsx';
import { ScrollText } from '../../../kit/scroll-text.tsx';
import { useRunWhy } from '../../../stores/use-run-why.ts';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { WhyLines } from '../../parts/why.tsx';
import { AccountRows } from './account-rows.tsx';
import { Elapsed } from './elapsed.tsx';
import { Happenings } from './happenings.tsx';
import { MailboxRows } from './mailbox-rows.tsx';
import { RunPace } from './run-pace.tsx';
import { rowsShown } from './rows-shown.ts';
import './page.css';

export function ProgressPage() {
  const send = useSend();
  const job = useWizard((state) => state.job);
  const isImport = useWizard((state) => state.answers.type !== 'EXCHANGE');
  const extracts = useWizard((state) => state.answers.type === 'CCMAIL');
  const imports = useWizard(({ answers }) => !extracts || answers.method === 'one-step');
  const [selected, setSelected] = useState<string | null>(null);
  const news = job.kind === 'running' ? job.news : null;
  const runWhy = useRunWhy(job.kind === 'ended' ? job.report : null);
  const ended = job.kind === 'ended' || job.kind === 'failed';
  const rows = useMemo(() => rowsShown(job), [job]);
  const chosen = rows.find((row) => row.alias === selected);
  // What ended the run is why an account was not reached, too.
  const why = chosen === undefined || chosen.why.length === 0 ? runWhy : chosen.why;
  const [done, total] = [news?.done ?? 0, news?.total ?? 0];
  return (
    <Interior page="progress" {...(isImport ? { subtitle: text(subtitleOf(extracts, imports)) } : {})}>
      <div className="page-row">
        <span className="progress-status" role="status">
          {statusOf(job, isImport)}
        </span>
        <span className="push" />
        <Elapsed />
      </div>
      <ProgressBar
        label={text('wizard.progress.title')}
        done={done}
        total={total}
        ended={job.kind === 'ended' && job.report.state === 'completed'}
      />
      {!ended && (
        <div className="page-row progress-counts">
          <span>{news === null ? '' : text('wizard.progress.bar', { done, total })}</span>
          <span className="push">
            {news?.current == null ? '' : text('wizard.progress.current', { alias: news.current })}
          </span>
        </div>
      )}
      {isImport ? (
        <AccountRows
          rows={rows}
          extracts={extracts}
          imports={imports}
          selected={selected}
          onSelect={setSelected}
        />
      ) : (
        <MailboxRows rows={rows} selected={selected} onSelect={setSelected} />
      )}
      {ended && (
        <ScrollText label={text('wizard.progress.column.why')} rows={4}>
          {why.length === 0 && chosen === undefined ? (
            text(isImport ? 'wizard.progress.select-account' : 'wizard.progress.select-ended')
          ) : (
            <WhyLines why={why} />
          )}
        </ScrollText>
      )}
      {job.kind === 'running' && (
        <div className="page-row">
          <CommandButton
            label={text(job.paused ? 'wizard.progress.resume' : 'wizard.progress.pause')}
            isDisabled={job.cancelling}
            onPress={() => send({ type: job.paused ? 'resume' : 'pause' })}
          />
          <CommandButton
            label={text('demo.step-short')}
            isDisabled={job.cancelling}
            onPress={() => send({ type: 'step' })}
          />
          <span className="push" />
          <RunPace />
        </div>
      )}
      {!ended && !isImport && (
        <div className="page-row">
          <Happenings alias={selected} />
        </div>
      )}
    </Interior>
  );
}

function statusOf(job: WizardState['job'], isImport: boolean): string {
  switch (job.kind) {
    case 'none':
    case 'starting':
      return text('wizard.progress.starting');
    case 'running':
      if (job.cancelling) return text('wizard.progress.cancelling');
      if (job.paused) return text('wizard.progress.paused');
      return stageOf(job.news?.stage ?? 0, isImport);
    case 'ended':
      return text('wizard.progress.ended');
    case 'failed':
      return text('wizard.progress.failed', { reason: job.failure.message });
  }
}

function subtitleOf(extracts: boolean, imports: boolean): TextKey {
  if (!extracts) return 'wizard.progress.files.subtitle';
  return imports ? 'wizard.progress.import.subtitle' : 'wizard.progress.extract.subtitle';
}

function stageOf(stage: 0 | 1 | 2, isImport: boolean): string {
  return stage === 0 || !isImport
    ? text(`wizard.progress.stage.${stage}`)
    : text(`wizard.progress.import.stage.${stage}`);
}
