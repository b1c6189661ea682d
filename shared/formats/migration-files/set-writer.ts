import { type CodePage, encodeText } from './code-pages.ts';
import { printColumns, printDirectoryRow } from './directory-row.ts';
import { type MessageRow, printMessageRow } from './message-row.ts';
import { type PabRow, printPabRow } from './pab-row.ts';
import type { Pointer } from './pointer.ts';
import { printPartHeading, SECONDARY_HEADING, type PartType } from './secondary-part.ts';
import { MESSAGE_COLUMNS, PAB_COLUMNS } from './sections.ts';
import { printField } from './fields.ts';

/** Bytes to be added to a primary file and to its secondary one. */
export interface Written {
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
  /** Characters that the code page does not have; each became a question mark. */
  readonly lost: number;
}

export interface WrittenAttachment {
  readonly name: string;
  readonly data: Uint8Array;
  /** Where in the body its icon stands; absent: behind it. */
  readonly position?: number;
  readonly format?: 'None' | 'Macbinary';
}

/** A message as an extractor hands it over; its body and attachments go into the secondary file. */
export interface WrittenMessage extends Omit<MessageRow, 'body' | 'extra'> {
  readonly body: string;
  readonly attachments: readonly WrittenAttachment[];
  readonly extra?: readonly string[];
}

/**
 * Writes a primary file and its secondary one in step: nothing is kept in memory but the number of bytes written, so that
 * files of any size can be made.
 */
export interface SetWriter {
  /** Begins the section of a user's messages (`CCMAIL:Vane Cora at HARBOR`) or of `PublicMessages`. */
  messageSection(address: string): Written;
  message(message: WrittenMessage): Written;
  /** Begins a personal address book; `address` with or without `MIGRATE:`. */
  pabSection(address: string): Written;
  pabEntry(row: PabRow): Written;
  /** Begins a DIRECTORY section with these columns. */
  directorySection(columns: readonly string[]): Written;
  /** The values of the columns in their order. */
  directoryEntry(values: readonly (readonly string[])[]): Written;
  /** A comment line, e.g. when and from what the files were made. */
  comment(text: string): Written;
  /** Bytes of the secondary file so far; 0: it is not needed. */
  secondaryBytes(): number;
  /** Bytes of the primary file so far. */
  primaryBytes(): number;
}

const EOL = '\r\n';

/** A writer for `primary` and the secondary file `secondary`, both in this code page. */
export function setWriter(secondary: string, page: CodePage): SetWriter {
  let primaryBytes = 0;
  let secondaryBytes = 0;
  let lost = 0;
  let pending: Uint8Array[] = [];

  const encode = (text: string): Uint8Array => {
    const encoded = encodeText(page, text);
    lost += encoded.lost;
    return encoded.bytes;
  };
  const append = (bytes: Uint8Array): void => {
    pending.push(bytes);
    secondaryBytes += bytes.length;
  };
  const part = (type: PartType, data: Uint8Array, isLast: boolean, attachment?: WrittenAttachment): void => {
    append(
      encode(
        printPartHeading({
          type,
          length: data.length,
          isLast,
          name: attachment === undefined ? '' : oneLine(attachment.name),
          position: attachment?.position ?? -1,
          format: attachment?.format ?? 'None',
        }) + EOL,
      ),
    );
    append(data);
    // Sections are separated by a blank line.
    append(encode(data.at(-1) === 0x0a ? EOL : EOL + EOL));
  };
  /** Where the next section will begin; the file gets its heading first. */
  const here = (): Pointer => {
    if (secondaryBytes === 0) append(encode(SECONDARY_HEADING + EOL));
    return { file: secondary, offset: secondaryBytes };
  };
  const overflow = (text: string): Pointer => {
    const pointer = here();
    part('Other', encode(text), true);
    return pointer;
  };
  const written = (line: string): Written => {
    const primary = encode(line);
    primaryBytes += primary.length;
    const made = { primary, secondary: joined(pending), lost };
    pending = [];
    lost = 0;
    return made;
  };
  const section = (line: string, columns: readonly string[]): Written =>
    written((primaryBytes === 0 ? '' : EOL) + line + EOL + printColumns(columns) + EOL);

  return {
    messageSection: (address) => section(`MAILMESSAGE,${printField(oneLine(address))}`, MESSAGE_COLUMNS),
    pabSection: (address) => section(`PAB,${printField(oneLine(address))}`, PAB_COLUMNS),
    directorySection: (columns) => section('DIRECTORY', columns),
    message: ({ body, attachments, extra, ...row }) => {
      const pointer = here();
      part('Body', encode(body), attachments.length === 0);
      attachments.forEach((attachment, at) => {
        part('Attachment', attachment.data, at === attachments.length - 1, attachment);
      });
      return written(
        printMessageRow({ ...row, body: { kind: 'pointer', pointer }, extra: extra ?? [] }, overflow) + EOL,
      );
    },
    pabEntry: (row) => written(printPabRow(row, overflow) + EOL),
    directoryEntry: (values) => written(printDirectoryRow(values) + EOL),
    comment: (text) => written(`! ${oneLine(text)}${EOL}`),
    secondaryBytes: () => secondaryBytes,
    primaryBytes: () => primaryBytes,
  };
}

/** Line ends cannot stand in a heading; each becomes a blank. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of parts) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
