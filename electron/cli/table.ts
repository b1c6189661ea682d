export type Cell = string | number | null;

const isNumber = (cell: Cell): boolean => typeof cell === 'number';

function shown(cell: Cell): string {
  if (cell === null) return '-';
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell.replace(/\s+/g, ' ');
}

/** A table for people: columns two spaces apart, numbers on the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return 'none\n';
  // Worked out twice rather than held: a table may have 50,000 rows.
  const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : shown(cell));
  const widths = head.map((name, column) =>
    rows.reduce((widest, row) => Math.max(widest, textOf(row[column]).length), name.length),
  );
  const right = head.map((_, column) => rows.every((row) => isNumber(row[column] ?? null)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return right[column] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  let text = `${line(head)}\n${rule}\n`;
  for (const row of rows) text += `${line(row.map(shown))}\n`;
  return text;
}

/** Lines of `name: value`. */
export function facts(pairs: readonly (readonly [string, Cell])[]): string {
  return pairs.map(([name, value]) => `${name}: ${shown(value)}\n`).join('');
}

/** A time of the lab's clock, to the second, UTC. */
export function when(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}
