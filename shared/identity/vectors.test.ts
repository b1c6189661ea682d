import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../result.ts';
import { decodeAddressBookEntryId, encodeAddressBookEntryId } from './address-book-entry-id.ts';
import { hexBytes, toHex } from './bytes.ts';
import {
  decodeFolderEntryId,
  decodeMessageEntryId,
  encodeFolderEntryId,
  encodeMessageEntryId,
} from './entry-id.ts';
import { decodeGid, decodeLongTermId, encodeGid, encodeLongTermId } from './gid.ts';
import { decodeGlobset, encodeGlobset } from './globset.ts';
import { formatGuid, parseGuid } from './guid.ts';
import vectors from './identity-vectors.json' with { type: 'json' };
import { decodeIdSet, encodeIdSet } from './idset.ts';
import { decodePcl, encodePcl } from './pcl.ts';
import type { Range } from './ranges.ts';
import { decodeRuleActions, encodeRuleActions } from './rule-actions.ts';
import { decodeShortId, encodeShortId } from './short-id.ts';
import { decodeStoreEntryId, encodeStoreEntryId } from './store-entry-id.ts';
import { decodeXid, encodeXid } from './xid.ts';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const toRanges = (texts: readonly string[][]): Range[] =>
  texts.map(([low, high]) => [Number(low), Number(high)]);

const storeGuid = hexBytes(vectors.guid_wire.hex);
const folder = { replGuid: take(parseGuid(vectors.gid22.guid)), gc: Number(vectors.gid22.gc) };
const message = { replGuid: folder.replGuid, gc: 0x7ba3 };

describe('golden vectors', () => {
  it('a GUID mixes byte orders', () => {
    expect(toHex(take(parseGuid(vectors.guid_wire.text)))).toBe(vectors.guid_wire.hex);
    expect(formatGuid(storeGuid)).toBe(vectors.guid_wire.text);
  });

  it('a FID has a little-endian REPLID and a big-endian counter', () => {
    const id = { replid: vectors.fid.replid, gc: Number(vectors.fid.gc) };
    const bytes = encodeShortId(id);
    expect(toHex(bytes)).toBe(vectors.fid.hex);
    expect(decodeShortId(bytes)).toEqual(ok(id));
    const artefact = new DataView(bytes.buffer).getBigUint64(0, true);
    expect(`0x${artefact.toString(16)}`).toBe(vectors.fid.asUInt64LE);
  });

  it('a source key and a long-term ID', () => {
    expect(toHex(encodeGid(folder))).toBe(vectors.gid22.hex);
    expect(decodeGid(hexBytes(vectors.gid22.hex))).toEqual(ok(folder));
    expect(toHex(encodeLongTermId(folder))).toBe(vectors.ltid24.hex);
    expect(decodeLongTermId(hexBytes(vectors.ltid24.hex))).toEqual(ok(folder));
  });

  it('entry IDs of a folder and of a message', () => {
    expect(toHex(encodeFolderEntryId({ storeGuid, folder }))).toBe(vectors.folderEid46.hex);
    expect(decodeFolderEntryId(hexBytes(vectors.folderEid46.hex))).toEqual(
      ok({ storeGuid, folder, kind: 'private' }),
    );
    expect(toHex(encodeMessageEntryId({ storeGuid, folder, message }))).toBe(vectors.messageEid70.hex);
    expect(decodeMessageEntryId(hexBytes(vectors.messageEid70.hex))).toEqual(
      ok({ storeGuid, folder, message, kind: 'private' }),
    );
  });

  it('an address book entry ID', () => {
    expect(toHex(encodeAddressBookEntryId(vectors.abEid.dn))).toBe(vectors.abEid.hex);
    expect(decodeAddressBookEntryId(hexBytes(vectors.abEid.hex))).toEqual(
      ok({ dn: vectors.abEid.dn, type: 0 }),
    );
  });

  it('a store entry ID', () => {
    const mailboxDn = vectors.abEid.dn;
    const bytes = encodeStoreEntryId({ server: vectors.storeEid.server, mailboxDn });
    expect(bytes.length).toBe(vectors.storeEid.len);
    expect(toHex(bytes)).toBe(vectors.storeEid.hex);
    const { server } = vectors.storeEid;
    expect(decodeStoreEntryId(bytes)).toEqual(
      ok({ server, mailboxDn, kind: 'mailbox', extensions: new Uint8Array(0) }),
    );
  });

  it.each([vectors.pcl, vectors.pclReal])('a predecessor change list $hex', ({ members, hex }) => {
    const xids = members.map((member) => take(decodeXid(hexBytes(member))));
    expect(toHex(encodePcl(xids.toReversed()))).toBe(hex);
    expect(take(decodePcl(hexBytes(hex))).map((xid) => toHex(encodeXid(xid)))).toEqual(members);
  });

  it('the data of a rule that moves mail into a folder of the same store', () => {
    const actions = encodeRuleActions([{ op: 'move', inThisStore: true, folder: { replid: 1, gc: 0x1a2b } }]);
    const data = hexBytes(vectors.ruleMoveStandard.hex);
    const header = hexBytes('0100 2400 01 00000000 00000000');
    expect(toHex(actions)).toBe(toHex(header) + vectors.ruleMoveStandard.hex);
    expect(data.length + 9).toBe(0x24);
    expect(decodeRuleActions(actions)).toEqual(
      ok([{ op: 'move', inThisStore: true, folder: { replid: 1, gc: 0x1a2b } }]),
    );
  });

  it.each(vectors.globset)('GLOBSET $name', ({ ranges, encodedByReference }) => {
    const expected = toRanges(ranges);
    const reference = hexBytes(encodedByReference);
    expect(decodeGlobset(reference)).toEqual(ok({ ranges: expected, end: reference.length }));
    const ours = encodeGlobset(expected);
    expect(decodeGlobset(ours)).toEqual(ok({ ranges: expected, end: ours.length }));
    expect(ours.length).toBeLessThanOrEqual(reference.length);
  });

  it.each(vectors.idsetReal)('IDSET that Outlook wrote: $src', ({ hex, ranges }) => {
    const set = take(decodeIdSet(hexBytes(hex)));
    const expected = new Map(Object.entries(ranges));
    expect(set.guids()).toEqual([...expected.keys()]);
    for (const [guidHex, texts] of expected) expect(set.ranges(guidHex)).toEqual(toRanges(texts));
    const again = encodeIdSet(set);
    expect(take(decodeIdSet(again)).equals(set)).toBe(true);
    expect(again.length).toBeLessThanOrEqual(hex.length / 2);
  });
});
