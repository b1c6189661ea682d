import { expect, test } from 'vitest';
import { text } from '../text/text.ts';
import { fromJournal } from './from-journal.ts';

const MAIL = { kind: 'MAILMESSAGE', file: '00000002.PRI', line: 1, address: 'x', target: 'mailbox' };
const COUNTS = { directory: 0, refused: 0, messages: 0, publicMessages: 0, failed: [], accounts: [] };
const AT = { file: 1, offset: 9 };

test.each<[string, string, Record<string, unknown>, readonly string[]]>([
  ['a section of messages', 'section', MAIL, ['step', 'protocol']],
  ['an address book', 'section', { kind: 'PAB', entries: 4, folder: 'Inbox' }, ['step']],
  ['bulletin boards', 'public', { ...MAIL, target: 'public' }, ['step']],
  ['a batch with nothing to tell', 'imported', { ...COUNTS, position: AT }, []],
  ['a batch of entries', 'imported', { ...COUNTS, position: AT, directory: 8, refused: 1 }, ['step']],
  ['a batch of messages', 'imported', { ...COUNTS, position: AT, messages: 5, publicMessages: 2 }, ['step']],
  ['a batch with what failed', 'imported', { ...COUNTS, position: AT, failed: [1, 2] }, ['step']],
  ['the end', 'imported', { position: null, failed: [], accounts: [], recovery: null }, ['step']],
  [
    'the end with a recovery file',
    'imported',
    { position: null, failed: [], accounts: [], recovery: 'C:\\TEMP\\00000001.PRI' },
    ['protocol', 'step'],
  ],
])('%s is told whole', (_, kind, detail, depths) => {
  const sentences = fromJournal({ alias: 'Vane Cora', kind, detail });
  expect(sentences.map(({ depth }) => depth)).toEqual(depths);
  for (const { key, values, evidence, source, reason } of sentences) {
    expect(text(key, values)).not.toMatch(/\{\w+\}|undefined/);
    expect(evidence === 'documented' ? source : reason).toMatch(/\S/);
  }
});
