import { useMemo, useRef } from 'react';
import { text } from '../../../shared/text/text.ts';
import type { CellAt } from '../../kit/cell-grid/cell-columns.ts';
import { CellGrid } from '../../kit/cell-grid/cell-grid.tsx';
import type { ComparedPair } from './compared-pair.ts';
import { Explanation } from './explanation.tsx';
import { fatesColumns, topicAt } from './fates-columns.ts';
import { FateExplanation } from './fate-explanation.tsx';

interface FatesTabProps extends ComparedPair {
  readonly cell: CellAt | null;
  readonly onCell: (cell: CellAt) => void;
}

/** What became of every mailbox in both labs; the cell at hand is explained below. */
export function FatesTab(props: FatesTabProps) {
  const { names, opened, reading, cell, onCell } = props;
  const columns = useMemo(() => fatesColumns(names), [names]);
  const pane = useRef<HTMLElement>(null);
  const row = cell === null ? undefined : reading.rowAt(cell.row);
  return (
    <div className="comparison-tab">
      <CellGrid
        label={text('comparison.table.fates')}
        columns={columns}
        count={reading.total}
        rowAt={reading.rowAt}
        waiting={(index) => opened.mailboxes[index]?.alias ?? ''}
        waitingCell={text('comparison.cell.not-read')}
        active={cell}
        onActive={onCell}
        onOpen={() => pane.current?.focus()}
        onView={reading.prefer}
        empty={text('console.fate.empty')}
      />
      <Explanation paneRef={pane}>
        {cell === null || row === undefined ? (
          <p>{text('comparison.explain.select')}</p>
        ) : (
          <FateExplanation {...props} row={row} about={topicAt(cell.column)} />
        )}
      </Explanation>
    </div>
  );
}
