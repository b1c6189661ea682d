import { useMemo, useState } from 'react';
import { formatCount } from '../../../shared/text/format.ts';
import { runInWords } from '../../../shared/outcome/comparison-words.ts';
import { text } from '../../../shared/text/text.ts';
import type { CellAt } from '../../kit/cell-grid/cell-columns.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import { useComparison } from '../../stores/comparison-store.ts';
import { type ComparedLabs, useReading } from '../../stores/comparison-rows.ts';
import { BytesTab } from './bytes-tab.tsx';
import { FatesTab } from './fates-tab.tsx';
import type { ComparedPair } from './compared-pair.ts';
import { type LabNames, labNames } from './lab-names.ts';
import { LossesTab } from './losses-tab.tsx';
import { TreesTab } from './trees-tab.tsx';

interface ComparisonViewsProps {
  readonly lab: string;
  readonly other: string;
  readonly revision: number;
  readonly opened: ComparedLabs;
  readonly nameA: string;
  readonly nameB: string;
  readonly linkKbit: number;
}

/** The four views of a comparison behind tabs. */
export function ComparisonViews(props: ComparisonViewsProps) {
  const { lab, other, revision, opened, nameA, nameB, linkKbit } = props;
  const reading = useReading(lab, other, opened, revision);
  const names = useMemo(() => labNames(opened, nameA, nameB), [opened, nameA, nameB]);
  const [cell, setCell] = useState<CellAt | null>(null);
  const first = opened.mailboxes[0];
  if (first === undefined) return <ViewState kind="empty" text={text('console.fate.empty')} />;
  const alias = opened.mailboxes[cell?.row ?? 0]?.alias ?? first.alias;
  const choose = (chosen: string): void =>
    setCell({ row: opened.mailboxes.findIndex((each) => each.alias === chosen), column: cell?.column ?? 0 });
  const pair: ComparedPair = { lab, other, revision, opened, names, reading, linkKbit };
  return (
    <>
      <AboutRuns {...pair} />
      <div className="comparison-tabs">
        <TabPages
          label={text('comparison.title')}
          tabs={[
            {
              id: 'fates',
              title: text('comparison.tab.fates'),
              content: <FatesTab {...pair} cell={cell} onCell={setCell} />,
            },
            {
              id: 'trees',
              title: text('comparison.tab.trees'),
              content: <TreesTab {...pair} alias={alias} onAlias={choose} />,
            },
            { id: 'bytes', title: text('comparison.tab.bytes'), content: <BytesTab {...pair} /> },
            { id: 'losses', title: text('comparison.tab.losses'), content: <LossesTab {...pair} /> },
          ]}
        />
      </div>
    </>
  );
}

/** Which runs are compared, and what was installed so that they could start. */
function AboutRuns({ lab, other, opened, names, reading }: ComparedPair) {
  const { done, total, failure } = reading;
  const fixes = (['a', 'b'] as const).flatMap((side) => {
    const { fixes: installed } = opened[side];
    if (installed.length === 0) return [];
    return [text('comparison.about-fixes', { lab: names[side], fixes: installed.join(', ') })];
  });
  const failed = useFailedClients(lab, other, names);
  const runs = (['a', 'b'] as const).map((side) => {
    const { run, mode, state } = opened[side];
    return text('comparison.about-run', { lab: names[side], run, what: runInWords({ mode, state }) });
  });
  const counts = { done: formatCount(done), total: formatCount(total) };
  return (
    <div className="comparison-about">
      <p>{[...[...runs, ...fixes].map((line) => `${line}.`), ...failed].join(' ')}</p>
      <p role="status">
        {failure !== null
          ? failure.message
          : text(done === total ? 'comparison.all-read' : 'comparison.reading', counts)}
      </p>
    </div>
  );
}

/** Whose Outlook could not be opened in the twin run that made these two labs. */
function useFailedClients(lab: string, other: string, names: LabNames): readonly string[] {
  const { a, b, report } = useComparison((state) => state);
  if (report === null || a !== lab || b !== other) return [];
  const sides = [
    { failed: report.default.failed, name: names.a },
    { failed: report.clone.failed, name: names.b },
  ];
  return sides.flatMap(({ failed, name }) => {
    const [first] = failed;
    if (first === undefined) return [];
    const { message } = first;
    return [text('comparison.twin.failed-clients', { count: failed.length, lab: name, message })];
  });
}
