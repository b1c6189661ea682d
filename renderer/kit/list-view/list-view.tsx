// biome-ignore-all lint/a11y/useSemanticElements: a table would render every row; this grid renders the visible ones of 50,000
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and points at its active row
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { type Column, gridTemplate, leastWidth, type RowChecks } from './columns.ts';
import { moveBy, ROW_HEIGHT, scrollToShow, visibleRange } from './geometry.ts';
import { ListRow } from './list-row.tsx';
import { findTyped, NOTHING_TYPED, typeKey } from './type-ahead.ts';
import { useViewport } from './use-viewport.ts';
import './list-view.css';

interface ListViewProps<Row> {
  readonly label: string;
  readonly id?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey: string | null;
  readonly onSelect: (row: Row) => void;
  readonly checks?: RowChecks<Row>;
  /** Double click, or Alt+Enter. */
  readonly onOpen?: (row: Row) => void;
  /** What an empty list says. */
  readonly empty: string;
  readonly describedBy?: string;
}

const HEADER_HEIGHT = 18;

/**
 * The report view: columns, one tab stop, arrows, Home, End and paging, Space on check boxes, type-ahead on the first
 * column. Renders the visible rows only.
 */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { columns, rows, rowKey, selectedKey, onSelect, checks } = props;
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const { scrollTop, height } = useViewport(box);
  const selected = selectedKey === null ? -1 : rows.findIndex((row) => rowKey(row) === selectedKey);
  const bodyHeight = Math.max(0, height - HEADER_HEIGHT);
  const { first, end } = visibleRange(scrollTop, bodyHeight, rows.length);
  const template = gridTemplate(columns);
  const least = leastWidth(columns);

  useLayoutEffect(() => {
    box.current?.style.setProperty('--columns', template);
    box.current?.style.setProperty('--least-width', least);
  }, [template, least]);

  const select = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    const element = box.current;
    if (element !== null) {
      element.scrollTop = scrollToShow(index, element.scrollTop, element.clientHeight - HEADER_HEIGHT);
    }
    onSelect(row);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || rows.length === 0) return;
    const row = rows[selected];
    if (event.altKey) {
      if (event.key !== 'Enter' || row === undefined || props.onOpen === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      props.onOpen(row);
      return;
    }
    const moved = moveBy(
      event.key,
      selected,
      rows.length,
      Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1),
    );
    if (moved !== null) {
      event.preventDefault();
      select(moved);
    } else if (event.key === ' ' && checks !== undefined) {
      event.preventDefault();
      const toggled = row ?? rows[0];
      if (row === undefined) select(0);
      if (toggled !== undefined) checks.onToggle(toggled, !checks.isChecked(toggled));
    } else if (event.key.length === 1 && event.key !== ' ') {
      const next = typeKey(typed, event.key, event.timeStamp);
      setTyped(next);
      const found = findTyped(rows.length, (index) => textOf(columns, rows[index]), next.text, selected);
      if (found >= 0) select(found);
    }
  };

  return (
    <div
      ref={box}
      id={props.id}
      className="list-view"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={selected >= first && selected < end ? `${base}-${selected}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // By mouse the row under it is chosen; choosing another first would scroll it away.
        if (selected < 0 && event.currentTarget.matches(':focus-visible')) select(0);
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
        {rows.length === 0 ? (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell" className="list-view-empty">
                {props.empty}
              </div>
            </div>
          </div>
        ) : (
          <div role="rowgroup" style={{ paddingTop: first * ROW_HEIGHT, height: rows.length * ROW_HEIGHT }}>
            {rows.slice(first, end).map((row, offset) => (
              <ListRow
                key={rowKey(row)}
                id={`${base}-${first + offset}`}
                index={first + offset}
                row={row}
                columns={columns}
                checks={checks}
                isSelected={first + offset === selected}
                onSelect={() => select(first + offset)}
                onOpen={props.onOpen}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function textOf<Row>(columns: readonly Column<Row>[], row: Row | undefined): string {
  const column = columns[0];
  return column === undefined || row === undefined ? '' : column.text(row);
}
