import { fail, ok, type Result } from '../result.ts';
import { bytesEqual, concatBytes, copyBytes, hexBytes, littleEndian } from './bytes.ts';
import { encodeLongTermId, type Gid, GID_SIZE, LONG_TERM_ID_SIZE, readGid } from './gid.ts';
import { checkGuid, type Guid } from './guid.ts';

/** Stores a folder or message can lie in; `storeGuid` of the public kinds is always PUBLIC_PROVIDER. */
export type EntryIdKind = 'private' | 'public' | 'mappedPublic';

/** ProviderUID of every entry ID in public stores (MS-OXCDATA 2.2.4.1). */
export const PUBLIC_PROVIDER: Guid = hexBytes('1a447390aa6611cd9bc800aa002fc45a');

export interface FolderEntryId {
  /** PR_STORE_RECORD_KEY of the mailbox; it stands in bytes 4..20 as ProviderUID. */
  readonly storeGuid: Guid;
  readonly folder: Gid;
  readonly kind?: EntryIdKind;
}

export interface MessageEntryId extends FolderEntryId {
  readonly message: Gid;
}

export const FOLDER_ENTRY_ID_SIZE = 46;
export const MESSAGE_ENTRY_ID_SIZE = 70;
const HEADER_SIZE = 22;
const FOLDER_TYPES: Readonly<Record<EntryIdKind, number>> = { private: 1, public: 3, mappedPublic: 5 };
const MESSAGE_TYPES: Readonly<Record<EntryIdKind, number>> = { private: 7, public: 9, mappedPublic: 0x0b };
const KINDS: readonly EntryIdKind[] = ['private', 'public', 'mappedPublic'];

/** 46 bytes (MS-OXCDATA 2.2.4.1); kind 'private' when not given. */
export function encodeFolderEntryId(id: FolderEntryId): Uint8Array {
  return concatBytes(header(id, FOLDER_TYPES), encodeLongTermId(id.folder));
}

/** 70 bytes (MS-OXCDATA 2.2.4.2); the REPLGUIDs of folder and message may differ. */
export function encodeMessageEntryId(id: MessageEntryId): Uint8Array {
  return concatBytes(header(id, MESSAGE_TYPES), encodeLongTermId(id.folder), encodeLongTermId(id.message));
}

/** Failure: 'bad-folder-entry-id'. */
export function decodeFolderEntryId(bytes: Uint8Array): Result<Required<FolderEntryId>> {
  const kind = bytes.length === FOLDER_ENTRY_ID_SIZE ? readKind(bytes, FOLDER_TYPES) : null;
  if (kind === null || !padded(bytes, HEADER_SIZE)) {
    return fail(
      'bad-folder-entry-id',
      'The bytes are not the entry ID of a folder; give 46 bytes of that form.',
    );
  }
  return ok({ storeGuid: copyBytes(bytes, 4, 20), folder: readGid(bytes, HEADER_SIZE), kind });
}

/** Failure: 'bad-message-entry-id'. */
export function decodeMessageEntryId(bytes: Uint8Array): Result<Required<MessageEntryId>> {
  const kind = bytes.length === MESSAGE_ENTRY_ID_SIZE ? readKind(bytes, MESSAGE_TYPES) : null;
  const second = HEADER_SIZE + LONG_TERM_ID_SIZE;
  if (kind === null || !padded(bytes, HEADER_SIZE) || !padded(bytes, second)) {
    return fail(
      'bad-message-entry-id',
      'The bytes are not the entry ID of a message; give 70 bytes of that form.',
    );
  }
  const folder = readGid(bytes, HEADER_SIZE);
  return ok({ storeGuid: copyBytes(bytes, 4, 20), folder, message: readGid(bytes, second), kind });
}

function header(id: FolderEntryId, types: Readonly<Record<EntryIdKind, number>>): Uint8Array {
  const type = littleEndian(types[id.kind ?? 'private'], 2);
  return concatBytes(new Uint8Array(4), checkGuid(id.storeGuid), type);
}

function readKind(bytes: Uint8Array, types: Readonly<Record<EntryIdKind, number>>): EntryIdKind | null {
  if (bytes.subarray(0, 4).some((byte) => byte !== 0)) return null;
  const type = (bytes[20] ?? 0) + 256 * (bytes[21] ?? 0);
  const kind = KINDS.find((candidate) => types[candidate] === type) ?? null;
  const inPublicStore = bytesEqual(bytes.subarray(4, 20), PUBLIC_PROVIDER);
  return kind !== null && inPublicStore === (kind !== 'private') ? kind : null;
}

function padded(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset + GID_SIZE] === 0 && bytes[offset + GID_SIZE + 1] === 0;
}
