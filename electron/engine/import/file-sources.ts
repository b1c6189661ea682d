import { readFileSync, statSync } from 'node:fs';
import { type MailSource, type SourceEvent, skipped } from './mail-source.ts';
import { LONGEST_MESSAGE, splitMbox } from './mbox-split.ts';
import { parseMime } from './parse-mime.ts';

/** One .eml file, into a folder that was told before. */
export async function* emlSource(
  file: string,
  path: string,
  folder: string,
): AsyncGenerator<SourceEvent> & MailSource {
  if (statSync(file).size > LONGEST_MESSAGE) {
    yield skipped(path, 'it is longer than 256 MB');
    return;
  }
  const mail = await parseMime(readFileSync(file), null);
  yield mail.ok ? { kind: 'mail', folder, mail: mail.value } : skipped(path, mail.failure.message);
}

/** A mail folder file (mbox), message by message, into a folder that was told before. */
export async function* mboxSource(
  file: string,
  path: string,
  folder: string,
): AsyncGenerator<SourceEvent> & MailSource {
  let number = 0;
  for (const message of splitMbox(file)) {
    number += 1;
    const place = `${path}, message ${number}`;
    if (message.tooLong) {
      yield skipped(place, 'it is longer than 256 MB');
      continue;
    }
    const mail = await parseMime(message.raw, message.envelope);
    yield mail.ok ? { kind: 'mail', folder, mail: mail.value } : skipped(place, mail.failure.message);
  }
  if (number === 0 && statSync(file).size > 0)
    yield skipped(path, 'it holds no message that begins with a "From " line');
}
