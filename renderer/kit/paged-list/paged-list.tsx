// biome-ignore-all lint/a11y/useSemanticElements: a table would render every row; this grid renders the visible ones of a million
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and points at its active row
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { type Column, gridTemplate, leastWidth } from '../list-view/columns.ts';
import { moveBy, ROW_HEIGHT, scrollToShow, visibleRange } from '../list-view/geometry.ts';
import { ListRow } from '../list-view/list-row.tsx';
import { useScaledScroll } from './use-scaled-scroll.ts';
import '../list-view/list-view.css';
import './paged-list.css';

interface PagedListProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** How many rows there are, whether they are here or not. */
  readonly total: number;
  /** A row that is here; undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are looked at, so that they are fetched; `end` is exclusive. */
  readonly onLookAt: (first: number, end: number) => void;
  readonly selectedIndex: number | null;
  readonly onSelect: (index: number) => void;
  /** Double click, or Alt+Enter. */
  readonly onOpen?: (row: Row) => void;
  readonly empty: string;
  /** What stands in a row that is on its way. */
  readonly loading: string;
}

const HEADER_HEIGHT = 18;

/** A report view over rows that come in pages: any number of them, the last one always within reach of bar, wheel and keys. */
export function PagedList<Row>(props: PagedListProps<Row>) {
  const { columns, total, rowAt, onLookAt, selectedIndex, onSelect, onOpen } = props;
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const { top, bar, room, scale, scrollTo } = useScaledScroll(box, total * ROW_HEIGHT, HEADER_HEIGHT);
  const { first, end } = visibleRange(top, room, total);
  const template = gridTemplate(columns);
  const least = leastWidth(columns);

  useLayoutEffect(() => {
    box.current?.style.setProperty('--columns', template);
    box.current?.style.setProperty('--least-width', least);
  }, [template, least]);
  useEffect(() => onLookAt(first, end), [onLookAt, first, end]);

  const select = (index: number): void => {
    scrollTo(scrollToShow(index, top, room));
    onSelect(index);
  };
  const selectedRow = selectedIndex === null ? undefined : rowAt(selectedIndex);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || total === 0) return;
    if (event.altKey) {
      if (event.key !== 'Enter' || selectedRow === undefined || onOpen === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onOpen(selectedRow);
      return;
    }
    const page = Math.max(1, Math.floor(room / ROW_HEIGHT) - 1);
    const moved = moveBy(event.key, selectedIndex ?? -1, total, page);
    if (moved === null) return;
    event.preventDefault();
    select(moved);
  };
  const active = selectedIndex !== null && selectedIndex >= first && selectedIndex < end;
  return (
    <div
      ref={box}
      className="list-view"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active ? `${base}-${selectedIndex}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (selectedIndex === null && total > 0) select(first);
      }}
    >
      <div className="list-view-body">
        <div role="rowgroup" className="list-view-header">
          <div role="row" aria-rowindex={1} className="list-view-columns">
            {columns.map((column) => (
              <div key={column.id} role="columnheader" className="list-view-column" title={column.title}>
                {column.title}
              </div>
            ))}
          </div>
        </div>
        {total === 0 ? (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell" className="list-view-empty">
                {props.empty}
              </div>
            </div>
          </div>
        ) : (
          <div role="rowgroup" className="paged-list-spacer" style={{ height: scale.spacer }}>
            <div
              role="presentation"
              className="paged-list-rows"
              style={{ top: bar - top + first * ROW_HEIGHT }}
            >
              {indexes(first, end).map((index) => {
                const row = rowAt(index);
                const shared = { id: `${base}-${index}`, index, isSelected: index === selectedIndex };
                return row === undefined ? (
                  <div
                    key={index}
                    id={shared.id}
                    role="row"
                    aria-rowindex={index + 2}
                    aria-busy="true"
                    aria-selected={shared.isSelected}
                    className="list-view-row"
                  >
                    <div role="gridcell" className="list-view-cell paged-list-waiting">
                      {props.loading}
                    </div>
                  </div>
                ) : (
                  <ListRow
                    key={index}
                    {...shared}
                    row={row}
                    columns={columns}
                    checks={undefined}
                    onSelect={() => select(index)}
                    onOpen={onOpen}
                  />
                );
              })}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function indexes(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
}
