import PostalMime, { type Email } from 'postal-mime';
import type { NewAttachment } from '../mailbox/content.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { DEEPEST_PARTS, LONGEST_TEXT, MOST_ATTACHMENTS, MOST_PARTS } from './bounds.ts';
import { oneLine, plainText } from './clean-text.ts';
import type { SourceMail } from './mail-source.ts';
import { westernText } from './western.ts';

/** Bytes of headers that are believed; more is no mail. */
const MOST_HEADERS = 4 * 1024 * 1024;

const HEADER_LINE = /^[!-9;-~]+[ \t]*:/;

interface Split {
  readonly headers: string;
  /** Header values by lower-case name, the first of each. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The header block as text. Eight-bit headers are taken for UTF-8, and for Windows-1252 where they are none. */
function splitHeaders(raw: Uint8Array): Split | null {
  const end = Math.min(raw.length, MOST_HEADERS);
  const view = Buffer.from(raw.buffer, raw.byteOffset, end);
  const crlf = view.indexOf('\r\n\r\n');
  const lf = view.indexOf('\n\n');
  const cut = Math.min(crlf < 0 ? end : crlf + 2, lf < 0 ? end : lf + 1);
  const block = view.subarray(0, cut);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(block);
  } catch {
    text = westernText(block);
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (!HEADER_LINE.test(lines[0] ?? '')) return null;
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    name = colon < 0 ? '' : line.slice(0, colon).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
    else name = `again ${name}`;
  }
  return {
    headers: plainText(
      lines
        .filter((line) => line !== '')
        .join('\r\n')
        .concat('\r\n'),
    ),
    fields,
  };
}

function parseDate(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Date.parse(text.replace(/\([^)]*\)/g, '').trim());
  return Number.isFinite(value) ? value : null;
}

/** When the mail was delivered: as the last server on its way says, else as its sender says. */
function deliveredAt(fields: ReadonlyMap<string, string>, envelope: number | null): number | null {
  return parseDate(fields.get('received')?.split(';').at(-1)) ?? envelope ?? parseDate(fields.get('date'));
}

/** Whether somebody read it, as mail programs note it in mail folders: R in Status, the lowest bit of X-Mozilla-Status. */
function readState(fields: ReadonlyMap<string, string>): boolean {
  if ((fields.get('status') ?? '').toUpperCase().includes('R')) return true;
  const mozilla = fields.get('x-mozilla-status');
  return mozilla !== undefined && (Number.parseInt(mozilla, 16) & 1) === 1;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const DASHES = Buffer.from('\n--');

/** Lines that begin with two hyphens, as every part does; no more are counted than are too many. */
function partsOf(raw: Uint8Array): number {
  const view = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let count = 0;
  for (let at = view.indexOf(DASHES); at >= 0 && count <= MOST_PARTS; at = view.indexOf(DASHES, at + 1))
    count += 1;
  return count;
}

/** What about a message is more than is taken in; null: nothing. */
function excess(mail: Email): string | null {
  if (mail.attachments.length > MOST_ATTACHMENTS) return `it has more than ${MOST_ATTACHMENTS} attachments`;
  const longest = Math.max(mail.text?.length ?? 0, mail.html?.length ?? 0);
  return longest > LONGEST_TEXT ? 'its text is longer than 32 million characters' : null;
}

/**
 * Reads one Internet message (RFC 5322, MIME) with whatever character sets it uses.
 * Failures: not-mail (it does not begin with a header), mail-unreadable, mail-too-large (see bounds.ts).
 * @param envelope when it was delivered as the mail folder says (milliseconds), or null
 */
export async function parseMime(raw: Uint8Array, envelope: number | null): Promise<Result<SourceMail>> {
  const split = splitHeaders(raw);
  if (split === null) return fail('not-mail', 'it does not begin with the header of a message');
  const { headers, fields } = split;
  if (partsOf(raw) > MOST_PARTS) return fail('mail-too-large', `it has more than ${MOST_PARTS} parts`);
  try {
    const mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST_PARTS,
      maxHeadersSize: MOST_HEADERS,
    });
    const more = excess(mail);
    if (more !== null) return fail('mail-too-large', more);
    const delivered = deliveredAt(fields, envelope);
    const from = mail.from ?? mail.sender;
    const attachments = mail.attachments.map(
      (attachment, number): NewAttachment => ({
        name: oneLine(attachment.filename ?? '') || `attachment-${number + 1}`,
        mime: oneLine(attachment.mimeType) || 'application/octet-stream',
        data: bytesOf(attachment.content),
      }),
    );
    return ok({
      class: 'IPM.Note',
      subject: oneLine(mail.subject ?? ''),
      sender: oneLine(from?.address || from?.name || ''),
      headers,
      body: plainText(mail.text ?? ''),
      html: mail.html === undefined ? null : plainText(mail.html),
      attachments,
      delivered,
      lastMod: delivered,
      isRead: readState(fields),
      searchKey: null,
    });
  } catch (error) {
    return fail('mail-unreadable', oneLine((error as Error).message));
  }
}
