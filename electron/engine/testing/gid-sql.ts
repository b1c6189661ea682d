/** SQL for REPLGUID and counter in hex, from an interned key and a counter column; NULL where the key is NULL. */
export function gidSql(repl: string, gc: string): string {
  return `(SELECT lower(hex(guid)) FROM repl WHERE id = ${repl}) || printf('%012x', ${gc})`;
}
