import { documented, modelled } from '../evidence.ts';
import type { JournalLine } from './journal-line.ts';
import { OWN, type Sentence, sentence } from './sentence.ts';

const SECTION = documented('SDK dsignapp_7m5v');
const CONVERTS = documented('Q194218');
const BOARDS = documented('Q157631');
const DIRECTORY = documented('SDK 8pbi');
const RECOVERY = documented('SDK dsignapp_7m5v; Q256199');
const BATCH = modelled("Batches are the lab's own, so that a run can be cancelled and taken up again");

function word({ detail }: JournalLine, key: string): string {
  const value = detail[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function count({ detail }: JournalLine, key: string): number {
  const value = detail[key];
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0;
}

function section(line: JournalLine): readonly Sentence[] {
  const alias = line.alias ?? '';
  if (line.detail.kind === 'PAB') {
    const values = { alias, entries: count(line, 'entries'), folder: word(line, 'folder') };
    return [sentence('step', 'underneath.import.address-book', SECTION, values)];
  }
  const values = { alias, file: word(line, 'file'), line: word(line, 'line') };
  const step = sentence('step', 'underneath.import.section', SECTION, values);
  const target = word(line, 'target');
  return target === ''
    ? [step]
    : [step, sentence('protocol', 'underneath.import.section.protocol', CONVERTS, { alias, target })];
}

function batch(line: JournalLine): readonly Sentence[] {
  const failed = count(line, 'failed');
  const recovery = word(line, 'recovery');
  const sentences: Sentence[] = [];
  const directory = count(line, 'directory');
  const messages = count(line, 'messages') + count(line, 'publicMessages');
  if (directory > 0)
    sentences.push(
      sentence('step', 'underneath.import.directory', DIRECTORY, {
        entries: directory,
        refused: count(line, 'refused'),
      }),
    );
  if (messages > 0) sentences.push(sentence('step', 'underneath.import.messages', BATCH, { messages }));
  if (failed > 0) sentences.push(sentence('step', 'underneath.import.failed', RECOVERY, { count: failed }));
  if (recovery !== '')
    sentences.push(sentence('protocol', 'underneath.import.recovery', RECOVERY, { file: recovery }));
  // The last line of all says whether there is a recovery file.
  if (Object.hasOwn(line.detail, 'recovery')) sentences.push(sentence('step', 'underneath.import.done', OWN));
  return sentences;
}

/** What a line of an import means: the section at hand, where its messages went, and what could not be imported. */
export function fromImport(line: JournalLine): readonly Sentence[] {
  switch (line.kind) {
    case 'section':
      return section(line);
    case 'public':
      return [sentence('step', 'underneath.import.public', BOARDS, { file: word(line, 'file') })];
    default:
      return batch(line);
  }
}
