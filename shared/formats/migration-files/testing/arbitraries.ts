import fc from 'fast-check';
import { CODE_PAGES, type CodePage, decodeText } from '../code-pages.ts';
import type { PabRow } from '../pab-row.ts';
import { PAB_COLUMNS } from '../sections.ts';
import type { WrittenMessage } from '../set-writer.ts';

export const codePages = fc.constantFrom<CodePage>(...CODE_PAGES);

const AWKWARD = ['"', ',', ';', '#', '!', '\\', '%', '.', '\r', '\n', '\u0000', ' ', 'PAB', 'x'];

/** Any text that the code page has, with much of what needs quoting. */
export function texts(page: CodePage, maxLength = 24): fc.Arbitrary<string> {
  const any = fc.integer({ min: 0, max: 255 }).map((byte) => decodeText(page, Uint8Array.of(byte)));
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...AWKWARD) }, any), { maxLength })
    .map((parts) => parts.join(''));
}

/** Such a text without line ends and not empty. */
export function lineTexts(page: CodePage): fc.Arbitrary<string> {
  return texts(page).map((text) => text.replace(/[\r\n]/g, '') || 'x');
}

const dates = fc.option(
  fc.integer({ min: -11_644_473_600, max: 253_402_300_799 }).map((seconds) => seconds * 1000),
  { nil: null },
);

export function messages(page: CodePage): fc.Arbitrary<WrittenMessage> {
  const many = fc.array(texts(page), { maxLength: 4 });
  return fc.record({
    folder: texts(page),
    sender: texts(page),
    to: many,
    cc: many,
    bcc: many,
    subject: texts(page),
    sent: dates,
    received: dates,
    priority: fc.constantFrom(null, -1, 0, 1),
    unread: fc.boolean(),
    unsent: fc.boolean(),
    body: texts(page, 60),
    attachments: fc.array(
      fc.record({
        name: lineTexts(page),
        data: fc.uint8Array({ maxLength: 40 }),
        position: fc.integer({ min: -1, max: 99 }),
        format: fc.constantFrom('None' as const, 'Macbinary' as const),
      }),
      { maxLength: 3 },
    ),
    extra: fc.constantFrom<readonly string[]>([], ['0', '0']),
  });
}

/** Entries of an address book; a list's addresses have no quotation marks, for X.400 ones have a quoting of their own. */
export function pabRows(page: CodePage): fc.Arbitrary<PabRow> {
  return fc
    .record({
      kind: fc.constantFrom('entry' as const, 'dl' as const),
      name: texts(page).map((text) => text || 'x'),
      addresses: fc.array(
        texts(page).map((text) => text.replaceAll('"', '')),
        { maxLength: 3 },
      ),
      details: fc.dictionary(
        fc.constantFrom(...PAB_COLUMNS.slice(3)),
        texts(page).map((text) => text || 'x'),
        { maxKeys: 5 },
      ),
    })
    .map((row) => row as PabRow);
}
