import { fail, ok, type Result } from '../result.ts';
import { bytesEqual, concatBytes, copyBytes } from './bytes.ts';
import { checkGuid, GUID_SIZE, type Guid } from './guid.ts';

/**
 * The lasting identifier of a folder, message or change: the REPLGUID that is its namespace and a 48-bit counter.
 * On the wire it is the source key (PidTagSourceKey) and the server's form of a change key (MS-OXCDATA 2.2.1.3).
 */
export interface Gid {
  readonly replGuid: Guid;
  readonly gc: number;
}

export const MAX_GC = 2 ** 48 - 1;
export const GC_SIZE = 6;
export const GID_SIZE = GUID_SIZE + GC_SIZE;
export const LONG_TERM_ID_SIZE = GID_SIZE + 2;

/** A global counter in 6 bytes, most significant byte first: counters grow byte by byte (MS-OXCFXICS 3.1.5.3). */
export function encodeGc(gc: number): Uint8Array {
  if (!Number.isInteger(gc) || gc < 0 || gc > MAX_GC) throw new RangeError(`${gc} is no 48-bit counter`);
  const bytes = new Uint8Array(GC_SIZE);
  let rest = gc;
  for (let i = GC_SIZE - 1; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** The counter in the 6 bytes from `offset`; the caller has checked that they are there. */
export function readGc(bytes: Uint8Array, offset: number): number {
  let gc = 0;
  for (let i = 0; i < GC_SIZE; i++) gc = gc * 256 + (bytes[offset + i] ?? 0);
  return gc;
}

/** The GID in the 22 bytes from `offset`; the caller has checked that they are there. */
export function readGid(bytes: Uint8Array, offset: number): Gid {
  return {
    replGuid: copyBytes(bytes, offset, offset + GUID_SIZE),
    gc: readGc(bytes, offset + GUID_SIZE),
  };
}

/** 22 bytes: REPLGUID in wire order, counter big-endian. */
export function encodeGid(gid: Gid): Uint8Array {
  return concatBytes(checkGuid(gid.replGuid), encodeGc(gid.gc));
}

/** Failure: 'bad-gid' unless there are exactly 22 bytes. */
export function decodeGid(bytes: Uint8Array): Result<Gid> {
  if (bytes.length !== GID_SIZE) {
    return fail('bad-gid', `A source key has 22 bytes, this one has ${bytes.length}; give the whole key.`);
  }
  return ok(readGid(bytes, 0));
}

/** 24 bytes: the GID and two zero bytes (MS-OXCDATA 2.2.1.3.1). */
export function encodeLongTermId(gid: Gid): Uint8Array {
  return concatBytes(encodeGid(gid), new Uint8Array(2));
}

/** Failure: 'bad-long-term-id' unless there are 24 bytes that end in two zero bytes. */
export function decodeLongTermId(bytes: Uint8Array): Result<Gid> {
  if (bytes.length !== LONG_TERM_ID_SIZE || bytes[GID_SIZE] !== 0 || bytes[GID_SIZE + 1] !== 0) {
    return fail(
      'bad-long-term-id',
      'A long-term ID has 24 bytes, the last two of them zero; give such an ID.',
    );
  }
  return ok(readGid(bytes, 0));
}

export function gidsEqual(a: Gid, b: Gid): boolean {
  return a.gc === b.gc && bytesEqual(a.replGuid, b.replGuid);
}
