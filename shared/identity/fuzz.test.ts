import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../result.ts';
import { decodeAddressBookEntryId, encodeAddressBookEntryId } from './address-book-entry-id.ts';
import { hexBytes } from './bytes.ts';
import { decodeFolderEntryId, decodeMessageEntryId } from './entry-id.ts';
import { decodeExtendedRuleActions, encodeExtendedRuleActions } from './extended-rule-actions.ts';
import { decodeGid, decodeLongTermId } from './gid.ts';
import { decodeGlobset } from './globset.ts';
import vectors from './identity-vectors.json' with { type: 'json' };
import { decodeIdSet, decodeReplidIdSet } from './idset.ts';
import { decodeLogonResponse } from './logon.ts';
import { decodeOlfi } from './olfi.ts';
import { decodePcl } from './pcl.ts';
import { createReplidMap, decodeReplidMap } from './replid-map.ts';
import { decodeRuleActions, encodeRuleActions, mapRuleShortIds } from './rule-actions.ts';
import { decodeShortId } from './short-id.ts';
import { decodeStoreEntryId } from './store-entry-id.ts';
import { decodeXid } from './xid.ts';

const eid = encodeAddressBookEntryId('/o=Alder Mills/cn=anna');
const rules = encodeRuleActions([
  { op: 'move', inThisStore: true, folder: { replid: 1, gc: 77 } },
  { op: 'copy', inThisStore: false, storeEid: eid, folderEid: eid },
  { op: 'forward', recipients: [eid, eid] },
  { op: 'bounce', code: 0x26, flags: 1 },
]);
const extendedRules = encodeExtendedRuleActions([
  { op: 'move', storeEid: eid, folderEid: new Uint8Array(46) },
  { op: 'delegate', recipients: [eid] },
]);
const map = createReplidMap([{ replid: 1, guid: new Uint8Array(16).fill(1) }]);

/** Every decoder with a well-formed input of it. */
const decoders: readonly (readonly [string, (bytes: Uint8Array) => Result<unknown>, Uint8Array])[] = [
  ['source key', decodeGid, hexBytes(vectors.gid22.hex)],
  ['long-term ID', decodeLongTermId, hexBytes(vectors.ltid24.hex)],
  ['short ID', decodeShortId, hexBytes(vectors.fid.hex)],
  ['change key', decodeXid, hexBytes(vectors.gid22.hex)],
  ['PCL', decodePcl, hexBytes(vectors.pclReal.hex)],
  ['folder entry ID', decodeFolderEntryId, hexBytes(vectors.folderEid46.hex)],
  ['message entry ID', decodeMessageEntryId, hexBytes(vectors.messageEid70.hex)],
  ['store entry ID', decodeStoreEntryId, hexBytes(vectors.storeEid.hex)],
  ['address book entry ID', decodeAddressBookEntryId, hexBytes(vectors.abEid.hex)],
  ['GLOBSET', (bytes) => decodeGlobset(bytes), hexBytes(vectors.globset[3]?.encodedByReference ?? '')],
  ['IDSET', decodeIdSet, hexBytes(vectors.idsetReal[1]?.hex ?? '')],
  ['IDSET with REPLIDs', (bytes) => decodeReplidIdSet(bytes, map), hexBytes('0100 06000000000001 00')],
  ['REPLID map', decodeReplidMap, hexBytes(`0100${'01'.repeat(16)}0200${'02'.repeat(16)}`)],
  ['rule actions', decodeRuleActions, rules],
  ['rule actions to translate', (bytes) => mapRuleShortIds(bytes, ok), rules],
  ['extended rule actions', decodeExtendedRuleActions, extendedRules],
  ['logon response', decodeLogonResponse, new Uint8Array(160)],
  ['OLFI', decodeOlfi, Uint8Array.of(1, ...new Uint8Array(79))],
];

/** A failure is one sentence with a code; a value keeps to a size that the input explains. */
function expectBounded(result: Result<unknown>, bytes: Uint8Array): void {
  if (!result.ok) {
    expect(result.failure.code).toMatch(/^[a-z-]+$/);
    expect(result.failure.message).toMatch(/^[A-Z].*\.$/);
    expect(result.failure.message.length).toBeLessThan(200);
    return;
  }
  expect(JSON.stringify(result.value).length).toBeLessThan(2000 + 100 * bytes.length);
}

describe.each(decoders)('%s from damaged bytes', (_, decode, wellFormed) => {
  it('reads the well-formed ones', () => {
    expect(decode(wellFormed).ok).toBe(true);
  });

  it('answers to random bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ min: 0, max: 8, maxLength: 300 }),
      fc.uint8Array({ minLength: wellFormed.length, maxLength: wellFormed.length }),
      fc
        .array(fc.constantFrom(0x42, 0x50, 0x52, 1, 2, 5, 6, 0, 255), { maxLength: 300 })
        .map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(bytes, (damaged) => expectBounded(decode(damaged), damaged)),
      { numRuns: 500 },
    );
  });

  it('answers to every truncation', () => {
    for (let length = 0; length < wellFormed.length; length++) {
      const damaged = wellFormed.subarray(0, length);
      expectBounded(decode(damaged), damaged);
    }
  });

  it('answers to bit flips, insertions and repetitions', () => {
    const edit = fc.tuple(
      fc.nat(wellFormed.length - 1),
      fc.nat(7),
      fc.constantFrom('flip', 'insert', 'repeat'),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const damaged = [...wellFormed];
        for (const [at, bit, how] of edits) {
          if (how === 'flip') damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
          else if (how === 'insert') damaged.splice(at, 0, 1 << bit);
          else damaged.push(...damaged.slice(at, at + 40));
        }
        const bytes = Uint8Array.from(damaged);
        expectBounded(decode(bytes), bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what it read when the input is overwritten afterwards', () => {
    const bytes = Uint8Array.from(wellFormed);
    const result = decode(bytes);
    const before = JSON.stringify(result);
    bytes.fill(0xff);
    expect(JSON.stringify(result)).toBe(before);
  });
});

describe('decoders with announced sizes', () => {
  it('announce four billion actions in a few bytes and get a failure', () => {
    expect(decodeExtendedRuleActions(hexBytes('ffffffff ffffffff 01')).ok).toBe(false);
    expect(
      decodeExtendedRuleActions(hexBytes('01000000 11000000 07 00000000 00000000 ffffffff 01000000')).ok,
    ).toBe(true);
  });

  it('keep a range over the whole counter space a range', () => {
    const everything = decodeIdSet(hexBytes(`${'01'.repeat(16)} 52 000000000000 ffffffffffff 00`));
    expect(everything.ok && everything.value.count()).toBe(2 ** 48);
    expect(everything.ok && everything.value.ranges('01'.repeat(16)).length).toBe(1);
  });
});
