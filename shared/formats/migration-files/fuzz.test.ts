import { describe, expect, test } from 'vitest';
import { type Draw, draw } from '../../lab/draw.ts';
import { fail, ok } from '../../result.ts';
import { CODE_PAGES, type CodePage, decodeText } from './code-pages.ts';
import { readDirectoryRow } from './directory-row.ts';
import { LINE_LIMIT, readLines } from './lines.ts';
import { printMessageRow, readMessageRow } from './message-row.ts';
import { readPabRow } from './pab-row.ts';
import { printPackingList, readPackingList } from './packing-list.ts';
import { type PrimaryItem, readPrimary } from './primary-reader.ts';
import { splitFields } from './fields.ts';
import { DIRECTORY_COLUMNS } from './sections.ts';
import { readParts } from './secondary-reader.ts';
import { setWriter } from './set-writer.ts';
import { bytesOf, concat, inChunks, sourceOf } from './testing/bytes.ts';
import { CORPUS } from './testing/corpus.ts';
import { mutate } from './testing/mutate.ts';

/** Sets that are mutated; `MWL_FUZZ` makes it as many as one has time for. */
const ROUNDS = Number(process.env.MWL_FUZZ ?? 1500);
const SEED = Number(process.env.MWL_FUZZ_SEED ?? 4);

const nowhere = () => fail<string>('secondary-file', 'there is no such file here');

interface RealSet {
  readonly page: CodePage;
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
  readonly list: Uint8Array;
}

/** A sound set with every kind of section. */
function realSet(drawn: Draw): RealSet {
  const page = drawn.pick(CODE_PAGES);
  const writer = setWriter('00000001.SEC', page);
  const text = (): string => decodeText(page, drawn.bytes(drawn.below(12)));
  const written = [
    writer.directorySection(DIRECTORY_COLUMNS),
    writer.directoryEntry([
      ['Mailbox'],
      ['Create'],
      [text() || 'A'],
      [text()],
      ['MIGRATE:CCMAIL:A at B'],
      ['~Server'],
    ]),
    writer.messageSection('CCMAIL:A at B'),
    ...Array.from({ length: drawn.below(4) }, () =>
      writer.message({
        folder: drawn.pick(['Inbox', 'Filed\\Mail', '']),
        sender: text(),
        to: [text(), text()],
        cc: [],
        bcc: [text()],
        subject: text(),
        sent: drawn.below(2_000_000_000) * 1000,
        received: null,
        priority: drawn.pick([null, -1, 0, 1]),
        unread: drawn.chance(0.5),
        unsent: false,
        body: text(),
        attachments: drawn.chance(0.5)
          ? [{ name: text().replace(/[\r\n]/g, '') || 'x', data: drawn.bytes(drawn.below(50)) }]
          : [],
      }),
    ),
    writer.pabSection('CCMAIL:A at B'),
    writer.pabEntry({
      kind: 'dl',
      name: text() || 'x',
      addresses: [text(), 'SMTP:a@b.example'],
      details: { Note: text() || 'x' },
    }),
  ];
  return {
    page,
    primary: concat(written.map((one) => one.primary)),
    secondary: concat(written.map((one) => one.secondary)),
    list: bytesOf(printPackingList({ codePage: page, primaries: ['A.PRI'], secondaries: ['00000001.SEC'] })),
  };
}

/** Bytes of the file that stand in no item: they may be line ends, comments, and the Ctrl-Z of DOS alone. */
function lostBytes(bytes: Uint8Array, items: readonly PrimaryItem[]): string[] {
  const lost: string[] = [];
  let at = 0;
  const gap = (until: number): void => {
    for (const line of readLines([bytes.subarray(at, until)])) {
      const text = decodeText(1252, line.bytes);
      if (text !== '' && text !== '\u001a' && !text.startsWith('!')) lost.push(text);
    }
  };
  for (const { place } of items) {
    if (place.offset > at) gap(place.offset);
    at = Math.max(at, place.offset + place.length);
  }
  gap(bytes.length);
  return lost;
}

/** Reads everything of a primary file as an import would; what it says is checked, and that it loses nothing. */
function provePrimary(bytes: Uint8Array, page: CodePage, chunk: number): void {
  const items = [...readPrimary(inChunks(bytes, [chunk]), page)];
  expect(lostBytes(bytes, items)).toEqual([]);
  // However the file comes in, it is the same file.
  expect(items).toEqual([...readPrimary([bytes], page)]);
  for (const item of items) {
    if (item.kind !== 'row') continue;
    if (item.section.type === 'PAB') readPabRow(item.fields, nowhere);
    else if (item.section.type === 'DIRECTORY') readDirectoryRow(item.section.columns, item.fields);
    else {
      const row = readMessageRow(item.fields, nowhere);
      if (!row.ok) {
        expect(row.failure.message.length).toBeGreaterThan(10);
        continue;
      }
      const elsewhere: string[] = [];
      const line = printMessageRow(row.value, (text) => ({
        file: 'A.SEC',
        offset: elsewhere.push(text) - 1,
      }));
      const fields = splitFields(line);
      const again = fields.ok
        ? readMessageRow(fields.value, ({ offset }) => ok(elsewhere[offset] ?? ''))
        : fields;
      // A body with a line end goes elsewhere as a whole, and comes back as the pointer that it became.
      if (elsewhere.length > 0 && row.value.body.kind === 'text') expect(again.ok).toBe(true);
      else expect(again).toEqual(row);
    }
  }
}

function proveSecondary(bytes: Uint8Array, page: CodePage, offset: number): void {
  const parts = readParts(sourceOf(bytes), page, offset);
  if (!parts.ok) {
    expect(parts.failure.message.length).toBeGreaterThan(10);
    return;
  }
  for (const { data, heading } of parts.value)
    expect(data + heading.length).toBeLessThanOrEqual(bytes.length);
  expect(parts.value.at(-1)?.heading.isLast).toBe(true);
}

function proveList(bytes: Uint8Array): void {
  const list = readPackingList([bytes]);
  for (const name of [...list.primaries, ...list.secondaries]) expect(name).not.toMatch(/[\\/:]|^\.+$/);
  expect(list.primaries.length + list.faults.length).toBeGreaterThan(0);
}

describe('hostile files end in words, without a crash, a hang or a loss', () => {
  test.each(CORPUS)('$about', ({ text }) => {
    const bytes = bytesOf(text);
    for (const page of CODE_PAGES) provePrimary(bytes, page, 3);
    for (let offset = 0; offset <= bytes.length + 1; offset += 1) proveSecondary(bytes, 850, offset);
    proveList(bytes);
  });

  test(
    `${ROUNDS} sets with mutations, seed ${SEED}`,
    () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const drawn = draw(SEED, 'fuzz-migration-files', '', round);
        const set = realSet(drawn);
        try {
          provePrimary(mutate(set.primary, drawn), set.page, drawn.between(1, 64));
          const secondary = mutate(set.secondary, drawn);
          proveSecondary(secondary, set.page, drawn.pick([0, 50, drawn.below(secondary.length + 2)]));
          proveList(mutate(set.list, drawn));
        } catch (error) {
          throw new Error(`round ${round} of seed ${SEED}: add what it found to the corpus`, {
            cause: error,
          });
        }
      }
    },
    120_000 + ROUNDS * 20,
  );

  test('lines stay within their limit', () => {
    const long = bytesOf('x'.repeat(LINE_LIMIT * 3));
    for (const line of readLines(inChunks(long, [1000])))
      expect(line).toMatchObject({ cut: true, length: LINE_LIMIT * 3 });
    expect([...readLines([long])][0]?.bytes.length).toBe(LINE_LIMIT);
  });
});
