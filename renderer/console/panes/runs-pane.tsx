import { useMemo, useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { TabPages } from '../../kit/dialog/tab-pages.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { FateTable } from '../parts/fate-table.tsx';
import { OutcomeRows } from '../parts/outcome-rows.tsx';
import { Pane } from '../parts/pane.tsx';
import { useRevision } from './use-lab.ts';

type Run = CommandOutput<'lab:runs'>['runs'][number];

interface RunsPaneProps {
  readonly lab: string;
  /** The tab that is open at first. */
  readonly tab?: string | undefined;
}

export function RunsPane({ lab, tab }: RunsPaneProps) {
  const asking = useAsk('lab:runs', { lab }, useRevision(lab));
  return (
    <Pane title={text('console.runs.title')} subtitle={text('console.runs.subtitle')}>
      <AskedView asking={asking}>{({ runs }) => <Runs lab={lab} runs={runs} tab={tab} />}</AskedView>
    </Pane>
  );
}

function Runs({ lab, runs, tab }: RunsPaneProps & { readonly runs: readonly Run[] }) {
  const [number, setNumber] = useState<number | null>(null);
  const { asked } = useAsk('lab:places', { lab }, 0);
  const offset = asked.status === 'ready' ? asked.value.utcOffsetMinutes : 0;
  const columns = useMemo(() => columnsIn(offset), [offset]);
  const newest = runs.toSorted((a, b) => b.run - a.run);
  const chosen = newest.find((run) => run.run === number) ?? newest[0];
  return (
    <>
      <div className="runs-list">
        <ListView
          label={text('console.runs.list')}
          columns={columns}
          rows={newest}
          rowKey={(run) => String(run.run)}
          selectedKey={chosen === undefined ? null : String(chosen.run)}
          onSelect={(run) => setNumber(run.run)}
          empty={text('console.runs.empty')}
        />
      </div>
      {chosen !== undefined && (
        <TabPages
          key={chosen.run}
          label={text('console.runs.title')}
          initial={tab}
          tabs={[
            {
              id: 'mailboxes',
              title: text('console.runs.tab.mailboxes'),
              content: <OutcomeRows mailboxes={chosen.mailboxes} />,
            },
            {
              id: 'fates',
              title: text('console.runs.tab.fates'),
              content: <FateTable lab={lab} run={chosen.run} name={text('console.runs.list')} />,
            },
          ]}
        />
      )}
    </>
  );
}

const columnsIn = (offset: number): readonly Column<Run>[] => [
  { id: 'run', title: text('console.runs.column.run'), width: 46, text: (run) => String(run.run) },
  {
    id: 'mode',
    title: text('console.runs.column.mode'),
    width: 80,
    text: (run) => text(`wizard.mode-short.${run.mode}`),
  },
  {
    id: 'state',
    title: text('console.runs.column.state'),
    width: 90,
    text: (run) => text(`console.runs.cell.${run.state}`),
  },
  { id: 'exit', title: text('console.runs.column.exit'), width: 44, text: (run) => String(run.exit) },
  {
    id: 'started',
    title: text('console.runs.column.started'),
    width: 120,
    text: (run) => formatTime(run.started, offset),
  },
  {
    id: 'mailboxes',
    title: text('console.runs.column.mailboxes'),
    width: 'fill',
    text: (run) => String(run.mailboxes.length),
  },
];
