import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress, parseProxy, printAddress, printMigrateProxy } from './address.ts';
import { canEncode, CODE_PAGES, decodeText, encodeText } from './code-pages.ts';
import { parseMigrationDate, printMigrationDate } from './date.ts';
import { fieldText, fieldValues, printField, printValues, splitFields } from './fields.ts';
import { asImported } from './mismatch.ts';
import { isSetFileName, parsePointer, printPointer } from './pointer.ts';

const split = (line: string) => {
  const fields = splitFields(line);
  return fields.ok ? fields.value : [];
};

describe('fields (XMG ab007)', () => {
  test.each([
    ['Lee, Bill', '"Lee, Bill"'],
    ['my name is "Sherry"', '"my name is ""Sherry"""'],
    ['100%', '"100%"'],
    ['#1', '"#1"'],
    ['plain text; here', 'plain text; here'],
    ['', ''],
  ])('%j is printed as %j', (text, printed) => {
    expect(printField(text)).toBe(printed);
    expect(fieldText(split(printed)[0])).toBe(text);
  });

  test('semicolons stand outside the quotation marks', () => {
    expect(printValues(['Jim_Hance@Northwind', 'Jon. Grande'])).toBe('Jim_Hance@Northwind;"Jon. Grande"');
    expect(split('"Jim_Hance@Northwind";"Jon Grande@Northwind",b').map(fieldValues)).toEqual([
      ['Jim_Hance@Northwind', 'Jon Grande@Northwind'],
      ['b'],
    ]);
  });

  test('characters behind the closing quotation mark are event 27 (Q154099)', () => {
    expect(splitFields('Inbox,"Doe Jane at "PO.1",x')).toMatchObject({
      ok: false,
      failure: { code: 'characters-after-quote' },
    });
    expect(splitFields('Inbox,"never closed')).toMatchObject({ ok: false, failure: { code: 'quote-open' } });
  });

  test('whatever is printed is read again', () => {
    const text = fc.string({ unit: 'binary' }).map((one) => one.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.array(text), { minLength: 1 }), (columns) => {
        const fields = split(columns.map(printValues).join(','));
        expect(fields.map(fieldValues)).toEqual(columns);
      }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (columns) => {
        expect(split(columns.map(printField).join(',')).map(fieldText)).toEqual(columns);
      }),
    );
  });
});

describe('what stands in fields', () => {
  test('addresses are read as printed, and as Microsoft prints one', () => {
    expect(parseAddress('Gamers[SMTP:gamers@litware.example]')).toEqual({
      name: 'Gamers',
      type: 'SMTP',
      address: 'gamers@litware.example',
    });
    expect(parseAddress('Roe, Rick')).toEqual({ name: 'Roe, Rick', type: null, address: '' });
    const free = fc.string().map((text) => text.replaceAll('[', ''));
    fc.assert(
      fc.property(
        free,
        fc.constantFrom('SMTP', 'CCMAIL', 'X400', 'ATTMAIL'),
        fc.string(),
        (name, type, address) => {
          expect(parseAddress(printAddress({ name, type, address }))).toEqual({ name, type, address });
        },
      ),
    );
    expect(parseProxy('MIGRATE:CCMAIL:Vane Cora at HARBOR')).toEqual({
      migrate: true,
      type: 'CCMAIL',
      address: 'Vane Cora at HARBOR',
    });
    expect(parseProxy(printMigrateProxy({ type: 'PROFS', address: 'Sydney(EBrown)' }))).toMatchObject({
      type: 'PROFS',
      migrate: true,
    });
    expect(parseProxy('no address')).toBeNull();
  });

  test('dates are whole seconds that exist', () => {
    expect(parseMigrationDate('19950321093421')).toBe(Date.UTC(1995, 2, 21, 9, 34, 21));
    for (const bad of [
      '19950231000000',
      '19950321',
      '00000000000000',
      '19951321093421',
      '1995032109342x',
      '',
    ])
      expect(parseMigrationDate(bad)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (seconds) => {
        expect(parseMigrationDate(printMigrationDate(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });

  test('pointers name a file of the set and a byte', () => {
    expect(parsePointer('#SALESPO2.SEC(43232)')).toEqual({ file: 'SALESPO2.SEC', offset: 43_232 });
    expect(printPointer({ file: '00000001.SEC', offset: 50 })).toBe('#00000001.SEC(50)');
    const bad = [
      '#A.SEC',
      '#A.SEC()',
      '#A.SEC(-1)',
      '#A.SEC(9999999999999999)',
      '#..\\A.SEC(1)',
      '#/etc/passwd(0)',
      '#..(0)',
      '#CON(1)',
      '#lpt1.sec(1)',
      '#A.SEC(1)x',
      'A.SEC(1)',
      '#(1)',
    ];
    for (const text of bad) expect(parsePointer(text), text).toBeNull();
    for (const name of ['..', '.', '', 'A.SEC ', 'a\u0000.sec', 'C:A.SEC', 'nul', 'x'.repeat(256)])
      expect(isSetFileName(name), name).toBe(false);
  });
});

describe('code pages', () => {
  test.each(CODE_PAGES)('%i gives every byte back', (page) => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decodeText(page, all);
    expect(new Set(text).size).toBe(256);
    expect(encodeText(page, text)).toEqual({ bytes: all, lost: 0 });
  });

  test('well-known bytes', () => {
    expect(decodeText(437, Uint8Array.of(0x81, 0xe1, 0xec))).toBe('üß∞');
    expect(decodeText(850, Uint8Array.of(0x81, 0xe1, 0x9d))).toBe('üßØ');
    expect(decodeText(1252, Uint8Array.of(0xfc, 0xdf, 0x80))).toBe('üß€');
    expect(decodeText(10000, Uint8Array.of(0x9f, 0xa7, 0xb0))).toBe('üß∞');
  });

  test('what a page lacks is counted, one question mark a character', () => {
    const { bytes, lost } = encodeText(850, 'a€😀b');
    expect([decodeText(850, bytes), lost]).toEqual(['a??b', 2]);
  });

  test('437 and 10000 mismatch the characters of Q174725, 850 and 1252 none', () => {
    expect(asImported(437, 'Grüße: ∞ ≈ √ ⁿ ∩ Γ π')).toBe('Grüße: 8 ~ v n n G ?');
    expect(asImported(10000, '≠ ∞ ∆ ∑ ◊ ﬁ ı')).toBe('? 8 ? ? ? ? I');
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        for (const page of [850, 1252] as const)
          expect(asImported(page, decodeText(page, bytes))).toBe(decodeText(page, bytes));
        for (const page of [437, 10000] as const)
          expect(canEncode(1252, asImported(page, decodeText(page, bytes)))).toBe(true);
      }),
    );
  });
});
