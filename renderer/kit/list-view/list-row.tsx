// biome-ignore-all lint/a11y/useSemanticElements: parts of a virtual grid, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and points at its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys for its rows
import { CheckMark } from '../check-box.tsx';
import type { Column, RowChecks } from './columns.ts';

interface ListRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly checks: RowChecks<Row> | undefined;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: ((row: Row) => void) | undefined;
}

export function ListRow<Row>(props: ListRowProps<Row>) {
  const { id, index, row, columns, checks, isSelected, onSelect, onOpen } = props;
  return (
    // The list owns the keyboard (aria-activedescendant); the row takes the mouse alone.
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="list-view-row"
      onClick={onSelect}
      onDoubleClick={onOpen === undefined ? undefined : () => onOpen(row)}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          className={column.align === 'right' ? 'list-view-cell right' : 'list-view-cell'}
          title={column.text(row)}
        >
          {at === 0 && checks !== undefined && <RowCheck row={row} checks={checks} name={column.text(row)} />}
          {column.icon !== undefined && (
            <span className="list-view-icon" aria-hidden="true">
              {column.icon(row)}
            </span>
          )}
          <span className="list-view-text">
            {column.render === undefined ? column.text(row) : column.render(row)}
          </span>
        </div>
      ))}
    </div>
  );
}

interface RowCheckProps<Row> {
  readonly row: Row;
  readonly checks: RowChecks<Row>;
  readonly name: string;
}

function RowCheck<Row>({ row, checks, name }: RowCheckProps<Row>) {
  const isChecked = checks.isChecked(row);
  return (
    <span
      role="checkbox"
      aria-checked={isChecked}
      aria-label={name}
      className="option-box list-view-check"
      onClick={() => checks.onToggle(row, !isChecked)}
    >
      {isChecked && <CheckMark />}
    </span>
  );
}
