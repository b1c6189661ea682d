import { fail, ok, type Result } from '../../result.ts';
import { parseMigrationDate, printMigrationDate } from './date.ts';
import { quoteForComplaint } from './fault.ts';
import {
  type Field,
  fieldText,
  fieldValues,
  fitsLine,
  printField,
  printValues,
  splitFields,
} from './fields.ts';
import { isPointer, type Pointer, parsePointer, printPointer } from './pointer.ts';
import { MESSAGE_COLUMNS } from './sections.ts';

/** Where a message's body stands: in a secondary file with its attachments, or in the line itself. */
export type MessageBody =
  | { readonly kind: 'pointer'; readonly pointer: Pointer }
  | { readonly kind: 'text'; readonly text: string };

/** One message of a MAILMESSAGE section (SDK 6qnn). */
export interface MessageRow {
  /** Path with `\` between the names; '' is the Inbox. */
  readonly folder: string;
  /** `Display name [TYPE:address]`, see address.ts; recipients likewise. */
  readonly sender: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  /** Lab-clock milliseconds of whole seconds, or null. */
  readonly sent: number | null;
  readonly received: number | null;
  /** -1 low, 0 normal, 1 urgent: MAPI's PR_PRIORITY (modelled; documented is a -1 in a sample alone); null: not given. */
  readonly priority: number | null;
  readonly unread: boolean;
  readonly unsent: boolean;
  readonly body: MessageBody;
  /** Texts of the columns behind Body, which extractors write and no source explains (Q174168). */
  readonly extra: readonly string[];
}

/** Puts a text that fits no line into a secondary file, and tells where it stands. */
export type Overflow = (text: string) => Pointer;

/** Fetches the text that a pointer names, quoting included; its failure's message tells what is wrong there. */
export type Resolve = (pointer: Pointer) => Result<string>;

function printSingle(text: string, overflow: Overflow): string {
  return fitsLine(text) ? printField(text) : printPointer(overflow(printField(text)));
}

function printMany(texts: readonly string[], overflow: Overflow): string {
  const field = printValues(texts);
  return texts.every(fitsLine) ? field : printPointer(overflow(field));
}

const printDate = (at: number | null): string => (at === null ? '' : printMigrationDate(at));
const printFlag = (flag: boolean): string => (flag ? 'TRUE' : 'FALSE');

/** One line of a MAILMESSAGE section, without its end. */
export function printMessageRow(row: MessageRow, overflow: Overflow): string {
  return [
    printSingle(row.folder, overflow),
    printSingle(row.sender, overflow),
    printMany(row.to, overflow),
    printMany(row.cc, overflow),
    printMany(row.bcc, overflow),
    printSingle(row.subject, overflow),
    printDate(row.sent),
    printDate(row.received),
    row.priority === null ? '' : String(row.priority),
    printFlag(row.unread),
    printFlag(row.unsent),
    row.body.kind === 'pointer' ? printPointer(row.body.pointer) : printSingle(row.body.text, overflow),
    ...row.extra.map((text) => printSingle(text, overflow)),
  ].join(',');
}

/** A field of a row may be a pointer to a text that fits no line (XMG ab011). */
function resolved(field: Field | undefined, resolve: Resolve): Result<Field | undefined> {
  if (!isPointer(field)) return ok(field);
  const pointer = parsePointer(field?.raw ?? '');
  if (pointer === null)
    return fail('pointer', `${quoteForComplaint(field?.raw ?? '')} is no pointer to a secondary file`);
  const text = resolve(pointer);
  if (!text.ok) return text;
  const fields = splitFields(text.value);
  if (!fields.ok) return fail('field-value', fields.failure.message);
  // A comma that nobody quoted is part of the text there: one field alone was pointed to.
  const [only, ...more] = fields.value;
  return ok(
    more.length === 0 ? only : { raw: text.value, values: [{ text: text.value, quoted: false }], column: 0 },
  );
}

function flag(name: string, text: string): Result<boolean> {
  const word = text.trim().toUpperCase();
  if (word === '' || word === 'FALSE') return ok(false);
  return word === 'TRUE'
    ? ok(true)
    : fail('field-value', `${name} takes TRUE or FALSE, not ${quoteForComplaint(text)}`);
}

function date(name: string, text: string): Result<number | null> {
  if (text.trim() === '') return ok(null);
  const at = parseMigrationDate(text.trim());
  return at === null
    ? fail('field-value', `${name} takes a date as YYYYMMDDHHMMSS, and ${quoteForComplaint(text)} is none`)
    : ok(at);
}

function priority(text: string): Result<number | null> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(null);
  return /^-?\d{1,3}$/.test(trimmed)
    ? ok(Number(trimmed) + 0)
    : fail('field-value', `Priority takes a number, not ${quoteForComplaint(text)}`);
}

function body(field: Field | undefined): Result<MessageBody> {
  if (!isPointer(field)) return ok({ kind: 'text', text: fieldText(field) });
  const pointer = parsePointer(field?.raw ?? '');
  return pointer === null
    ? fail('pointer', `${quoteForComplaint(field?.raw ?? '')} is no pointer to a secondary file`)
    : ok({ kind: 'pointer', pointer });
}

/**
 * Reads one row of a MAILMESSAGE section. Columns beyond the twelve are taken as they are.
 * Failures: 'field-count', 'field-value', 'pointer', and those of `resolve`.
 */
export function readMessageRow(fields: readonly Field[], resolve: Resolve): Result<MessageRow> {
  if (fields.length < MESSAGE_COLUMNS.length) {
    return fail(
      'field-count',
      `the line has ${fields.length} fields, and a message has at least ${MESSAGE_COLUMNS.length}`,
    );
  }
  const found: (Field | undefined)[] = [];
  for (const [at, field] of fields.entries()) {
    const text = at === BODY ? ok(field) : resolved(field, resolve);
    if (!text.ok) return text;
    found.push(text.value);
  }
  const [folder, sender, to, cc, bcc, subject, sendDate, receivedDate, prio, unreadField, unsentField] =
    found;
  const sent = date('Send-Date', fieldText(sendDate));
  if (!sent.ok) return sent;
  const received = date('Received-Date', fieldText(receivedDate));
  if (!received.ok) return received;
  const number = priority(fieldText(prio));
  if (!number.ok) return number;
  const unread = flag('Unread', fieldText(unreadField));
  if (!unread.ok) return unread;
  const unsent = flag('Unsent', fieldText(unsentField));
  if (!unsent.ok) return unsent;
  const text = body(found[BODY]);
  if (!text.ok) return text;
  return ok({
    folder: fieldText(folder),
    sender: fieldText(sender),
    to: fieldValues(to),
    cc: fieldValues(cc),
    bcc: fieldValues(bcc),
    subject: fieldText(subject),
    sent: sent.value,
    received: received.value,
    priority: number.value,
    unread: unread.value,
    unsent: unsent.value,
    body: text.value,
    extra: found.slice(MESSAGE_COLUMNS.length).map(fieldText),
  });
}

const BODY = MESSAGE_COLUMNS.indexOf('Body');
