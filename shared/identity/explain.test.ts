import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAddressBookEntryId } from './address-book-entry-id.ts';
import { hexBytes, toHex } from './bytes.ts';
import type { ByteField } from './byte-fields.ts';
import { explain, IDENTIFIER_KINDS, type IdentifierKind } from './explain.ts';
import vectors from './identity-vectors.json' with { type: 'json' };
import { encodeRuleActions } from './rule-actions.ts';

const person = encodeAddressBookEntryId('/o=Alder Mills/cn=anna');
const rules = encodeRuleActions([
  { op: 'move', inThisStore: true, folder: { replid: 1, gc: 0x1a2b } },
  { op: 'copy', inThisStore: false, storeEid: person, folderEid: person },
  { op: 'forward', recipients: [person, person] },
  {
    op: 'reply',
    template: {
      folder: { replid: 1, gc: 2 },
      message: { replid: 1, gc: 3 },
      guid: new Uint8Array(16).fill(7),
    },
  },
  { op: 'tag', propTag: 0x10, value: Uint8Array.of(1, 2) },
]);

const samples: readonly (readonly [IdentifierKind, Uint8Array])[] = [
  ['sourceKey', hexBytes(vectors.gid22.hex)],
  ['longTermId', hexBytes(vectors.ltid24.hex)],
  ['shortId', hexBytes(vectors.fid.hex)],
  ['folderEntryId', hexBytes(vectors.folderEid46.hex)],
  ['messageEntryId', hexBytes(vectors.messageEid70.hex)],
  ['changeKey', hexBytes('26b779e6cac9b341abfcf69e7f40109d00000803')],
  ['pcl', hexBytes(vectors.pclReal.hex)],
  ['idset', hexBytes(vectors.idsetReal[0]?.hex ?? '')],
  ['idset', hexBytes(vectors.idsetReal[1]?.hex ?? '')],
  ['storeEntryId', hexBytes(vectors.storeEid.hex)],
  ['addressBookEntryId', hexBytes(vectors.abEid.hex)],
  ['ruleActions', rules],
  ['guid', new Uint8Array(16).fill(3)],
];

function expectCover(fields: readonly ByteField[], bytes: Uint8Array): void {
  let at = 0;
  for (const field of fields) {
    expect(field.offset).toBe(at);
    expect(field.length).toBeGreaterThan(0);
    expect(field.hex).toBe(toHex(bytes.subarray(at, at + field.length)));
    at += field.length;
  }
  expect(at).toBe(bytes.length);
}

describe('an identifier taken apart', () => {
  test.each(samples)('%s: every byte belongs to exactly one field that is explained', (kind, bytes) => {
    const fields = explain(kind, bytes);
    expectCover(fields, bytes);
    expect(fields.filter((field) => field.kind === 'unexplained')).toEqual([]);
    for (const field of fields) expect(field.source).not.toBe('');
  });

  test('whatever the bytes are, the fields cover each of them once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTIFIER_KINDS), fc.uint8Array({ maxLength: 200 }), (kind, bytes) => {
        expectCover(explain(kind, bytes), bytes);
      }),
    );
  });

  test('a well-formed identifier with damage anywhere is still covered once', () => {
    const damaged = fc.tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(255), fc.nat());
    fc.assert(
      fc.property(damaged, ([[kind, bytes], at, value, cut]) => {
        const copy = bytes.slice(0, bytes.length - (cut % 4));
        copy[at % copy.length] = value;
        expectCover(explain(kind, copy), copy);
      }),
    );
  });
});

test('a rule that moves names the folder by a REPLID and a counter', () => {
  const values = explain('ruleActions', rules)
    .slice(0, 14)
    .map((field) => [field.kind, field.value]);
  expect(values).toContainEqual(['action-type', 'move']);
  expect(values).toContainEqual(['replid', '0x1']);
  expect(values).toContainEqual(['counter', '0x1a2b']);
});

test('a set is explained command by command, as the specification works its example', () => {
  const set = hexBytes(`${'00'.repeat(15)}01 05 0000000000 42 01 EB 50 00`);
  expect(explain('idset', set).map((field) => [field.kind, field.value])).toEqual([
    ['replguid', '{00000000-0000-0000-0000-000000000001}'],
    ['push', '0x0'],
    ['bitmask', '0x1, 0x2, 0x3, 0x5, 0x7, 0x8, 0x9'],
    ['pop', ''],
    ['end', ''],
  ]);
});
