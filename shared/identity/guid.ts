import { fail, ok, type Result } from '../result.ts';
import { fromHex, toHex } from './bytes.ts';

/**
 * 16 bytes in wire order: Data1 (4), Data2 (2) and Data3 (2) least significant byte first, Data4 (8) as written
 * (MS-OXCDATA 2.2.1.3). Text form is for people only.
 */
export type Guid = Uint8Array;

export const GUID_SIZE = 16;
export const ZERO_GUID: Guid = new Uint8Array(GUID_SIZE);

/** Written order and wire order differ by this permutation, which is its own inverse. */
const WIRE = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** Reads `{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}`, braces optional, either case. Failure: 'bad-guid'. */
export function parseGuid(text: string): Result<Guid> {
  const match = /^(\{)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\})?$/i.exec(text);
  const digits = match === null || (match[1] === undefined) !== (match[3] === undefined) ? null : match[2];
  const written = fromHex(digits?.replaceAll('-', '') ?? '?');
  if (!written.ok) {
    return fail('bad-guid', 'The text is not a GUID; write it as {xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}.');
  }
  return ok(permute(written.value));
}

/** Lower case, in braces. A value that is not 16 bytes long is a bug. */
export function formatGuid(guid: Guid): string {
  const hex = toHex(permute(checkGuid(guid)));
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `{${parts.join('-')}}`;
}

export function isZeroGuid(guid: Guid): boolean {
  return guid.every((byte) => byte === 0);
}

/** Returns the GUID itself; a value that is not 16 bytes long is a bug of the caller. */
export function checkGuid(guid: Guid): Guid {
  if (guid.length !== GUID_SIZE) throw new RangeError(`a GUID has 16 bytes, not ${guid.length}`);
  return guid;
}

function permute(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(WIRE, (from) => bytes[from] ?? 0);
}
