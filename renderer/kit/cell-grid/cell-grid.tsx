// biome-ignore-all lint/a11y/useSemanticElements: a table would render every row; this grid renders the visible ones
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and points at its active cell
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { ROW_HEIGHT, scrollToShow, visibleRange } from '../list-view/geometry.ts';
import { useScaledScroll } from '../paged-list/use-scaled-scroll.ts';
import { type CellAt, type CellColumn, groupsOf, moveCell } from './cell-columns.ts';
import { CellRow } from './cell-row.tsx';
import './cell-grid.css';

interface CellGridProps<Row> {
  readonly label: string;
  readonly columns: readonly CellColumn<Row>[];
  readonly count: number;
  /** A row by its index; undefined while it is not known yet. */
  readonly rowAt: (index: number) => Row | undefined;
  /** What the first column says of a row that is not known yet, and the other columns. */
  readonly waiting: (index: number) => string;
  readonly waitingCell: string;
  readonly active: CellAt | null;
  readonly onActive: (cell: CellAt) => void;
  /** Enter, or a double click. */
  readonly onOpen: () => void;
  /** The rows on view, from `first` up to but not including `end`. */
  readonly onView?: (first: number, end: number) => void;
  readonly empty: string;
}

const HEADER_HEIGHT = 18;
/** Above a column without a group. */
const NO_HEADING = { role: 'gridcell' } as const;

/**
 * A table in which one cell is active: arrows, Home, End and paging lead from cell to cell, Enter opens what is behind
 * it. Renders the visible rows only; the first column stays in view.
 */
export function CellGrid<Row>(props: CellGridProps<Row>) {
  const { columns, count, active, onActive, onOpen, onView } = props;
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const groups = groupsOf(columns);
  const header = groups.length === 0 ? HEADER_HEIGHT : 2 * HEADER_HEIGHT;
  const { top, bar, room, scale, scrollTo } = useScaledScroll(box, count * ROW_HEIGHT, header);
  const { first, end } = visibleRange(top, room, count);
  const template = columns
    .map(({ width }, at) => (at === 0 ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
  const least = `${columns.reduce((sum, { width }) => sum + width, 0)}px`;

  useLayoutEffect(() => {
    box.current?.style.setProperty('--columns', template);
    box.current?.style.setProperty('--least-width', least);
  }, [template, least]);
  useEffect(() => onView?.(first, end), [onView, first, end]);

  const idOf = ({ row, column }: CellAt): string => `${base}-${row}-${column}`;
  const isRendered = active !== null && active.row >= first && active.row < end;
  const activeId = isRendered ? idOf(active) : undefined;
  useLayoutEffect(() => {
    const element = box.current;
    const cell = activeId === undefined ? null : document.getElementById(activeId);
    if (element !== null && cell !== null) showSideways(element, cell);
  }, [activeId]);

  const go = (cell: CellAt): void => {
    scrollTo(scrollToShow(cell.row, top, room));
    onActive(cell);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || count === 0) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      if (active !== null) onOpen();
      return;
    }
    const pageRows = Math.max(1, Math.floor(room / ROW_HEIGHT) - 1);
    const moved = moveCell(event.key, active, count, columns.length, pageRows, event.ctrlKey);
    if (moved === null) return;
    event.preventDefault();
    go(moved);
  };

  return (
    <div
      ref={box}
      className="cell-grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={count + (groups.length === 0 ? 1 : 2)}
      aria-colcount={columns.length}
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active === null && count > 0) go({ row: 0, column: 0 });
      }}
    >
      <div className="cell-grid-body">
        <div role="rowgroup" className="cell-grid-header">
          {groups.length > 0 && (
            <div role="row" aria-rowindex={1} className="cell-grid-columns">
              {groups.map(({ title, span }, at) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: the headings of one set of columns never change places
                  key={at}
                  {...(title === '' ? NO_HEADING : { role: 'columnheader', 'aria-colspan': span })}
                  className="cell-grid-column group"
                  data-span={span}
                  title={title}
                >
                  {title}
                </div>
              ))}
            </div>
          )}
          <div role="row" aria-rowindex={groups.length === 0 ? 1 : 2} className="cell-grid-columns">
            {columns.map((column) => (
              <div key={column.id} role="columnheader" className="cell-grid-column" title={column.title}>
                {column.title}
              </div>
            ))}
          </div>
        </div>
        {count === 0 ? (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell" className="cell-grid-empty">
                {props.empty}
              </div>
            </div>
          </div>
        ) : (
          <div role="rowgroup" className="cell-grid-spacer" style={{ height: scale.spacer }}>
            <div
              role="presentation"
              className="cell-grid-rows"
              style={{ top: bar - top + first * ROW_HEIGHT }}
            >
              {Array.from({ length: end - first }, (_, offset) => first + offset).map((index) => (
                <CellRow
                  key={index}
                  index={index}
                  headers={groups.length === 0 ? 1 : 2}
                  row={props.rowAt(index)}
                  waiting={props.waiting}
                  waitingCell={props.waitingCell}
                  columns={columns}
                  idOf={idOf}
                  activeColumn={active?.row === index ? active.column : null}
                  onActive={go}
                  onOpen={onOpen}
                />
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** Scrolls sideways until a cell is wholly in view, beside the first column, which stays. */
function showSideways(box: HTMLElement, cell: HTMLElement): void {
  const fixed = (cell.parentElement?.firstElementChild as HTMLElement | null)?.offsetWidth ?? 0;
  const left = cell.offsetLeft;
  if (left <= 0) return;
  if (left < box.scrollLeft + fixed) box.scrollLeft = left - fixed;
  const right = left + cell.offsetWidth;
  if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
