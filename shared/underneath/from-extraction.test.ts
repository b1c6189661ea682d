import { expect, test } from 'vitest';
import { text } from '../text/text.ts';
import { fromJournal } from './from-journal.ts';

test.each<[string, Record<string, unknown>, readonly string[]]>([
  ['password', { part: 'password', list: 'C:\\MIGRATE\\HARBOR.001.password' }, ['step', 'protocol']],
  ['command', { part: 'command', command: 'Export /P********' }, ['step', 'protocol']],
  ['command', { part: 'command', command: 'Export', refused: 'q186740-pre-expired' }, ['step', 'protocol']],
  ['messages', { part: 'messages', messages: 3, bytes: 900 }, ['step']],
  ['address-book', { part: 'address-book', entries: 2 }, ['step']],
  [
    'files',
    { part: 'files', files: ['00000001.PRI', '00000001.SEC'], bytes: 9, section: true },
    ['step', 'protocol'],
  ],
  ['files', { part: 'files', files: [], bytes: 0, section: false }, ['step', 'protocol']],
  ['directory', { part: 'directory', file: 'DIRECTORY.PRI', entries: 2 }, ['step', 'protocol']],
  ['packing-list', { part: 'packing-list', file: 'HARBOR.PKL', codePage: 850, files: 3 }, ['protocol']],
  ['failed', { part: 'failed', message: 'Memory Error' }, ['step']],
])('%s of an extraction is told whole: %j', (_, detail, depths) => {
  const sentences = fromJournal({ alias: 'Vane Cora', kind: 'extracted', detail });
  expect(sentences.map(({ depth }) => depth)).toEqual(depths);
  for (const { key, values, evidence, source, reason } of sentences) {
    expect(text(key, values)).not.toMatch(/\{\w+\}|undefined/);
    expect(evidence === 'documented' ? source : reason).toMatch(/\S/);
  }
});

test('the pane shows the command line as it is, and says why Export refused it', () => {
  const command = 'Export /P******** /BATCH /N"Vane, Cora"';
  const [step, protocol] = fromJournal({
    alias: 'Vane Cora',
    kind: 'extracted',
    detail: { part: 'command', command, refused: 'q186740-pre-expired' },
  });
  expect(protocol === undefined ? '' : text(protocol.key, protocol.values)).toBe(command);
  expect(step === undefined ? '' : text(step.key, step.values)).toContain('Pre-expired Passwords');
});

test('a run from a foreign source begins with its accounts, and its files are told when all are there', () => {
  const told = (kind: string, detail: Record<string, unknown>): string =>
    fromJournal({ alias: null, kind, detail })
      .map(({ key, values }) => text(key, values))
      .join(' ');
  expect(told('started', { accounts: 8 })).toContain('8 accounts');
  expect(told('packed', { set: 'C:\\MIGRATE\\HARBOR.001' })).toContain('C:\\MIGRATE\\HARBOR.001');
});
