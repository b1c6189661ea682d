import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from './bytes.ts';
import { MAX_GC } from './gid.ts';
import { decodeIdSet, decodeReplidIdSet, encodeIdSet, encodeReplidIdSet, IdSet } from './idset.ts';
import { createReplidMap } from './replid-map.ts';

const A = '0a'.repeat(16);
const B = 'b0'.repeat(16);
const guidHex = fc.constantFrom(A, B, `00${'ff'.repeat(15)}`);
const small = fc.integer({ min: 0, max: 120 });

type Change = readonly ['add' | 'delete', string, number, number];
const change: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom('add' as const, 'add' as const, 'delete' as const), guidHex, small, small)
  .map(([op, guid, low, more]): Change => [op, guid, low, low + (more % 9)]);
const changes = fc.array(change, { maxLength: 120 });

/** The set and a plain model of it. Reading in between settles what came out of order. */
function build(list: readonly Change[], readEvery = 7): [IdSet, Set<string>] {
  const set = new IdSet();
  const model = new Set<string>();
  list.forEach(([op, guid, low, high], i) => {
    if (op === 'add') set.addRange(guid, low, high);
    else set.deleteRange(guid, low, high);
    for (let gc = low; gc <= high; gc++)
      op === 'add' ? model.add(`${guid}${gc}`) : model.delete(`${guid}${gc}`);
    if (i % readEvery === 0) set.count();
  });
  return [set, model];
}

function members(set: IdSet): Set<string> {
  const all = new Set<string>();
  for (const guid of set.guids()) {
    for (const [low, high] of set.ranges(guid)) for (let gc = low; gc <= high; gc++) all.add(`${guid}${gc}`);
  }
  return all;
}

const wide = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(MAX_GC), fc.nat(2 ** 20)), {
    maxLength: 40,
  })
  .map((rows) => {
    const set = new IdSet();
    for (const [guid, low, more] of rows) set.addRange(toHex(guid), low, Math.min(MAX_GC, low + more));
    return set;
  });

describe('IdSet', () => {
  it('holds exactly what was added and not deleted, in coalesced ascending ranges', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const [set, model] = build(list);
        expect(members(set)).toEqual(model);
        expect(set.count()).toBe(model.size);
        expect(set.isEmpty()).toBe(model.size === 0);
        for (const guid of set.guids()) {
          const flat = set.ranges(guid).flat();
          expect(flat).toEqual(flat.toSorted((a, b) => a - b));
          for (let i = 2; i < flat.length; i += 2)
            expect((flat[i] ?? 0) - (flat[i - 1] ?? 0)).toBeGreaterThan(1);
        }
        for (let gc = 0; gc < 130; gc++) expect(set.has(A, gc)).toBe(model.has(`${A}${gc}`));
      }),
      { numRuns: 300 },
    );
  });

  it('unites, subtracts, intersects and compares as sets do, and leaves its operands alone', () => {
    fc.assert(
      fc.property(changes, changes, (left, right) => {
        const [a, inA] = build(left);
        const [b, inB] = build(right);
        const common = [...inA].filter((id) => inB.has(id));
        expect(members(a.union(b))).toEqual(new Set([...inA, ...inB]));
        expect(members(a.difference(b))).toEqual(new Set([...inA].filter((id) => !inB.has(id))));
        expect(a.intersects(b)).toBe(common.length > 0);
        expect(a.includes(b)).toBe(common.length === inB.size);
        expect(a.equals(b)).toBe(common.length === inB.size && common.length === inA.size);
        expect(a.union(b).includes(b)).toBe(true);
        expect(members(a)).toEqual(inA);
        expect(members(b)).toEqual(inB);
      }),
      { numRuns: 300 },
    );
  });

  it('a clone does not follow its original', () => {
    const set = new IdSet();
    set.addRange(A, 1, 5);
    const copy = set.clone();
    const whole = set.union(new IdSet());
    set.add(A, 6);
    set.delete(A, 3);
    expect([copy.count(), whole.count(), set.count()]).toEqual([5, 5, 5]);
    expect(copy.ranges(A)).toEqual([[1, 5]]);
    expect(set.ranges(A)).toEqual([
      [1, 2],
      [4, 6],
    ]);
  });

  it('takes a million ascending and a hundred thousand scattered values', () => {
    const set = new IdSet();
    for (let gc = 1; gc <= 1_000_000; gc++) set.add(A, gc);
    for (let gc = 1; gc <= 100_000; gc++) set.add(B, (gc * 48_271) % 1_000_003);
    expect(set.ranges(A)).toEqual([[1, 1_000_000]]);
    expect(set.count()).toBe(1_100_000);
    const bytes = encodeIdSet(set);
    const decoded = decodeIdSet(bytes);
    expect(decoded.ok && decoded.value.equals(set)).toBe(true);
  });

  it('takes counters outside 48 bits for a bug', () => {
    const set = new IdSet();
    expect(() => set.add(A, MAX_GC + 1)).toThrow(RangeError);
    expect(() => set.addRange(A, 2, 1)).toThrow(RangeError);
    expect(() => set.add(A, Number.NaN)).toThrow(RangeError);
  });
});

describe('W1: IDSET', () => {
  it('decodes to the encoded set, REPLGUIDs ascending in the bytes', () => {
    fc.assert(
      fc.property(wide, (set) => {
        const decoded = decodeIdSet(encodeIdSet(set));
        expect(decoded.ok && decoded.value.equals(set)).toBe(true);
        expect(set.guids()).toEqual(set.guids().toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('has no bytes when empty, and no bytes are the empty set', () => {
    expect(encodeIdSet(new IdSet())).toEqual(new Uint8Array(0));
    const decoded = decodeIdSet(new Uint8Array(0));
    expect(decoded.ok && decoded.value.isEmpty()).toBe(true);
  });

  it('refuses a REPLGUID that occurs twice or is cut', () => {
    const set = new IdSet();
    set.add(A, 1);
    const bytes = encodeIdSet(set);
    for (const bad of [
      [...bytes, ...bytes],
      [...bytes, 1, 2],
    ]) {
      const result = decodeIdSet(Uint8Array.from(bad));
      expect(result.ok ? null : result.failure.code).toBe('malformed-idset');
    }
  });

  it('travels with REPLIDs through a store map, ascending by REPLID', () => {
    const map = createReplidMap([
      { replid: 5, guid: new Uint8Array(16).fill(0x0a) },
      { replid: 2, guid: new Uint8Array(16).fill(0xb0) },
    ]);
    const set = new IdSet();
    set.addRange(A, 1, 9);
    set.add(B, 77);
    const bytes = encodeReplidIdSet(set, map);
    if (!bytes.ok) throw new Error(bytes.failure.message);
    expect(toHex(bytes.value).slice(0, 4)).toBe('0200');
    const decoded = decodeReplidIdSet(bytes.value, map);
    expect(decoded.ok && decoded.value.equals(set)).toBe(true);
    const elsewhere = decodeReplidIdSet(bytes.value, createReplidMap([]));
    expect(elsewhere.ok ? null : elsewhere.failure.code).toBe('not-found');
    const foreign = encodeReplidIdSet(set, createReplidMap([]));
    expect(foreign.ok ? null : foreign.failure.code).toBe('not-found');
  });
});
