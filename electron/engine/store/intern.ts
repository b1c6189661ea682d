import type { Guid } from '../../../shared/identity/guid.ts';
import type { Lab } from './lab.ts';

/** The key of a REPLGUID in table `repl`; adds it when it is new. Guid: 16 bytes in wire order. */
export function internRepl(lab: Lab, guid: Guid): number {
  const known = lab.get<{ id: number }>('SELECT id FROM repl WHERE guid = ?', guid);
  if (known !== undefined) return known.id;
  return lab.run('INSERT INTO repl(guid) VALUES(?)', guid).lastInsertRowid;
}

/** The REPLGUID behind a key; a key without a row is a bug. */
export function replGuid(lab: Lab, repl: number): Guid {
  const row = lab.get<{ guid: Uint8Array }>('SELECT guid FROM repl WHERE id = ?', repl);
  if (row === undefined) throw new Error(`no REPLGUID with key ${repl}`);
  return row.guid;
}

/** Takes `count` consecutive ids (MIDs, FIDs or change numbers: they share one counter) from a database; returns the first. */
export function takeIds(lab: Lab, mdbId: number, count: number): number {
  const row = lab.get<{ first: number }>(
    'UPDATE mdb SET next_gc = next_gc + ? WHERE id = ? RETURNING next_gc - ? AS first',
    count,
    mdbId,
    count,
  );
  if (row === undefined) throw new Error(`no mailbox store with key ${mdbId}`);
  return row.first;
}
