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

/**
 * The entry ID of a whole mailbox. It names the server and the mailbox's legacyExchangeDN, not the mailbox GUID, and
 * so changes in every migration between organizations (MS-OXCDATA 2.2.4.3).
 */
export interface StoreEntryId {
  /** Short name of the server, single-byte characters. */
  readonly server: string;
  /** legacyExchangeDN of the mailbox; empty for a public store. */
  readonly mailboxDn: string;
  readonly kind?: 'mailbox' | 'public';
}

export interface DecodedStoreEntryId extends Required<StoreEntryId> {
  /** The version 2 and 3 blocks of later Outlooks, as they stand; no fate of this lab reads them. */
  readonly extensions: Uint8Array;
}

const PROVIDER = hexBytes('38a1bb1005e5101aa1bb08002b2a56c2');
const MAILBOX_PROVIDER = hexBytes('1b55fa20aa6611cd9bc800aa002fc45a');
const PUBLIC_PROVIDER = hexBytes('1c830210aa6611cd9bc800aa002fc45a');
const NUL = new Uint8Array(1);
const WRAPPER = concatBytes(
  new Uint8Array(4),
  PROVIDER,
  new Uint8Array(2),
  singleByteText('emsmdb.dll'),
  new Uint8Array(8),
);

/** 60 bytes and two NUL-terminated strings: the version 1 form. */
export function encodeStoreEntryId(id: StoreEntryId): Uint8Array {
  const isPublic = id.kind === 'public';
  return concatBytes(
    WRAPPER,
    isPublic ? PUBLIC_PROVIDER : MAILBOX_PROVIDER,
    littleEndian(isPublic ? 0x06 : 0x0c, 4),
    singleByteText(id.server),
    NUL,
    singleByteText(id.mailboxDn),
    NUL,
  );
}

/** Reads versions 1 to 3. Failure: 'bad-store-entry-id'. */
export function decodeStoreEntryId(bytes: Uint8Array): Result<DecodedStoreEntryId> {
  const reader = new ByteReader(bytes);
  const wrapped = bytesEqual(reader.take(WRAPPER.length), WRAPPER);
  const provider = reader.take(16);
  const type = reader.number(4);
  const kind = storeKind(provider, type);
  const server = readSingleByteText(reader.untilNul());
  const mailboxDn = readSingleByteText(reader.untilNul());
  if (!wrapped || kind === null || reader.failed) {
    return fail(
      'bad-store-entry-id',
      'The bytes are not the entry ID of a mailbox store; give a wrapped store ID.',
    );
  }
  return ok({ server, mailboxDn, kind, extensions: reader.rest() });
}

function storeKind(provider: Uint8Array, type: number): 'mailbox' | 'public' | null {
  if (type === 0x0c && bytesEqual(provider, MAILBOX_PROVIDER)) return 'mailbox';
  return type === 0x06 && bytesEqual(provider, PUBLIC_PROVIDER) ? 'public' : null;
}
