import { fail, ok, type Result } from '../../result.ts';
import { quoteForComplaint } from './fault.ts';
import { fieldText, printField, splitFields } from './fields.ts';

/** The first line of every secondary file (EXADM migsyso_secondaryfiles). Its 50 bytes are where Microsoft's first pointer leads. */
export const SECONDARY_HEADING = 'Type,Length,Encoding,Islast,Name,Position,Format';

export const PART_TYPES = ['Body', 'Attachment', 'Schedule', 'Document', 'Other'] as const;
export type PartType = (typeof PART_TYPES)[number];

/** The heading of one section of a secondary file. */
export interface PartHeading {
  readonly type: PartType;
  /** Bytes of the data behind this line, line ends counted. */
  readonly length: number;
  /** The last section of this message. */
  readonly isLast: boolean;
  /** Of attachments and documents alone, '' of others. */
  readonly name: string;
  /** Where in the body an attachment's icon stands, in bytes; -1: behind it. */
  readonly position: number;
  readonly format: 'None' | 'Macbinary';
}

const NAMED: ReadonlySet<PartType> = new Set(['Attachment', 'Document']);

/** One heading line, without its end. */
export function printPartHeading(part: PartHeading): string {
  const named = NAMED.has(part.type);
  return [
    part.type,
    String(part.length),
    '',
    part.isLast ? 'TRUE' : 'FALSE',
    named ? printField(part.name) : '',
    named ? String(part.position) : '',
    named && part.format === 'Macbinary' ? 'Macbinary' : '',
  ].join(',');
}

function readNamed(
  type: PartType,
  name: string,
  position: string,
  format: string,
): Result<Pick<PartHeading, 'name' | 'position' | 'format'>> {
  if (!NAMED.has(type)) return ok({ name: '', position: -1, format: 'None' });
  if (name === '') return fail('attachment-name', `the ${type} has no file name`);
  if (!/^(-1|\d{1,15})?$/.test(position))
    return fail(
      'secondary-heading',
      `Position takes -1 or a number of bytes, not ${quoteForComplaint(position)}`,
    );
  const word = format.toLowerCase();
  if (word !== '' && word !== 'none' && word !== 'macbinary')
    return fail('secondary-heading', `Format takes None or Macbinary, not ${quoteForComplaint(format)}`);
  return ok({
    name,
    position: position === '' ? -1 : Number(position),
    format: word === 'macbinary' ? 'Macbinary' : 'None',
  });
}

/**
 * Reads a heading line; fields missing at its end count as empty.
 * Failures: 'secondary-heading', 'attachment-name' (it has to have one, Q166612).
 */
export function readPartHeading(line: string): Result<PartHeading> {
  const fields = splitFields(line);
  if (!fields.ok) return fail('secondary-heading', fields.failure.message);
  const [typeField, lengthField, , lastField, nameField, positionField, formatField, ...more] = fields.value;
  const word = fieldText(typeField).trim().toLowerCase();
  const type = PART_TYPES.find((one) => one.toLowerCase() === word);
  if (type === undefined || more.length > 0) {
    return fail(
      'secondary-heading',
      `no section begins here: a line such as Body,91,,TRUE,,, was expected, and it says ${quoteForComplaint(line)}`,
    );
  }
  const length = fieldText(lengthField).trim();
  if (!/^\d{1,15}$/.test(length))
    return fail('secondary-heading', `Length takes a number of bytes, not ${quoteForComplaint(length)}`);
  const last = fieldText(lastField).trim().toUpperCase();
  if (last !== 'TRUE' && last !== 'FALSE')
    return fail('secondary-heading', `Islast takes TRUE or FALSE, not ${quoteForComplaint(last)}`);
  const named = readNamed(
    type,
    fieldText(nameField),
    fieldText(positionField).trim(),
    fieldText(formatField).trim(),
  );
  if (!named.ok) return named;
  return ok({ type, length: Number(length), isLast: last === 'TRUE', ...named.value });
}
