/** A folder's or message's id as a lab row holds it: the interned key of its REPLGUID and its 48-bit global counter. */
export interface RowId {
  readonly repl: number;
  readonly gc: number;
}

export function sameRow(a: RowId, b: RowId): boolean {
  return a.repl === b.repl && a.gc === b.gc;
}

/** A text form for use as a Map key. */
export function rowKey(row: RowId): string {
  return `${row.repl}:${row.gc}`;
}
