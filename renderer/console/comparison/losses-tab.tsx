import { useMemo, useRef, useState } from 'react';
import type { Loss } from '../../../shared/outcome/comparison-row.ts';
import { lossInWords } from '../../../shared/outcome/comparison-words.ts';
import { ruleText } from '../../../shared/text/evidence-text.ts';
import { text } from '../../../shared/text/text.ts';
import type { CellAt, CellColumn } from '../../kit/cell-grid/cell-columns.ts';
import { CellGrid } from '../../kit/cell-grid/cell-grid.tsx';
import { ClaimLine } from './claim-line.tsx';
import type { ComparedPair } from './compared-pair.ts';
import { Explanation } from './explanation.tsx';
import type { LabNames } from './lab-names.ts';

function columnsOf(names: LabNames): readonly CellColumn<Loss>[] {
  return [
    { id: 'mailbox', title: text('comparison.column.mailbox'), width: 104, text: (loss) => loss.alias },
    {
      id: 'lab',
      title: text('comparison.losses.column.lab'),
      width: 66,
      text: (loss) => (loss.side === 'a' ? names.shortA : names.shortB),
    },
    {
      id: 'kind',
      title: text('comparison.losses.column.kind'),
      width: 76,
      text: (loss) => text(`comparison.losses.kind.${loss.kind}`),
    },
    { id: 'name', title: text('comparison.losses.column.name'), width: 220, text: (loss) => loss.name },
    {
      id: 'fate',
      title: text('comparison.losses.column.fate'),
      width: 118,
      text: lossInWords,
      tone: () => 'bad',
    },
    {
      id: 'rescue',
      title: text('comparison.losses.column.rescue'),
      width: 260,
      text: (loss) => loss.rescue ?? text('comparison.losses.no-rescue'),
    },
  ];
}

/** Everything that was lost in either lab, by its name. */
export function LossesTab({ names, reading }: ComparedPair) {
  const [cell, setCell] = useState<CellAt | null>(null);
  const columns = useMemo(() => columnsOf(names), [names]);
  const pane = useRef<HTMLElement>(null);
  const { losses, done, total } = reading;
  const loss = cell === null ? undefined : losses.at(cell.row);
  const isOver = done === total;
  return (
    <div className="comparison-tab">
      <CellGrid
        label={text('comparison.losses.table')}
        columns={columns}
        count={losses.total}
        rowAt={losses.at}
        waiting={() => ''}
        waitingCell={text('comparison.cell.not-read')}
        active={cell}
        onActive={setCell}
        onOpen={() => pane.current?.focus()}
        onView={losses.lookAt}
        empty={text(isOver ? 'comparison.losses.empty' : 'comparison.losses.reading')}
      />
      <Explanation paneRef={pane}>
        {loss === undefined ? (
          <p>{text('comparison.explain.select')}</p>
        ) : (
          <LossExplanation loss={loss} lab={names[loss.side]} />
        )}
      </Explanation>
    </div>
  );
}

function LossExplanation({ loss, lab }: { readonly loss: Loss; readonly lab: string }) {
  return (
    <>
      <h2>{text('comparison.explain.heading', { alias: loss.alias, lab, what: loss.name })}</h2>
      <ul className="plain-list">
        <ClaimLine claim={`${lossInWords(loss)}. ${ruleText(loss.rule)}.`} evidence={loss} />
        {loss.rescue !== null && <li>{loss.rescue}</li>}
      </ul>
    </>
  );
}
