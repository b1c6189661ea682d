import { fail, ok, type Result } from '../result.ts';
import { concatBytes, littleEndian } from './bytes.ts';
import { encodeGc, GC_SIZE, readGc } from './gid.ts';

/**
 * A FID, MID or change number as a session sees it. It means something only together with the REPLID map of one
 * store, and must not outlive the logon (MS-OXCSTOR 3.1.4.1).
 */
export interface ShortId {
  readonly replid: number;
  readonly gc: number;
}

export const SHORT_ID_SIZE = 2 + GC_SIZE;

/** 8 bytes: REPLID least significant byte first, counter most significant byte first (MS-OXCDATA 2.2.1.1, 2.2.1.2). */
export function encodeShortId(id: ShortId): Uint8Array {
  return concatBytes(littleEndian(id.replid, 2), encodeGc(id.gc));
}

/** Failure: 'bad-short-id' unless there are exactly 8 bytes. REPLID 0 (an unset id) is returned as it is. */
export function decodeShortId(bytes: Uint8Array): Result<ShortId> {
  if (bytes.length !== SHORT_ID_SIZE) {
    return fail('bad-short-id', `A folder or message ID has 8 bytes, this one has ${bytes.length}; give 8.`);
  }
  return ok(readShortId(bytes, 0));
}

/** The id in the 8 bytes from `offset`; the caller has checked that they are there. */
export function readShortId(bytes: Uint8Array, offset: number): ShortId {
  return { replid: (bytes[offset] ?? 0) + 256 * (bytes[offset + 1] ?? 0), gc: readGc(bytes, offset + 2) };
}
