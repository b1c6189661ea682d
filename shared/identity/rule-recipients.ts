import { ByteReader } from './byte-reader.ts';
import { copyBytes, joinBytes, littleEndian } from './bytes.ts';
import type { CountWidth } from './rule-action-blocks.ts';

const ENTRY_ID = 0x0fff0102;
/** Value sizes of PtypInteger16, Integer32, Boolean, Integer64, Time and Guid. */
const FIXED_SIZES: ReadonlyMap<number, number> = new Map([
  [0x0002, 2],
  [0x0003, 4],
  [0x000b, 1],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
]);

/**
 * Data of OP_FORWARD and OP_DELEGATE: a count, then per person a reserved byte 1, a count of properties and the
 * properties (MS-OXORULE 2.2.5.1.2.4). The lab writes the address book entry ID alone.
 */
export function encodeRecipients(entryIds: readonly Uint8Array[], width: CountWidth): Uint8Array {
  const parts = entryIds.flatMap((entryId) => [
    Uint8Array.of(1),
    littleEndian(1, width),
    littleEndian(ENTRY_ID, 4),
    littleEndian(entryId.length, width),
    entryId,
  ]);
  return joinBytes([littleEndian(entryIds.length, width), ...parts]);
}

/** The entry IDs, or null where the data is damaged, has a property of a kind not read here, or a person has none. */
export function decodeRecipients(data: Uint8Array, width: CountWidth): Uint8Array[] | null {
  const reader = new ByteReader(data);
  const entryIds: Uint8Array[] = [];
  const count = reader.number(width);
  for (let i = 0; i < count; i++) {
    const reserved = reader.number(1);
    const entryId = readEntryId(reader, width);
    if (reader.failed || reserved !== 1 || entryId === null) return null;
    entryIds.push(entryId);
  }
  return reader.failed || reader.left > 0 ? null : entryIds;
}

function readEntryId(reader: ByteReader, width: CountWidth): Uint8Array | null {
  const properties = reader.number(width);
  let entryId: Uint8Array | null = null;
  for (let i = 0; i < properties; i++) {
    const tag = reader.number(4);
    const value = readValue(reader, tag & 0xffff, width);
    if (reader.failed || value === null) return null;
    if (tag === ENTRY_ID) entryId = value;
  }
  return entryId;
}

function readValue(reader: ByteReader, type: number, width: CountWidth): Uint8Array | null {
  if (type === 0x0102) return reader.take(reader.number(width));
  if (type === 0x001e) return reader.untilNul();
  if (type === 0x001f) return readWideText(reader);
  const size = FIXED_SIZES.get(type);
  return size === undefined ? null : reader.take(size);
}

function readWideText(reader: ByteReader): Uint8Array {
  const start = reader.offset;
  let character = reader.number(2);
  while (character !== 0) character = reader.number(2);
  return copyBytes(reader.bytes, start, reader.offset);
}
