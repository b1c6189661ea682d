import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../result.ts';
import { decodeAddressBookEntryId, encodeAddressBookEntryId } from './address-book-entry-id.ts';
import { bytesEqual, fromHex, hexBytes, toHex } from './bytes.ts';
import {
  decodeFolderEntryId,
  decodeMessageEntryId,
  encodeFolderEntryId,
  encodeMessageEntryId,
  PUBLIC_PROVIDER,
} from './entry-id.ts';
import { decodeGid, decodeLongTermId, encodeGid, encodeLongTermId, MAX_GC } from './gid.ts';
import { formatGuid, parseGuid } from './guid.ts';
import { buildLegacyDn, dnOfX500Address, legacyDnsEqual, parseLegacyDn, x500Address } from './legacy-dn.ts';
import { decodeLogonResponse, encodeLogonResponse, LOGON_FOLDERS } from './logon.ts';
import { decodeOlfi, encodeOlfi, type Olfi, takeLocalIds } from './olfi.ts';
import { decodeShortId, encodeShortId } from './short-id.ts';
import { decodeStoreEntryId, encodeStoreEntryId } from './store-entry-id.ts';

const guid = fc.uint8Array({ minLength: 16, maxLength: 16 });
const privateGuid = guid.filter((bytes) => !bytesEqual(bytes, PUBLIC_PROVIDER));
const gid = fc.record({ replGuid: guid, gc: fc.nat(MAX_GC) });
const word = fc.stringMatching(/^[\x20-\x7e]{0,40}$/);

describe('fixed layouts survive the wire', () => {
  it('hex and GUID text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), guid, (bytes, id) => {
        expect(fromHex(toHex(bytes))).toEqual(ok(bytes));
        expect(parseGuid(formatGuid(id))).toEqual(ok(id));
        expect(parseGuid(formatGuid(id).slice(1, -1).toUpperCase())).toEqual(ok(id));
      }),
    );
    for (const text of [
      '',
      '{}',
      '{5f1c0a52-9b1e-4c44-8a31-0d2f6b7e9a10',
      '5f1c0a529b1e4c448a310d2f6b7e9a10',
    ]) {
      expect(parseGuid(text).ok).toBe(false);
    }
  });

  it('ids and entry IDs, also with two REPLGUIDs and in public stores', () => {
    const kind = fc.constantFrom('public' as const, 'mappedPublic' as const);
    fc.assert(
      fc.property(gid, gid, privateGuid, fc.nat(0xffff), kind, (folder, message, storeGuid, replid, kind) => {
        expect(decodeGid(encodeGid(folder))).toEqual(ok(folder));
        expect(decodeLongTermId(encodeLongTermId(folder))).toEqual(ok(folder));
        expect(decodeShortId(encodeShortId({ replid, gc: folder.gc }))).toEqual(
          ok({ replid, gc: folder.gc }),
        );
        for (const id of [
          { storeGuid, folder, message, kind: 'private' as const },
          { storeGuid: PUBLIC_PROVIDER, folder, message, kind },
        ]) {
          const { message: _, ...folderId } = id;
          expect(decodeFolderEntryId(encodeFolderEntryId(folderId))).toEqual(ok(folderId));
          expect(decodeMessageEntryId(encodeMessageEntryId(id))).toEqual(ok(id));
        }
      }),
    );
  });

  it('store and address book entry IDs; later blocks stay as they are', () => {
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom('mailbox' as const, 'public' as const),
        fc.uint8Array(),
        (a, b, kind, rest) => {
          const bytes = Uint8Array.from([...encodeStoreEntryId({ server: a, mailboxDn: b, kind }), ...rest]);
          expect(decodeStoreEntryId(bytes)).toEqual(ok({ server: a, mailboxDn: b, kind, extensions: rest }));
          expect(decodeAddressBookEntryId(encodeAddressBookEntryId(a, 7))).toEqual(ok({ dn: a, type: 7 }));
        },
      ),
    );
  });

  it('text that does not fit single bytes cannot shift what follows', () => {
    const bytes = encodeStoreEntryId({ server: 'A\0B', mailboxDn: '/o=Łódź 🙂' });
    expect(decodeStoreEntryId(bytes)).toMatchObject({
      ok: true,
      value: { server: 'A?B', mailboxDn: '/o=?ód? ?' },
    });
  });

  it('a logon response of 160 bytes, folders in their order', () => {
    const ids = LOGON_FOLDERS.map((role, i) => [role, { replid: 1, gc: 100 + i }] as const);
    const bytes = new Uint8Array(160);
    ids.forEach(([, id], i) => {
      bytes.set(encodeShortId(id), 1 + 8 * i);
    });
    bytes.set(hexBytes('aa'.repeat(16)), 106);
    bytes.set(hexBytes('0100'), 122);
    const logon = decodeLogonResponse(bytes);
    if (!logon.ok) throw new Error(logon.failure.message);
    expect(Object.entries(logon.value.folders)).toEqual(ids);
    expect(logon.value).toMatchObject({ replid: 1, mailboxGuid: new Uint8Array(16).fill(0xaa) });
    expect(encodeLogonResponse(logon.value)).toEqual(bytes);
    expect(decodeLogonResponse(bytes.subarray(1)).ok).toBe(false);
  });
});

describe('OLFI', () => {
  const replGuid = new Uint8Array(16).fill(4);
  const olfi: Olfi = {
    xidNamespace: new Uint8Array(16).fill(7),
    xidNext: 0x803,
    left: 0x10000,
    nextLeft: 0x10000,
    alloc: { replGuid, gc: 0x75a3 },
    nextAlloc: { replGuid, gc: 0x90000 },
  };

  it('has 80 bytes and survives the wire', () => {
    const bytes = encodeOlfi(olfi);
    expect(bytes.length).toBe(80);
    expect(decodeOlfi(bytes)).toEqual(ok(olfi));
  });

  it('after eight folders of 512 ids stands where Outlook wrote it', () => {
    let now = olfi;
    for (let i = 0; i < 8; i++) {
      const taken = takeLocalIds(now, 512);
      if (!taken.ok) throw new Error(taken.failure.message);
      expect(taken.value.first.gc).toBe(0x75a3 + 512 * i);
      now = { ...now, ...taken.value.olfi };
    }
    expect(now.alloc.gc).toBe(0x85a3);
    expect(now.left).toBe(0xf000);
  });

  it('turns to the next range when the current one is too small, and then says that both are', () => {
    const next = takeLocalIds({ ...olfi, left: 3 }, 4);
    expect(next).toMatchObject({
      ok: true,
      value: { first: { gc: 0x90000 }, olfi: { left: 0xfffc, nextLeft: 0 } },
    });
    const none = takeLocalIds({ ...olfi, left: 3, nextLeft: 3 }, 4);
    expect(none.ok ? null : none.failure.code).toBe('no-local-ids');
  });

  it('refuses ranges past 48 bits', () => {
    const bad = decodeOlfi(encodeOlfi({ ...olfi, alloc: { replGuid, gc: MAX_GC } }));
    expect(bad.ok ? null : bad.failure.code).toBe('bad-olfi');
  });
});

describe('legacyExchangeDN', () => {
  const dn = { organization: 'Alder Mills', adminGroup: 'First Administrative Group', recipient: 'anna' };

  it('is built and read back, in either case', () => {
    const text = buildLegacyDn(dn);
    expect(text).toBe('/o=Alder Mills/ou=First Administrative Group/cn=Recipients/cn=anna');
    expect(parseLegacyDn(text)).toEqual(ok(dn));
    expect(parseLegacyDn(text.toUpperCase()).ok).toBe(true);
    expect(legacyDnsEqual(text, text.toUpperCase())).toBe(true);
    expect(dnOfX500Address(x500Address(text))).toBe(text);
    expect(dnOfX500Address('SMTP:anna@aldermills.example')).toBeNull();
  });

  it('of any names can be read back', () => {
    const name = fc.string({ minLength: 1, unit: 'binary' });
    fc.assert(
      fc.property(name, name, name, (organization, adminGroup, recipient) => {
        const text = buildLegacyDn({ organization, adminGroup, recipient });
        const read = parseLegacyDn(text);
        expect(read.ok && buildLegacyDn(read.value)).toBe(text);
      }),
    );
    for (const text of [
      '',
      '/o=A',
      'anna',
      '/o=A/ou=B/cn=Recipients/cn=',
      '/o=A/ou=B/cn=Recipients/cn=x/cn=y',
    ]) {
      expect(parseLegacyDn(text).ok).toBe(false);
    }
  });
});
