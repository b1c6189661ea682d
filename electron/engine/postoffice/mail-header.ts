import { type Address, addressParser, decodeWords } from 'postal-mime';
import type { PostOfficeAddress } from '../../../shared/lab/post-office.ts';
import { oneLine } from '../import/clean-text.ts';
import type { SourceMail } from '../import/mail-source.ts';

/** Characters of a header that are kept, so that all of it fits a line of a migration file; a mail to a thousand people keeps its first hundreds. */
const MOST_CHARACTERS = 24_000;
/** A name or address of a header is cut there: no directory holds longer ones. */
const LONGEST = 256;

const ROLES = { to: 'to', cc: 'cc', bcc: 'bcc' } as const;

/** Values of the fields of a header by lower-case name, folded lines joined; a field that comes again is added with a comma. */
function fieldsOf(headers: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of headers.split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(line)) {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    name = colon < 1 ? '' : line.slice(0, colon).trim().toLowerCase();
    const before = fields.get(name);
    fields.set(name, `${before === undefined ? '' : `${before}, `}${line.slice(colon + 1).trim()}`);
  }
  return fields;
}

function decoded(text: string): string {
  try {
    return decodeWords(text);
  } catch {
    return text;
  }
}

/** One person of a header; a name without an address is somebody of cc:Mail's own. */
function line(role: PostOfficeAddress['role'], name: string, address: string): PostOfficeAddress | null {
  const known = oneLine(address, LONGEST);
  const shown = oneLine(decoded(name), LONGEST) || known;
  if (shown === '') return null;
  return known.includes('@')
    ? { role, name: shown, type: 'SMTP', address: known }
    : { role, name: shown, type: 'CCMAIL', address: known || shown };
}

function people(list: readonly Address[]): { name: string; address: string }[] {
  return list.flatMap((one) =>
    one.group === undefined ? [{ name: one.name, address: one.address ?? '' }] : people(one.group),
  );
}

function parsed(text: string): { name: string; address: string }[] {
  try {
    return people(addressParser(text));
  } catch {
    return [{ name: text, address: '' }];
  }
}

/** The header of a real mail as cc:Mail's: its sender, and everybody on To, Cc and Bcc. */
export function headerOfMail(mail: SourceMail): PostOfficeAddress[] {
  const fields = fieldsOf(mail.headers);
  const from = parsed(fields.get('from') ?? '')[0] ?? { name: '', address: mail.sender };
  const sender = line('from', from.name, from.address || mail.sender);
  const recipients = Object.entries(ROLES).flatMap(([field, role]) =>
    parsed(fields.get(field) ?? '').flatMap(({ name, address }) => line(role, name, address) ?? []),
  );
  let characters = 0;
  return [...(sender === null ? [] : [sender]), ...recipients].filter(({ name, address }) => {
    characters += name.length + address.length + 16;
    return characters <= MOST_CHARACTERS;
  });
}

/** When its sender says that it was sent, milliseconds; null: that cannot be read. */
export function sentAt(mail: SourceMail): number | null {
  const date = fieldsOf(mail.headers).get('date');
  const value = date === undefined ? Number.NaN : Date.parse(date.replace(/\([^)]*\)/g, '').trim());
  return Number.isFinite(value) ? value : mail.delivered;
}

/** Whether a message's time can stand in a migration file, whose years have four digits. */
export function inRange(at: number | null): number | null {
  return at !== null && at >= Date.UTC(1601, 0, 1) && at < Date.UTC(10_000, 0, 1) ? at : null;
}
