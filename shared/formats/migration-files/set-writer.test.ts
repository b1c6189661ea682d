import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_PAGES, type CodePage, decodeText, encodeText } from './code-pages.ts';
import { readDirectoryRow } from './directory-row.ts';
import { type MessageRow, readMessageRow } from './message-row.ts';
import { type PabRow, readPabRow } from './pab-row.ts';
import { PAB_COLUMNS } from './sections.ts';
import type { Pointer } from './pointer.ts';
import { type PrimaryItem, readPrimary } from './primary-reader.ts';
import { ok } from '../../result.ts';
import { type ByteSource, partData, readPart, readParts } from './secondary-reader.ts';
import { setWriter, type Written, type WrittenMessage } from './set-writer.ts';
import { bytesOf, concat, inChunks, sourceOf } from './testing/bytes.ts';

const codePages = fc.constantFrom<CodePage>(...CODE_PAGES);

const AWKWARD = ['"', ',', ';', '#', '!', '\\', '%', '.', '\r', '\n', '\u0000', ' ', 'PAB', 'x'];

/** Any text that the code page has, with much of what needs quoting. */
function texts(page: CodePage, maxLength = 24): fc.Arbitrary<string> {
  const any = fc.integer({ min: 0, max: 255 }).map((byte) => decodeText(page, Uint8Array.of(byte)));
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...AWKWARD) }, any), { maxLength })
    .map((parts) => parts.join(''));
}

/** Such a text without line ends and not empty. */
function lineTexts(page: CodePage): fc.Arbitrary<string> {
  return texts(page).map((text) => text.replace(/[\r\n]/g, '') || 'x');
}

const dates = fc.option(
  fc.integer({ min: -11_644_473_600, max: 253_402_300_799 }).map((seconds) => seconds * 1000),
  { nil: null },
);

function messages(page: CodePage): fc.Arbitrary<WrittenMessage> {
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
function pabRows(page: CodePage): fc.Arbitrary<PabRow> {
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

const FILE = '00000001.SEC';

function resolver(source: ByteSource, page: CodePage) {
  return (pointer: Pointer) => {
    const part = readPart(source, page, pointer.offset);
    return part.ok ? ok(decodeText(page, partData(source, part.value))) : part;
  };
}

function rowsOf(items: readonly PrimaryItem[]) {
  return items.flatMap((item) => (item.kind === 'row' ? [item.fields] : []));
}

/** What a message is once it was written and read. */
function again(row: MessageRow, source: ByteSource, page: CodePage): WrittenMessage {
  const { body, ...rest } = row;
  if (body.kind !== 'pointer') throw new Error('a body without a pointer');
  const parts = readParts(source, page, body.pointer.offset);
  if (!parts.ok) throw new Error(parts.failure.message);
  const [text, ...attachments] = parts.value;
  return {
    ...rest,
    body: text === undefined ? '' : decodeText(page, partData(source, text)),
    attachments: attachments.map((part) => ({
      name: part.heading.name,
      position: part.heading.position,
      format: part.heading.format,
      data: partData(source, part),
    })),
  };
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

test('messages and address books written are the messages and address books read', () => {
  const sets = codePages.chain((page) =>
    fc.record({
      page: fc.constant(page),
      address: texts(page).map((text) => `CCMAIL:${text.replace(/[\r\n]/g, '').trim()}x`),
      mail: fc.array(messages(page), { maxLength: 4 }),
      book: fc.array(pabRows(page), { maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(sets, sizes, ({ page, address, mail, book }, chunks) => {
      const writer = setWriter(FILE, page);
      const written: Written[] = [
        writer.comment('made by a test'),
        writer.pabSection(address),
        ...book.map((row) => writer.pabEntry(row)),
        writer.messageSection(address),
        ...mail.map((message) => writer.message(message)),
      ];
      const primary = concat(written.map((one) => one.primary));
      const secondary = concat(written.map((one) => one.secondary));
      expect([primary.length, secondary.length]).toEqual([writer.primaryBytes(), writer.secondaryBytes()]);
      expect(written.every((one) => one.lost === 0)).toBe(true);

      const source = sourceOf(secondary);
      const resolve = resolver(source, page);
      const items = [...readPrimary(inChunks(primary, chunks), page)];
      expect(items.filter((item) => item.kind === 'section').map((item) => item.section?.address)).toEqual([
        address,
        address,
      ]);
      const rows = rowsOf(items);
      const read = rows.slice(book.length).map((fields) => {
        const row = readMessageRow(fields, resolve);
        if (!row.ok) throw new Error(row.failure.message);
        return again(row.value, source, page);
      });
      expect(read).toEqual(mail);
      expect(rows.slice(0, book.length).map((fields) => readPabRow(fields, resolve))).toEqual(book.map(ok));
    }),
    { numRuns: 150 },
  );
});

test('directory entries written are the directory entries read, backslashes doubled', () => {
  const columns = ['Obj-class', 'Mode', 'Common-Name', 'Display-Name', 'Secondary-Proxy-Addresses'];
  const rows = codePages.chain((page) =>
    fc.record({
      page: fc.constant(page),
      entries: fc.array(
        fc.array(fc.array(texts(page), { maxLength: 2 }), {
          minLength: columns.length,
          maxLength: columns.length,
        }),
        { maxLength: 4 },
      ),
    }),
  );
  fc.assert(
    fc.property(rows, sizes, ({ page, entries }, chunks) => {
      const writer = setWriter(FILE, page);
      const written = [
        writer.directorySection(columns),
        ...entries.map((entry) => writer.directoryEntry([['mailbox'], ...entry.slice(1)])),
      ];
      const items = [...readPrimary(inChunks(concat(written.map((one) => one.primary)), chunks), page)];
      const read = rowsOf(items).map((fields) => {
        const row = readDirectoryRow(columns, fields);
        if (!row.ok) throw new Error(row.failure.message);
        return columns.map((column) => row.value.get(column.toLowerCase()) ?? []);
      });
      expect(read).toEqual(entries.map((entry) => [['mailbox'], ...entry.slice(1)]));
    }),
    { numRuns: 150 },
  );
});

test('reading may begin anew behind any row', () => {
  const writer = setWriter(FILE, 850);
  const message: WrittenMessage = {
    folder: 'Inbox',
    sender: 'Roe, Rick',
    to: ['Jane Doe'],
    cc: [],
    bcc: [],
    subject: 'Budget',
    sent: 0,
    received: 0,
    priority: 0,
    unread: false,
    unsent: false,
    body: 'Hello',
    attachments: [],
  };
  const primary = concat(
    [
      writer.messageSection('CCMAIL:DOE JANE at PO1'),
      writer.message(message),
      writer.message({ ...message, subject: 'two' }),
      writer.messageSection('CCMAIL:ROE RICK at PO1'),
      writer.message({ ...message, subject: 'three' }),
    ].map((one) => one.primary),
  );
  const whole = [...readPrimary([primary], 850)];
  whole.forEach((item, index) => {
    const position = {
      line:
        primary.subarray(0, item.place.offset + item.place.length).filter((byte) => byte === 10).length + 1,
      offset: item.place.offset + item.place.length,
      section: item.kind === 'row' || item.kind === 'section' ? item.section : null,
    };
    const rest = [...readPrimary([primary.subarray(position.offset)], 850, position)];
    expect(rest).toEqual(whole.slice(index + 1));
  });
});

test("Microsoft's sample of a secondary file has its pointers at 50 and 161: heading, data and blank line counted", () => {
  const body = `${'x'.repeat(89)}\r\n`;
  const writer = setWriter('SALESPO1.SEC', 850);
  const message = {
    folder: '',
    sender: '',
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    sent: null,
    received: null,
    priority: -1,
    unread: false,
    unsent: false,
    body,
    attachments: [],
  };
  writer.messageSection('PROFS:SANFRAN(HOWARDS)');
  const [one, two] = [writer.message(message), writer.message(message)].map((written) =>
    decodeText(850, written.primary),
  );
  expect(one).toContain('#SALESPO1.SEC(50)');
  expect(two).toContain('#SALESPO1.SEC(161)');
});

test('a character that the code page lacks is told', () => {
  const writer = setWriter(FILE, 850);
  expect(writer.messageSection('CCMAIL:Zoë € at PO').lost).toBe(1);
  expect(encodeText(850, 'Zoë').lost).toBe(0);
  expect(bytesOf('a')).toHaveLength(1);
});
