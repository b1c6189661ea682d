import { fail, ok, type Result } from '../result.ts';
import { ByteReader } from './byte-reader.ts';
import { concatBytes, littleEndian } from './bytes.ts';
import { decodeLongTermId, encodeLongTermId, type Gid, MAX_GC } from './gid.ts';
import { checkGuid, type Guid } from './guid.ts';

/**
 * The ids an .ost may still hand out itself: PR_OST_OLFI, the OLFI structure of the Outlook MAPI reference. The server
 * grants ranges through RopGetLocalReplicaIds (MS-OXCFXICS 2.2.3.2.4.7).
 */
export interface Olfi {
  /** Namespace of the client's own change keys; the meaning of the field is observed, not documented. */
  readonly xidNamespace: Guid;
  /** Next counter of such a change key (observed as well). */
  readonly xidNext: number;
  /** Ids left from `alloc` on, and from `nextAlloc` on. */
  readonly left: number;
  readonly nextLeft: number;
  readonly alloc: Gid;
  readonly nextAlloc: Gid;
}

export const OLFI_SIZE = 80;

/** 80 bytes, version 1. */
export function encodeOlfi(olfi: Olfi): Uint8Array {
  return concatBytes(
    littleEndian(1, 4),
    checkGuid(olfi.xidNamespace),
    littleEndian(olfi.xidNext, 4),
    littleEndian(olfi.left, 4),
    littleEndian(olfi.nextLeft, 4),
    encodeLongTermId(olfi.alloc),
    encodeLongTermId(olfi.nextAlloc),
  );
}

/** Failure: 'bad-olfi' for another size or version and for ranges that leave the 48 bits. */
export function decodeOlfi(bytes: Uint8Array): Result<Olfi> {
  const reader = new ByteReader(bytes);
  const version = reader.number(4);
  const xidNamespace = reader.take(16);
  const xidNext = reader.number(4);
  const left = reader.number(4);
  const nextLeft = reader.number(4);
  const alloc = decodeLongTermId(reader.take(24));
  const nextAlloc = decodeLongTermId(reader.take(24));
  const read = !reader.failed && reader.left === 0 && version === 1 && alloc.ok && nextAlloc.ok;
  if (!read || alloc.value.gc + left - 1 > MAX_GC || nextAlloc.value.gc + nextLeft - 1 > MAX_GC) {
    return fail('bad-olfi', "The .ost's range of identifiers is damaged; let Outlook build the .ost again.");
  }
  return ok({ xidNamespace, xidNext, left, nextLeft, alloc: alloc.value, nextAlloc: nextAlloc.value });
}

/**
 * Takes `count` consecutive ids; `first` is the lowest. When the current range is too small the next one takes its
 * place, and the rest of the old one is never used. Failure: 'no-local-ids' when neither is large enough.
 */
export function takeLocalIds(olfi: Olfi, count: number): Result<{ first: Gid; olfi: Olfi }> {
  if (count <= olfi.left) {
    const alloc = { replGuid: olfi.alloc.replGuid, gc: olfi.alloc.gc + count };
    return ok({ first: olfi.alloc, olfi: { ...olfi, left: olfi.left - count, alloc } });
  }
  if (count <= olfi.nextLeft) {
    return takeLocalIds({ ...olfi, alloc: olfi.nextAlloc, left: olfi.nextLeft, nextLeft: 0 }, count);
  }
  return fail(
    'no-local-ids',
    'The .ost has no identifiers left; connect to the server, which grants new ones.',
  );
}
