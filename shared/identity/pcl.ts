import { fail, ok, type Result } from '../result.ts';
import { ByteReader } from './byte-reader.ts';
import { compareBytes, concatBytes, joinBytes, toHex } from './bytes.ts';
import { decodeXid, encodeXid, type Xid } from './xid.ts';

/** A predecessor change list: ascending by namespace bytes, one change key per namespace (MS-OXCFXICS 2.2.2.3). */
export type Pcl = readonly Xid[];

/** Each change key with its size in one byte before it, without padding. Sorts; a repeated namespace is a bug. */
export function encodePcl(pcl: Pcl): Uint8Array {
  const sorted = [...pcl].sort((a, b) => compareBytes(a.ns, b.ns));
  if (new Set(pcl.map((xid) => toHex(xid.ns))).size !== pcl.length) {
    throw new Error('a PCL has one change key per namespace');
  }
  return joinBytes(sorted.map(encodeXid).flatMap((xid) => [Uint8Array.of(xid.length), xid]));
}

/** Failure: 'bad-pcl' for sizes outside 17..24, cut ends, disorder and repeated namespaces. */
export function decodePcl(bytes: Uint8Array): Result<Pcl> {
  const reader = new ByteReader(bytes);
  const pcl: Xid[] = [];
  while (reader.left > 0) {
    const at = reader.offset;
    const xid = decodeXid(reader.take(reader.number(1)));
    if (reader.failed || !xid.ok) return badPcl(at, 'a change key has a wrong size');
    const before = pcl.at(-1);
    if (before !== undefined && compareBytes(before.ns, xid.value.ns) >= 0) {
      return badPcl(at, 'the namespaces do not ascend');
    }
    pcl.push(xid.value);
  }
  return ok(pcl);
}

/** Whether `a` knows every change in `b`: the same namespace with the same or a later local id (MS-OXCFXICS 3.1.5.6). */
export function pclIncludes(a: Pcl, b: Pcl): boolean {
  return b.every((theirs) => {
    const ours = a.find((xid) => compareBytes(xid.ns, theirs.ns) === 0);
    return ours !== undefined && compareLocalIds(ours.localId, theirs.localId) >= 0;
  });
}

/** How `a` stands to `b`: 'newer' when it knows all of `b` and more, 'conflict' when each knows what the other does not. */
export function comparePcl(a: Pcl, b: Pcl): 'equal' | 'newer' | 'older' | 'conflict' {
  const aHasB = pclIncludes(a, b);
  const bHasA = pclIncludes(b, a);
  if (aHasB && bHasA) return 'equal';
  if (aHasB) return 'newer';
  return bHasA ? 'older' : 'conflict';
}

/** The least PCL that includes both. */
export function mergePcl(a: Pcl, b: Pcl): Pcl {
  const merged = new Map(a.map((xid) => [toHex(xid.ns), xid]));
  for (const xid of b) {
    const known = merged.get(toHex(xid.ns));
    if (known === undefined || compareLocalIds(known.localId, xid.localId) < 0)
      merged.set(toHex(xid.ns), xid);
  }
  return [...merged.values()].sort((x, y) => compareBytes(x.ns, y.ns));
}

export function addToPcl(pcl: Pcl, xid: Xid): Pcl {
  return mergePcl(pcl, [xid]);
}

/** Local ids of one namespace have one length; should they not, they are compared as numbers, so that order is total. */
function compareLocalIds(a: Uint8Array, b: Uint8Array): number {
  if (a.length === b.length) return compareBytes(a, b);
  const width = Math.max(a.length, b.length);
  const pad = (id: Uint8Array) => concatBytes(new Uint8Array(width - id.length), id);
  return compareBytes(pad(a), pad(b));
}

function badPcl(at: number, what: string): Result<never> {
  return fail(
    'bad-pcl',
    `The predecessor change list is damaged at byte ${at}: ${what}; read the item again.`,
  );
}
