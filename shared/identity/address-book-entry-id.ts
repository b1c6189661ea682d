import { fail, ok, type Result } from '../result.ts';
import { ByteReader } from './byte-reader.ts';
import {
  bytesEqual,
  concatBytes,
  hexBytes,
  littleEndian,
  readSingleByteText,
  singleByteText,
} from './bytes.ts';

const PROVIDER = hexBytes('dca740c8c042101ab4b908002b2fe182');

/**
 * 28 bytes and the NUL-terminated legacyExchangeDN (MS-OXCDATA 2.2.5.2). `type` 0 is a mail user of the own
 * organization. Permissions, delegates and forwarding rules refer to people in this form.
 */
export function encodeAddressBookEntryId(dn: string, type = 0): Uint8Array {
  return concatBytes(
    new Uint8Array(4),
    PROVIDER,
    littleEndian(1, 4),
    littleEndian(type, 4),
    singleByteText(dn),
    new Uint8Array(1),
  );
}

/** The DN as it stands (clients may have upper-cased it). Failure: 'bad-address-book-entry-id'. */
export function decodeAddressBookEntryId(bytes: Uint8Array): Result<{ dn: string; type: number }> {
  const reader = new ByteReader(bytes);
  const flags = reader.number(4);
  const ours = bytesEqual(reader.take(16), PROVIDER);
  const version = reader.number(4);
  const type = reader.number(4);
  const dn = readSingleByteText(reader.untilNul());
  if (reader.failed || reader.left > 0 || !ours || flags !== 0 || version !== 1) {
    return fail(
      'bad-address-book-entry-id',
      'The bytes are not the address book entry ID of a person; give one with a legacyExchangeDN.',
    );
  }
  return ok({ dn, type });
}
