import { fail, ok, type Result } from '../result.ts';
import { bytesEqual, concatBytes, copyBytes } from './bytes.ts';
import { encodeGc, GC_SIZE, type Gid } from './gid.ts';
import { checkGuid, GUID_SIZE, type Guid } from './guid.ts';

/** A change key: a namespace and 1 to 8 bytes that are unique in it (MS-OXCFXICS 2.2.2.2). */
export interface Xid {
  readonly ns: Guid;
  readonly localId: Uint8Array;
}

const MIN_SIZE = GUID_SIZE + 1;
const MAX_SIZE = GUID_SIZE + 8;

/** 17 to 24 bytes. A local id of another length than 1 to 8 bytes is a bug. */
export function encodeXid(xid: Xid): Uint8Array {
  if (xid.localId.length < 1 || xid.localId.length > 8) throw new RangeError('a local id has 1 to 8 bytes');
  return concatBytes(checkGuid(xid.ns), xid.localId);
}

/** Failure: 'bad-xid' unless there are 17 to 24 bytes. */
export function decodeXid(bytes: Uint8Array): Result<Xid> {
  if (bytes.length < MIN_SIZE || bytes.length > MAX_SIZE) {
    return fail(
      'bad-xid',
      `A change key has 17 to 24 bytes, this one has ${bytes.length}; give the whole key.`,
    );
  }
  return ok({ ns: copyBytes(bytes, 0, GUID_SIZE), localId: copyBytes(bytes, GUID_SIZE) });
}

/** The change key of a change made by a server: its change number, 22 bytes. */
export function serverXid(cn: Gid): Xid {
  return { ns: checkGuid(cn.replGuid), localId: encodeGc(cn.gc) };
}

/**
 * The change key of a change made by a client: 4 counter bytes, big-endian, as Outlook writes them.
 * Failures: 'server-namespace' (a client never uses a server's REPLGUID, MS-OXCFXICS 2.2.2.2),
 * 'counter-exhausted' above 0xffffffff.
 */
export function clientXid(ns: Guid, counter: number, isServerGuid: (guid: Guid) => boolean): Result<Xid> {
  if (counter > 0xffffffff) {
    return fail('counter-exhausted', 'The client has used up its change keys; give it a new namespace GUID.');
  }
  return checkForeignXid({ ns: checkGuid(ns), localId: encodeGc(counter).subarray(2) }, isServerGuid);
}

/**
 * What a server tests of a change key that a client sends (MS-OXCFXICS 2.2.2.2). Failures: 'server-namespace' when
 * its namespace is a server's, 'server-sized-local-id' when the local id has the 6 bytes of a server's counter.
 */
export function checkForeignXid(xid: Xid, isServerGuid: (guid: Guid) => boolean): Result<Xid> {
  if (isServerGuid(xid.ns)) {
    return fail(
      'server-namespace',
      "The client's change key uses a server's REPLGUID; use the client's own GUID.",
    );
  }
  if (xid.localId.length === GC_SIZE) {
    return fail(
      'server-sized-local-id',
      "The client's change key has a 6-byte local ID; use another length.",
    );
  }
  return ok(xid);
}

export function xidsEqual(a: Xid, b: Xid): boolean {
  return bytesEqual(a.ns, b.ns) && bytesEqual(a.localId, b.localId);
}
