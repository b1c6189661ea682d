import { fromHex, toHex } from '../../../shared/identity/bytes.ts';
import type { SyncId } from '../../../shared/sync/contents-difference.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { internRepl, replGuid } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';

/** Interned REPLGUID keys of lab rows <-> the hex namespaces of synchronization, remembered for one command. */
export interface Namespaces {
  hex(repl: number): string;
  /** Interns a namespace that is new. */
  key(hex: string): number;
  syncId(row: RowId): SyncId;
  rowId(id: SyncId): RowId;
}

export function namespaces(lab: Lab): Namespaces {
  const toHexOf = new Map<number, string>();
  const toKeyOf = new Map<string, number>();
  const remember = (key: number, hex: string): void => {
    toHexOf.set(key, hex);
    toKeyOf.set(hex, key);
  };
  const hex = (repl: number): string => {
    const known = toHexOf.get(repl);
    if (known !== undefined) return known;
    const found = toHex(replGuid(lab, repl));
    remember(repl, found);
    return found;
  };
  const key = (text: string): number => {
    const known = toKeyOf.get(text);
    if (known !== undefined) return known;
    const guid = fromHex(text);
    if (!guid.ok) throw new Error(guid.failure.message);
    const found = internRepl(lab, guid.value);
    remember(found, text);
    return found;
  };
  return {
    hex,
    key,
    syncId: (row) => ({ ns: hex(row.repl), gc: row.gc }),
    rowId: (id) => ({ repl: key(id.ns), gc: id.gc }),
  };
}
