import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../result.ts';
import { compareBytes, hexBytes, toHex } from './bytes.ts';
import { addToPcl, comparePcl, decodePcl, encodePcl, mergePcl, type Pcl, pclIncludes } from './pcl.ts';
import { checkForeignXid, clientXid, decodeXid, encodeXid, serverXid, type Xid } from './xid.ts';

/** Few namespaces, each with its one local id length, so that lists meet. */
const NAMESPACES: readonly (readonly [string, number])[] = [
  ['01', 6],
  ['7f', 4],
  ['80', 6],
  ['fe', 1],
  ['ff', 8],
].map(([byte, size]) => [String(byte).repeat(16), Number(size)]);
const xid = fc.constantFrom(...NAMESPACES).chain(([ns, size]) =>
  fc.integer({ min: 0, max: 5 }).map((last): Xid => {
    const localId = new Uint8Array(size);
    localId[size - 1] = last;
    return { ns: hexBytes(ns), localId };
  }),
);
const pcl = fc.array(xid, { maxLength: 8 }).map((xids) => xids.reduce<Pcl>(addToPcl, []));

const hex = (list: Pcl): string => toHex(encodePcl(list));

describe('W2: predecessor change list', () => {
  it('survives the wire; namespaces ascend, sizes are 17 to 24', () => {
    fc.assert(
      fc.property(pcl, (list) => {
        expect(decodePcl(encodePcl(list))).toEqual(ok(list));
        for (let i = 1; i < list.length; i++) {
          expect(compareBytes(list[i - 1]?.ns ?? hexBytes(''), list[i]?.ns ?? hexBytes(''))).toBeLessThan(0);
        }
        const bytes = encodePcl(list);
        for (let at = 0; at < bytes.length; at += 1 + (bytes[at] ?? 0)) {
          expect(bytes[at]).toBeGreaterThanOrEqual(17);
          expect(bytes[at]).toBeLessThanOrEqual(24);
        }
      }),
    );
  });

  it('keeps one local id length per namespace when lists are merged', () => {
    fc.assert(
      fc.property(pcl, pcl, (a, b) => {
        const lengths = new Map(NAMESPACES);
        for (const { ns, localId } of mergePcl(a, b)) expect(localId.length).toBe(lengths.get(toHex(ns)));
      }),
    );
  });

  it('merges to the least list that includes both', () => {
    fc.assert(
      fc.property(pcl, pcl, pcl, (a, b, c) => {
        const merged = mergePcl(a, b);
        expect(pclIncludes(merged, a) && pclIncludes(merged, b)).toBe(true);
        expect(hex(mergePcl(b, a))).toBe(hex(merged));
        expect(hex(mergePcl(a, a))).toBe(hex(a));
        if (pclIncludes(c, a) && pclIncludes(c, b)) expect(pclIncludes(c, merged)).toBe(true);
      }),
    );
  });

  it('comparison is inclusion both ways', () => {
    const opposite = { equal: 'equal', newer: 'older', older: 'newer', conflict: 'conflict' } as const;
    fc.assert(
      fc.property(pcl, pcl, (a, b) => {
        expect(comparePcl(b, a)).toBe(opposite[comparePcl(a, b)]);
        expect(comparePcl(a, a)).toBe('equal');
        expect(comparePcl(a, b) === 'equal').toBe(hex(a) === hex(b));
      }),
    );
  });

  it.each([
    [`10${'00'.repeat(16)}`, 'a size below 17'],
    [`19${'00'.repeat(25)}`, 'a size above 24'],
    [`16${'00'.repeat(21)}`, 'a cut end'],
    [`11${'02'.repeat(17)}11${'01'.repeat(17)}`, 'descending namespaces'],
    [`11${'01'.repeat(17)}11${'01'.repeat(17)}`, 'one namespace twice'],
  ])('refuses %s (%s)', (text) => {
    const result = decodePcl(hexBytes(text));
    expect(result.ok ? null : result.failure.code).toBe('bad-pcl');
  });

  it('takes a namespace that is given twice for a bug', () => {
    const one = { ns: new Uint8Array(16), localId: Uint8Array.of(1) };
    expect(() => encodePcl([one, one])).toThrow('one change key per namespace');
  });
});

describe('W3: change keys', () => {
  const server = new Uint8Array(16).fill(3);
  const isServer = (guid: Uint8Array) => compareBytes(guid, server) === 0;

  it('a client never gets a change key in a REPLGUID of a server, nor with 6 bytes', () => {
    const guid = fc.oneof(fc.constant(server), fc.uint8Array({ minLength: 16, maxLength: 16 }));
    fc.assert(
      fc.property(guid, fc.nat(0xffffffff), (ns, counter) => {
        const made = clientXid(ns, counter, isServer);
        expect(made.ok).toBe(!isServer(ns));
        if (made.ok) expect(encodeXid(made.value).length).toBe(20);
      }),
    );
  });

  it('a server refuses its own form from a client', () => {
    const own = checkForeignXid(serverXid({ replGuid: server, gc: 7 }), isServer);
    expect(own.ok ? null : own.failure.code).toBe('server-namespace');
    const sized = checkForeignXid(serverXid({ replGuid: new Uint8Array(16), gc: 7 }), isServer);
    expect(sized.ok ? null : sized.failure.code).toBe('server-sized-local-id');
    const spent = clientXid(new Uint8Array(16), 2 ** 32, isServer);
    expect(spent.ok ? null : spent.failure.code).toBe('counter-exhausted');
  });

  it.each([16, 25])('refuses %i bytes', (size) => {
    expect(decodeXid(new Uint8Array(size)).ok).toBe(false);
  });
});
