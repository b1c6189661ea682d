import { parseAddress } from '../../../shared/formats/migration-files/address.ts';
import { type CodePage, decodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { asImported } from '../../../shared/formats/migration-files/mismatch.ts';
import { oneLine, plainText } from '../import/clean-text.ts';
import type { NewAttachment, NewContent } from '../mailbox/content.ts';
import type { FoundMessage } from './read-rows.ts';
import type { SecondaryFiles } from './secondary-files.ts';

/** The name of an imported attachment; a message may have parts that are neither body nor attachment, which come as attachments too (modelled). */
function attachmentName(name: string, ordinal: number): string {
  return oneLine(name, 255) || `ATTACH${ordinal}.TXT`;
}

/** Importance headers of mail for MAPI's priorities; -1 stands in a sample, the others are modelled (SDK 6qnn). */
function priorityHeader(priority: number | null): string[] {
  if (priority === null || priority === 0) return [];
  return [`Importance: ${priority > 0 ? 'high' : 'low'}`];
}

/** A header block in which people can read who wrote to whom; addresses of the old system stay as they were. */
export function headersOf(page: CodePage, { row }: FoundMessage): string {
  const shown = (text: string): string => oneLine(asImported(page, text));
  const list = (name: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : [`${name}: ${texts.map(shown).join('; ')}`];
  const at = row.sent ?? row.received;
  return `${[
    `From: ${shown(row.sender)}`,
    ...list('To', row.to),
    ...list('Cc', row.cc),
    ...list('Bcc', row.bcc),
    `Subject: ${shown(row.subject)}`,
    ...(at === null ? [] : [`Date: ${new Date(at).toUTCString()}`]),
    ...priorityHeader(row.priority),
    ...(row.unsent ? ['X-Unsent: 1'] : []),
  ].join('\r\n')}\r\n`;
}

/** Whom a list of messages names as the sender: the display name, else the address. */
export function senderOf(page: CodePage, { row }: FoundMessage): string {
  const { name, address } = parseAddress(row.sender);
  return oneLine(asImported(page, name)) || oneLine(asImported(page, address));
}

export function subjectOf(page: CodePage, { row }: FoundMessage): string {
  return oneLine(asImported(page, row.subject));
}

/** Body and attachments of a message, read from its secondary file. */
export function contentOf(page: CodePage, found: FoundMessage, secondaries: SecondaryFiles): NewContent {
  const { pointer } = found;
  let body = found.row.body.kind === 'text' ? asImported(page, found.row.body.text) : '';
  const attachments: NewAttachment[] = [];
  for (const part of pointer === null ? [] : found.parts) {
    const data = pointer === null ? new Uint8Array(0) : secondaries.data(pointer, part);
    if (part.heading.type === 'Body') body += asImported(page, decodeText(page, data));
    else {
      attachments.push({
        name: attachmentName(asImported(page, part.heading.name), attachments.length + 1),
        mime: 'application/octet-stream',
        data,
      });
    }
  }
  return { headers: headersOf(page, found), body: plainText(body), html: null, attachments };
}
