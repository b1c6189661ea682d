import { fail, ok, type Result } from '../result.ts';
import { copyBytes, joinBytes, littleEndian, toHex } from './bytes.ts';
import type { Gid } from './gid.ts';
import { checkGuid, formatGuid, GUID_SIZE, type Guid, isZeroGuid } from './guid.ts';
import type { ShortId } from './short-id.ts';

/** At most this many REPLIDs in one map (MS-OXCSTOR 3.2.5.9); they run from 1. */
export const REPLID_LIMIT = 32768;

export interface ReplidEntry {
  readonly replid: number;
  readonly guid: Guid;
}

/** REPLID <-> REPLGUID of one database. Immutable: a new entry makes a new map. */
export interface ReplidMap {
  readonly entries: readonly ReplidEntry[];
  toGuid(replid: number): Guid | null;
  toReplid(guid: Guid): number | null;
}

/** A REPLID or REPLGUID that occurs twice, or a REPLID outside 1..32768, is a bug of the caller. */
export function createReplidMap(entries: readonly ReplidEntry[]): ReplidMap {
  const guids = new Map<number, Guid>();
  const replids = new Map<string, number>();
  for (const { replid, guid } of entries) {
    if (!isReplid(replid)) throw new RangeError(`${replid} is no REPLID`);
    guids.set(replid, checkGuid(guid));
    replids.set(toHex(guid), replid);
  }
  if (guids.size !== entries.length || replids.size !== entries.length) {
    throw new Error('a REPLID map names every REPLID and every REPLGUID once');
  }
  return {
    entries: [...entries],
    toGuid: (replid) => guids.get(replid) ?? null,
    toReplid: (guid) => replids.get(toHex(guid)) ?? null,
  };
}

/**
 * RopIdFromLongTermId (MS-OXCSTOR 3.2.5.9): an unknown REPLGUID is given a REPLID, returned as `added` for the caller
 * to store. Failures: 'invalid-parameter' (0x80070057) for a zero REPLGUID, 'replid-map-full' (0x450).
 */
export function idFromLongTermId(
  map: ReplidMap,
  gid: Gid,
): Result<{ id: ShortId; added: ReplidEntry | null }> {
  if (isZeroGuid(gid.replGuid)) {
    return fail(
      'invalid-parameter',
      'The long-term ID has a zero REPLGUID; give the ID of an existing object.',
      {
        error: 0x80070057,
      },
    );
  }
  const known = map.toReplid(gid.replGuid);
  if (known !== null) return ok({ id: { replid: known, gc: gid.gc }, added: null });
  const free = freeReplid(map);
  if (!free.ok) return free;
  return ok({ id: { replid: free.value, gc: gid.gc }, added: { replid: free.value, guid: gid.replGuid } });
}

/** RopLongTermIdFromId (MS-OXCSTOR 3.2.5.8). Failure: 'not-found' (0x8004010F) for an unknown REPLID. */
export function longTermIdFromId(map: ReplidMap, id: ShortId): Result<Gid> {
  const replGuid = map.toGuid(id.replid);
  if (replGuid === null) {
    return fail(
      'not-found',
      `REPLID ${id.replid} is not in this store's map; use an ID made by this store.`,
      {
        error: 0x8004010f,
      },
    );
  }
  return ok({ replGuid, gc: id.gc });
}

/** The REPLID a new REPLGUID gets: one above the highest, else the lowest gap. Failure: 'replid-map-full' (0x450). */
export function freeReplid(map: ReplidMap): Result<number> {
  if (map.entries.length >= REPLID_LIMIT) {
    return fail(
      'replid-map-full',
      'The REPLID map of this store is full (32,768 entries); use another store.',
      {
        error: 0x450,
      },
    );
  }
  const next = map.entries.reduce((highest, entry) => Math.max(highest, entry.replid), 0) + 1;
  if (next <= REPLID_LIMIT) return ok(next);
  let gap = 1;
  while (map.toGuid(gap) !== null) gap++;
  return ok(gap);
}

/** PidTagSerializedReplidGuidMap: 18 bytes per entry, REPLID (2) and REPLGUID (16) (MS-OXCSTOR 2.2.2.1.1). */
export function encodeReplidMap(map: ReplidMap): Uint8Array {
  return joinBytes(map.entries.flatMap((entry) => [littleEndian(entry.replid, 2), entry.guid]));
}

/** Failure: 'bad-replid-map' for odd sizes, REPLIDs outside 1..32768 and repeated entries. */
export function decodeReplidMap(bytes: Uint8Array): Result<ReplidMap> {
  const size = 2 + GUID_SIZE;
  const entries: ReplidEntry[] = [];
  const seen = new Set<number | string>();
  if (bytes.length % size !== 0 || bytes.length / size > REPLID_LIMIT) return badMap('its size is wrong');
  for (let offset = 0; offset < bytes.length; offset += size) {
    const replid = (bytes[offset] ?? 0) + 256 * (bytes[offset + 1] ?? 0);
    const guid = copyBytes(bytes, offset + 2, offset + size);
    if (!isReplid(replid)) return badMap(`REPLID ${replid} is out of range`);
    if (seen.has(replid) || seen.has(toHex(guid)))
      return badMap(`${formatGuid(guid)} or its REPLID occurs twice`);
    seen.add(replid).add(toHex(guid));
    entries.push({ replid, guid });
  }
  return ok(createReplidMap(entries));
}

function isReplid(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= REPLID_LIMIT;
}

function badMap(what: string): Result<never> {
  return fail('bad-replid-map', `The REPLID map is damaged: ${what}; read it from the store again.`);
}
