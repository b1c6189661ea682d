import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAccountsFile, printAccountsFile } from './accounts-file.ts';
import { parseSubjectFile, printSubjectFile } from './subject-file.ts';
import { readTextFile, WINDOWS_CODE_PAGE } from './text-file.ts';

const read = (...bytes: readonly number[]) =>
  readTextFile(Uint8Array.from(bytes), 'a.txt', WINDOWS_CODE_PAGE);

describe('a file somebody wrote for batch mode', () => {
  test.each([
    ['the code page of Windows', [0x80, 0xe4, 0x20], '\u20ac\u00e4 ', 'code-page'],
    ['UTF-16, little end first', [0xff, 0xfe, 0xac, 0x20], '\u20ac', 'utf-16le'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x20, 0xac], '\u20ac', 'utf-16be'],
    ['UTF-16 without its mark', [0x41, 0, 0x0d, 0], 'A\r', 'utf-16le'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xe2, 0x82, 0xac], '\u20ac', 'utf-8'],
    ['nothing', [], '', 'code-page'],
  ])('is read in %s', (_name, bytes, text, encoding) => {
    expect(read(...bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  test.each([
    ['half a letter of UTF-16', [0xff, 0xfe, 0x41]],
    ['what is no UTF-8', [0xef, 0xbb, 0xbf, 0xff]],
  ])('is refused by its name for %s', (_name, bytes) => {
    expect(read(...bytes)).toMatchObject({ ok: false, failure: { code: 'text-file' } });
  });
});

describe('an accounts file', () => {
  test('names each account once, with its line, and tells of those that come again', () => {
    expect(parseAccountsFile('lars.holt\r\n\r\n  Ines.Moor \r\nLARS.HOLT\r\n')).toEqual({
      accounts: [
        { name: 'lars.holt', line: 1 },
        { name: 'Ines.Moor', line: 3 },
      ],
      repeated: [{ name: 'LARS.HOLT', line: 4 }],
    });
  });

  test('may have 100,000 lines', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `user${index}`);
    expect(parseAccountsFile(printAccountsFile(names)).accounts).toHaveLength(100_000);
  });
});

describe('a SubjectFile', () => {
  test('printed and read gives the prefixes back', () => {
    const prefix = fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(prefix), (prefixes) => {
        const file = readTextFile(printSubjectFile(prefixes), 's.txt', WINDOWS_CODE_PAGE);
        if (!file.ok) throw new Error(file.failure.message);
        expect(parseSubjectFile(file.value, 's.txt')).toEqual({ ok: true, value: prefixes });
      }),
    );
  });

  test.each([
    ['is no Unicode', { text: 'Out of office\r\n', encoding: 'code-page' as const }],
    ['does not end in CR LF', { text: 'Out of office', encoding: 'utf-16le' as const }],
  ])('that %s is refused with what to do', (_why, file) => {
    expect(parseSubjectFile(file, 's.txt')).toMatchObject({ ok: false, failure: { code: 'subject-file' } });
  });
});
