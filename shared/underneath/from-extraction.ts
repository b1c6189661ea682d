import { documented, type Evidence, modelled } from '../evidence.ts';
import { ruleText } from '../text/evidence-text.ts';
import type { JournalLine } from './journal-line.ts';
import { type Sentence, sentence } from './sentence.ts';

const COMMAND = documented('Q186740');
const RESET = documented('Q169536');
const FORMAT = documented('SDK 6qnn');
const SECTION = documented('Q194218');
const BOOK = documented('Q229754');
const PACKING = documented('XMG ab010');
const DIRECTORY = documented('SDK 8pbi');
const BATCH: Evidence = modelled(
  "Batches are the lab's own, so that a run can be cancelled and taken up again",
);

function word(detail: JournalLine['detail'], key: string): string {
  const value = detail[key];
  return typeof value === 'string' ? value : '';
}

function count(detail: JournalLine['detail'], key: string): number {
  const value = detail[key];
  return typeof value === 'number' ? value : 0;
}

function names(detail: JournalLine['detail']): string {
  const { files } = detail;
  return Array.isArray(files) ? files.filter((one) => typeof one === 'string').join(', ') : '';
}

function files({ alias, detail }: JournalLine): readonly Sentence[] {
  const values = { alias: alias ?? '', files: names(detail), bytes: count(detail, 'bytes') };
  const written =
    values.files === ''
      ? sentence('step', 'underneath.extract.files.none', SECTION, values)
      : sentence('step', 'underneath.extract.files', FORMAT, values);
  const section =
    detail.section === true
      ? sentence('protocol', 'underneath.extract.section', SECTION, values)
      : sentence('protocol', 'underneath.extract.section.none', SECTION, values);
  return [written, section];
}

function command({ alias, detail }: JournalLine): readonly Sentence[] {
  const values = { alias: alias ?? '', command: word(detail, 'command') };
  const refused = word(detail, 'refused');
  const ran = sentence('protocol', 'underneath.extract.command', COMMAND, values);
  return refused === ''
    ? [sentence('step', 'underneath.extract.export', COMMAND, values), ran]
    : [sentence('step', 'underneath.extract.refused', COMMAND, { ...values, why: ruleText(refused) }), ran];
}

/** What a line of an extraction means: the command that ran, the password that was reset, and where each thing went. */
export function fromExtraction(line: JournalLine): readonly Sentence[] {
  const { detail } = line;
  const alias = line.alias ?? '';
  switch (detail.part) {
    case 'password':
      return [
        sentence('step', 'underneath.extract.password.step', RESET, { alias }),
        sentence('protocol', 'underneath.extract.password.protocol', RESET, { list: word(detail, 'list') }),
      ];
    case 'command':
      return command(line);
    case 'messages':
      return [
        sentence('step', 'underneath.extract.messages', BATCH, {
          alias,
          messages: count(detail, 'messages'),
          bytes: count(detail, 'bytes'),
        }),
      ];
    case 'address-book':
      return [
        sentence('step', 'underneath.extract.address-book', BOOK, {
          alias,
          entries: count(detail, 'entries'),
        }),
      ];
    case 'files':
      return files(line);
    case 'directory':
      return [
        sentence('step', 'underneath.extract.directory', DIRECTORY, { entries: count(detail, 'entries') }),
        sentence('protocol', 'underneath.extract.directory.proxies', DIRECTORY, {
          file: word(detail, 'file'),
        }),
      ];
    case 'packing-list':
      return [
        sentence('protocol', 'underneath.extract.packing-list', PACKING, {
          file: word(detail, 'file'),
          codePage: count(detail, 'codePage'),
          files: count(detail, 'files'),
        }),
      ];
    case 'failed':
      return [
        sentence(
          'step',
          'underneath.extract.failed',
          modelled('The run as a whole ended for this; see its reason'),
          { message: word(detail, 'message') },
        ),
      ];
    default:
      return [];
  }
}
