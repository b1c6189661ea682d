import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../result.ts';
import { encodeAddressBookEntryId } from './address-book-entry-id.ts';
import { hexBytes, toHex } from './bytes.ts';
import {
  decodeExtendedRuleActions,
  type ExtendedRuleAction,
  encodeExtendedRuleActions,
} from './extended-rule-actions.ts';
import { MAX_GC } from './gid.ts';
import { decodeRuleActions, encodeRuleActions, mapRuleShortIds, type RuleAction } from './rule-actions.ts';
import { encodeStoreEntryId } from './store-entry-id.ts';

const bytes = fc.uint8Array({ maxLength: 40 });
const shortId = fc.record({ replid: fc.nat(0xffff), gc: fc.nat(MAX_GC) });
const guid = fc.uint8Array({ minLength: 16, maxLength: 16 });
const u32 = fc.integer({ min: 1, max: 0xffffffff });

const common = [
  fc.record({ op: fc.constant('defer' as const), clientData: bytes }),
  fc.record({
    op: fc.constantFrom('forward' as const, 'delegate' as const),
    recipients: fc.array(fc.string().map((name) => encodeAddressBookEntryId(`/o=Alder Mills/cn=${name}`))),
  }),
  fc.record({ op: fc.constant('tag' as const), propTag: u32, value: bytes }),
  fc.record({
    op: fc.constant('bounce' as const),
    code: fc.constantFrom(0x0d as const, 0x1f as const, 0x26 as const),
  }),
  fc.record({ op: fc.constantFrom('delete' as const, 'markRead' as const) }, { noNullPrototype: true }),
  fc.record({ op: fc.constant('unknown' as const), type: fc.integer({ min: 0x0c, max: 0xff }), data: bytes }),
];
const action: fc.Arbitrary<RuleAction> = fc.oneof(
  ...common,
  fc.record({
    op: fc.constantFrom('move' as const, 'copy' as const),
    inThisStore: fc.constant(true as const),
    folder: shortId,
  }),
  fc.record({
    op: fc.constantFrom('move' as const, 'copy' as const),
    inThisStore: fc.constant(false as const),
    storeEid: bytes,
    folderEid: bytes,
  }),
  fc.record({
    op: fc.constantFrom('reply' as const, 'oofReply' as const),
    template: fc.record({ folder: shortId, message: shortId, guid }),
  }),
);
const extended: fc.Arbitrary<ExtendedRuleAction> = fc.oneof(
  ...common,
  fc.record({
    op: fc.constantFrom('move' as const, 'copy' as const),
    storeEid: bytes,
    folderEid: fc.uint8Array({ minLength: 46, maxLength: 46 }),
  }),
  fc.record({
    op: fc.constantFrom('reply' as const, 'oofReply' as const),
    templateEid: fc.uint8Array({ minLength: 70, maxLength: 70 }),
    templateGuid: guid,
  }),
);
const modified = <T extends object>(plain: fc.Arbitrary<T>) =>
  fc
    .tuple(plain, fc.option(u32), fc.option(u32))
    .map(([it, flavor, flags]): T => ({ ...it, ...(flavor && { flavor }), ...(flags && { flags }) }));

const inStore: RuleAction = { op: 'move', inThisStore: true, folder: { replid: 1, gc: 0x1a2b } };
const reply: RuleAction = {
  op: 'reply',
  template: { folder: { replid: 1, gc: 5 }, message: { replid: 2, gc: 6 }, guid: new Uint8Array(16).fill(9) },
};
const elsewhere: RuleAction = {
  op: 'copy',
  inThisStore: false,
  storeEid: encodeStoreEntryId({ server: 'ALDER01', mailboxDn: '/o=Alder Mills' }),
  folderEid: hexBytes('0100000000001a2b'),
};

describe('rule actions', () => {
  it('survive the wire, standard and extended', () => {
    fc.assert(
      fc.property(fc.array(modified(action), { maxLength: 6 }), (actions) => {
        expect(decodeRuleActions(encodeRuleActions(actions))).toEqual(ok(actions));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(modified(extended), { maxLength: 6 }), (actions) => {
        expect(decodeExtendedRuleActions(encodeExtendedRuleActions(actions))).toEqual(ok(actions));
      }),
      { numRuns: 500 },
    );
  });

  it('translate only the short IDs of the own store', () => {
    const before = encodeRuleActions([inStore, elsewhere, reply, { op: 'delete' }]);
    const after = mapRuleShortIds(before, (id) => ok({ replid: id.replid + 10, gc: id.gc }));
    if (!after.ok) throw new Error(after.failure.message);
    expect(decodeRuleActions(after.value)).toEqual(
      ok([
        { ...inStore, folder: { replid: 11, gc: 0x1a2b } },
        elsewhere,
        {
          ...reply,
          template: { ...reply.template, folder: { replid: 11, gc: 5 }, message: { replid: 12, gc: 6 } },
        },
        { op: 'delete' },
      ]),
    );
    expect(after.value.filter((byte, i) => byte !== before[i]).length).toBe(3);
  });

  it('leave every byte alone under the identity, whatever store entry ID stands before the folder', () => {
    const longDummy = hexBytes(
      '0100 2700 02 01000000 02000000 01 0400 deadbeef 1500 01 0200000000000007 aabbccddeeff0011 22334455',
    );
    fc.assert(
      fc.property(fc.array(modified(action), { maxLength: 6 }), (actions) => {
        const encoded = encodeRuleActions(actions);
        expect(mapRuleShortIds(encoded, ok)).toEqual(ok(encoded));
      }),
    );
    expect(mapRuleShortIds(longDummy, ok)).toEqual(ok(longDummy));
    const moved = mapRuleShortIds(longDummy, (id) => ok({ ...id, replid: 3 }));
    expect(moved.ok && toHex(moved.value)).toBe(toHex(longDummy).replace('010200000000', '010300000000'));
  });

  it('pass on why an ID has no translation', () => {
    const failure = fail<{ replid: number; gc: number }>('replid-map-full', 'The map is full.');
    expect(mapRuleShortIds(encodeRuleActions([inStore]), () => failure)).toEqual(failure);
    const unset = encodeRuleActions([{ op: 'move', inThisStore: true, folder: { replid: 0, gc: 0 } }]);
    expect(mapRuleShortIds(unset, () => failure)).toEqual(ok(unset));
  });

  it('keep a folder ID verbatim that is not the server form', () => {
    const notOurs = hexBytes('0100 1400 01 00000000 00000000 01 0100 00 0500 0001020304');
    expect(decodeRuleActions(hexBytes('0100 1200 01 00000000 00000000 01 0100 00 0300 000102'))).toEqual(
      ok([{ op: 'unknown', type: 1, data: hexBytes('01 0100 00 0300 000102') }]),
    );
    expect(mapRuleShortIds(notOurs, () => fail('never', 'asked'))).toEqual(ok(notOurs));
  });

  it('read the entry ID among the other properties of a person', () => {
    const person = hexBytes(
      '01 0400 0300150c 01000000 1e000130 416e6e6100 1f000330 41000000 0201ff0f 0200 abcd',
    );
    const data = `0100${toHex(person)}`;
    const length = (9 + data.length / 2).toString(16).padStart(2, '0');
    expect(decodeRuleActions(hexBytes(`0100 ${length}00 07 00000000 00000000 ${data}`))).toEqual(
      ok([{ op: 'forward', recipients: [hexBytes('abcd')] }]),
    );
  });

  it.each([
    ['', 'no bytes'],
    ['0100', 'fewer actions than announced'],
    ['0000 00', 'bytes after the last action'],
    ['0100 0800 0a 00000000 000000', 'an action shorter than its header'],
    ['0100 ffff 0a 00000000 00000000', 'an action longer than the rest'],
    ['0100 0a00 01 00000000 00000000 01', 'a cut MOVE'],
    ['0100 0e00 01 00000000 00000000 02 0000 0000', 'a store flag that is neither 0 nor 1'],
    ['0100 0a00 03 00000000 00000000 01', 'a cut reply template'],
  ])('refuse %s (%s)', (hex) => {
    for (const result of [decodeRuleActions(hexBytes(hex)), mapRuleShortIds(hexBytes(hex), ok)]) {
      expect(result.ok ? null : result.failure.code).toBe('malformed-rule-actions');
    }
  });
});
