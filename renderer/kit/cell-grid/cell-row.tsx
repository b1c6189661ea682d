// biome-ignore-all lint/a11y/useSemanticElements: parts of a virtual grid, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and points at its active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys for its cells
import type { CellAt, CellColumn } from './cell-columns.ts';
import { CellMark } from './cell-mark.tsx';

interface CellRowProps<Row> {
  readonly index: number;
  /** Rows of headings above the first row. */
  readonly headers: number;
  readonly row: Row | undefined;
  readonly waiting: (index: number) => string;
  readonly waitingCell: string;
  readonly columns: readonly CellColumn<Row>[];
  readonly idOf: (cell: CellAt) => string;
  readonly activeColumn: number | null;
  readonly onActive: (cell: CellAt) => void;
  readonly onOpen: () => void;
}

const DEEPEST_STEP = 8;

export function CellRow<Row>(props: CellRowProps<Row>) {
  const { index, headers, row, columns, idOf, activeColumn, onActive, onOpen } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + headers + 1}
      className="cell-grid-row"
      data-active={activeColumn === null ? undefined : ''}
    >
      {columns.map((column, at) => {
        const words =
          row === undefined ? (at === 0 ? props.waiting(index) : props.waitingCell) : column.text(row);
        const tone = row === undefined ? 'quiet' : (column.tone?.(row) ?? 'plain');
        const depth = row === undefined ? 0 : (column.depth?.(row) ?? 0);
        return (
          // The grid owns the keyboard (aria-activedescendant); the cell takes the mouse alone.
          <div
            key={column.id}
            id={idOf({ row: index, column: at })}
            role="gridcell"
            aria-selected={activeColumn === at}
            className="cell-grid-cell"
            data-tone={tone}
            data-align={column.align}
            data-depth={depth === 0 ? undefined : Math.min(DEEPEST_STEP, depth)}
            title={words}
            onClick={() => onActive({ row: index, column: at })}
            onDoubleClick={onOpen}
          >
            {row !== undefined && column.icon !== undefined && (
              <span className="cell-grid-icon" aria-hidden="true">
                {column.icon(row)}
              </span>
            )}
            <CellMark tone={tone} />
            <span className="cell-grid-text">{words}</span>
          </div>
        );
      })}
    </div>
  );
}
