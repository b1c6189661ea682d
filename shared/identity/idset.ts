import { fail, ok, type Result } from '../result.ts';
import { fromHex, joinBytes, littleEndian, toHex } from './bytes.ts';
import { MAX_GC } from './gid.ts';
import { decodeGlobset, encodeGlobset } from './globset.ts';
import { checkGuid, GUID_SIZE, type Guid } from './guid.ts';
import {
  countInRanges,
  firstEndingFrom,
  insertRange,
  normaliseRanges,
  type Range,
  rangesEqual,
  rangesInclude,
  rangesIntersect,
  removeRange,
  subtractRanges,
  unionRanges,
} from './ranges.ts';
import { longTermIdFromId, type ReplidMap } from './replid-map.ts';

/** `pending` holds what came out of order, until something is read: a million scattered ids cost one sort. */
interface Counters {
  ranges: Range[];
  pending: Range[];
}

/**
 * A set of identifiers or change numbers: per REPLGUID (lower-case hex, wire order) ascending, disjoint, coalesced
 * ranges of counters (MS-OXCFXICS 2.2.2.4). Mutable; the operators return new sets. Appending is constant time.
 */
export class IdSet {
  readonly #counters = new Map<string, Counters>();

  add(guidHex: string, gc: number): void {
    this.addRange(guidHex, gc, gc);
  }

  /** Adds low..high, both included. Counters outside 0..2^48-1 are a bug. */
  addRange(guidHex: string, low: number, high: number): void {
    if (!(low >= 0 && low <= high && high <= MAX_GC))
      throw new RangeError(`${low}..${high} is no counter range`);
    let counters = this.#counters.get(guidHex);
    if (counters === undefined) {
      counters = { ranges: [], pending: [] };
      this.#counters.set(guidHex, counters);
    }
    const { ranges, pending } = counters;
    const last = ranges[ranges.length - 1];
    if (last === undefined || low > last[1] + 1) ranges.push([low, high]);
    else if (low >= last[0]) last[1] = Math.max(last[1], high);
    else {
      pending.push([low, high]);
      if (pending.length > Math.max(4096, ranges.length)) settle(counters);
    }
  }

  delete(guidHex: string, gc: number): void {
    this.deleteRange(guidHex, gc, gc);
  }

  deleteRange(guidHex: string, low: number, high: number): void {
    removeRange(this.#ranges(guidHex), low, high);
  }

  has(guidHex: string, gc: number): boolean {
    const ranges = this.#ranges(guidHex);
    const range = ranges[firstEndingFrom(ranges, gc)];
    return range !== undefined && range[0] <= gc;
  }

  count(): number {
    return this.guids().reduce((sum, guidHex) => sum + countInRanges(this.ranges(guidHex)), 0);
  }

  isEmpty(): boolean {
    return this.guids().length === 0;
  }

  /** The REPLGUIDs with at least one counter, ascending by their bytes. */
  guids(): string[] {
    return [...this.#counters.keys()].filter((guidHex) => this.#ranges(guidHex).length > 0).sort();
  }

  /** A view: take a copy of what must outlive the next change of the set. */
  ranges(guidHex: string): readonly Range[] {
    return this.#ranges(guidHex);
  }

  clone(): IdSet {
    return this.#map((ranges) => ranges.map(([low, high]): Range => [low, high]));
  }

  union(other: IdSet): IdSet {
    const result = this.#map((ranges, guidHex) => unionRanges(ranges, other.ranges(guidHex)));
    for (const guidHex of other.guids()) {
      if (this.#ranges(guidHex).length === 0) result.#put(guidHex, unionRanges([], other.ranges(guidHex)));
    }
    return result;
  }

  /** What is in this set and not in the other. */
  difference(other: IdSet): IdSet {
    return this.#map((ranges, guidHex) => subtractRanges(ranges, other.ranges(guidHex)));
  }

  intersects(other: IdSet): boolean {
    return this.guids().some((guidHex) => rangesIntersect(this.ranges(guidHex), other.ranges(guidHex)));
  }

  /** Whether this set contains all of the other. */
  includes(other: IdSet): boolean {
    return other.guids().every((guidHex) => rangesInclude(this.ranges(guidHex), other.ranges(guidHex)));
  }

  equals(other: IdSet): boolean {
    const guids = this.guids();
    return (
      guids.length === other.guids().length &&
      guids.every((guidHex) => rangesEqual(this.ranges(guidHex), other.ranges(guidHex)))
    );
  }

  #ranges(guidHex: string): Range[] {
    const counters = this.#counters.get(guidHex);
    if (counters === undefined) return [];
    if (counters.pending.length > 0) settle(counters);
    return counters.ranges;
  }

  #put(guidHex: string, ranges: Range[]): void {
    this.#counters.set(guidHex, { ranges, pending: [] });
  }

  #map(change: (ranges: readonly Range[], guidHex: string) => Range[]): IdSet {
    const result = new IdSet();
    for (const guidHex of this.guids()) result.#put(guidHex, change(this.#ranges(guidHex), guidHex));
    return result;
  }
}

/** A few late ranges are spliced in, many are sorted and merged. */
function settle(counters: Counters): void {
  if (counters.pending.length <= 8) {
    for (const [low, high] of counters.pending) insertRange(counters.ranges, low, high);
  } else {
    counters.ranges = unionRanges(counters.ranges, normaliseRanges(counters.pending));
  }
  counters.pending = [];
}

/**
 * The form of the ICS state properties: REPLGUID (16 bytes) and GLOBSET, ascending by REPLGUID (MS-OXCFXICS 2.2.2.4).
 * The empty set has no bytes. A key that is not 32 hex digits is a bug.
 */
export function encodeIdSet(set: IdSet): Uint8Array {
  return joinBytes(set.guids().flatMap((guidHex) => [guidOf(guidHex), encodeGlobset(set.ranges(guidHex))]));
}

/**
 * Any order of REPLGUIDs is read, for other writers may compare them otherwise. Failures: 'malformed-idset' for a cut
 * or repeated REPLGUID, 'malformed-globset'.
 */
export function decodeIdSet(bytes: Uint8Array): Result<IdSet> {
  return decodePairs(bytes, GUID_SIZE, (key) => ok(toHex(key)));
}

/**
 * The form inside deletion and read-state streams: REPLID (2 bytes) and GLOBSET, ascending by REPLID (MS-OXCFXICS
 * 2.2.2.4). Failure: 'not-found' when the store's map lacks a REPLGUID.
 */
export function encodeReplidIdSet(set: IdSet, map: ReplidMap): Result<Uint8Array> {
  const pairs: { replid: number; guidHex: string }[] = [];
  for (const guidHex of set.guids()) {
    const replid = map.toReplid(guidOf(guidHex));
    if (replid === null) {
      return fail(
        'not-found',
        "The set names a REPLGUID that is not in the store's map; add it to the map first.",
      );
    }
    pairs.push({ replid, guidHex });
  }
  pairs.sort((a, b) => a.replid - b.replid);
  const parts = pairs.flatMap((pair) => [
    littleEndian(pair.replid, 2),
    encodeGlobset(set.ranges(pair.guidHex)),
  ]);
  return ok(joinBytes(parts));
}

/** Failures: 'not-found' for a REPLID that the map lacks, 'malformed-idset', 'malformed-globset'. */
export function decodeReplidIdSet(bytes: Uint8Array, map: ReplidMap): Result<IdSet> {
  return decodePairs(bytes, 2, (key) => {
    const gid = longTermIdFromId(map, { replid: (key[0] ?? 0) + 256 * (key[1] ?? 0), gc: 0 });
    return gid.ok ? ok(toHex(gid.value.replGuid)) : gid;
  });
}

function decodePairs(
  bytes: Uint8Array,
  keySize: number,
  readKey: (key: Uint8Array) => Result<string>,
): Result<IdSet> {
  const set = new IdSet();
  const seen = new Set<string>();
  let at = 0;
  while (at < bytes.length) {
    if (at + keySize > bytes.length) return malformed(at, 'the bytes end inside a replica');
    const guidHex = readKey(bytes.subarray(at, at + keySize));
    if (!guidHex.ok) return guidHex;
    if (seen.has(guidHex.value)) return malformed(at, 'a replica occurs twice');
    seen.add(guidHex.value);
    const globset = decodeGlobset(bytes, at + keySize);
    if (!globset.ok) return globset;
    for (const [low, high] of globset.value.ranges) set.addRange(guidHex.value, low, high);
    at = globset.value.end;
  }
  return ok(set);
}

function guidOf(guidHex: string): Guid {
  const guid = fromHex(guidHex);
  if (!guid.ok) throw new Error(`${guidHex} is no REPLGUID in hex`);
  return checkGuid(guid.value);
}

function malformed(at: number, what: string): Result<never> {
  return fail(
    'malformed-idset',
    `The set of identifiers is damaged at byte ${at}: ${what}; synchronize again from an empty state.`,
    { error: 0x4b6, at },
  );
}
