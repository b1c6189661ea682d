import { createReplidMap, REPLID_LIMIT, type ReplidMap } from '../../../shared/identity/replid-map.ts';
import { decodeShortId, encodeShortId } from '../../../shared/identity/short-id.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import type { RowId } from './row-id.ts';

/** The REPLID map of a database, as the protocol's functions want it. */
export function loadReplidMap(lab: Lab, mdbId: number): ReplidMap {
  return createReplidMap(
    lab.all<{ replid: number; guid: Uint8Array }>(
      'SELECT replid, repl.guid AS guid FROM replid JOIN repl ON repl.id = replid.repl WHERE mdb_id = ? ORDER BY replid',
      mdbId,
    ),
  );
}

export type ReplidReason = 'init' | 'foreign' | 'clone' | 'upload';

/**
 * The REPLID of a REPLGUID in a database; a new one is added, as RopIdFromLongTermId does for an unknown REPLGUID
 * (MS-OXCSTOR 3.2.5.9). Failure 'replid-map-full': the map holds 32,768 entries already (ecParameterOverflow 0x450).
 */
export function ensureReplid(lab: Lab, mdbId: number, repl: number, addedBy: ReplidReason): Result<number> {
  const known = lab.get<{ replid: number }>(
    'SELECT replid FROM replid WHERE mdb_id = ? AND repl = ?',
    mdbId,
    repl,
  );
  if (known !== undefined) return ok(known.replid);
  const highest =
    lab.get<{ replid: number | null }>('SELECT max(replid) AS replid FROM replid WHERE mdb_id = ?', mdbId)
      ?.replid ?? 0;
  if (highest >= REPLID_LIMIT) {
    return fail(
      'replid-map-full',
      `The REPLID map of the mailbox store is full (${REPLID_LIMIT} entries, error 0x450): use another mailbox store.`,
    );
  }
  lab.run(
    'INSERT INTO replid(mdb_id, replid, repl, added_by) VALUES(?, ?, ?, ?)',
    mdbId,
    highest + 1,
    repl,
    addedBy,
  );
  return ok(highest + 1);
}

/** What a stored short id (8 bytes) names in this database, or null: the REPLID is unknown here. */
export function resolveShortId(lab: Lab, mdbId: number, bytes: Uint8Array): RowId | null {
  const short = decodeShortId(bytes);
  if (!short.ok) return null;
  const known = lab.get<{ repl: number }>(
    'SELECT repl FROM replid WHERE mdb_id = ? AND replid = ?',
    mdbId,
    short.value.replid,
  );
  return known === undefined ? null : { repl: known.repl, gc: short.value.gc };
}

/** The short id (8 bytes) by which this database stores an id of its own or of a namespace it has met. */
export function shortIdBytes(lab: Lab, mdbId: number, row: RowId): Uint8Array {
  const known = lab.get<{ replid: number }>(
    'SELECT replid FROM replid WHERE mdb_id = ? AND repl = ?',
    mdbId,
    row.repl,
  );
  if (known === undefined) throw new Error(`mailbox store ${mdbId} has no REPLID for namespace ${row.repl}`);
  return encodeShortId({ replid: known.replid, gc: row.gc });
}
