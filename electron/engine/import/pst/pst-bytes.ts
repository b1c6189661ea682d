import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What is wrong in a .pst or .ost file, in words for people. */
export class PstDamage extends Error {
  override readonly name = 'PstDamage';
}

/** Random access to a file's bytes. */
export interface PstBytes {
  readonly size: number;
  /** Fills the target from a position; throws PstDamage where the file ends before. */
  read(target: Uint8Array, position: number): void;
  close(): void;
}

const CHUNK = 65_536;
const CHUNKS = 64;

/** Opens a file behind a small cache, for the reading library asks for a few bytes at a time. Throws what the file system throws. */
export function openBytes(path: string): PstBytes {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const chunks = new Map<number, Buffer>();
  const chunkAt = (number: number): Buffer => {
    const known = chunks.get(number);
    if (known !== undefined) return known;
    const chunk = Buffer.alloc(Math.min(CHUNK, size - number * CHUNK));
    let filled = 0;
    while (filled < chunk.length) {
      const got = readSync(file, chunk, filled, chunk.length - filled, number * CHUNK + filled);
      if (got === 0) throw new PstDamage('the file became shorter while it was read');
      filled += got;
    }
    if (chunks.size >= CHUNKS) chunks.delete(chunks.keys().next().value ?? -1);
    chunks.set(number, chunk);
    return chunk;
  };
  return {
    size,
    read: (target, position) => {
      if (position < 0 || position + target.length > size)
        throw new PstDamage('a part of it lies behind the end of the file');
      let done = 0;
      while (done < target.length) {
        const at = position + done;
        const chunk = chunkAt(Math.floor(at / CHUNK));
        const part = chunk.subarray(at % CHUNK, (at % CHUNK) + target.length - done);
        target.set(part, done);
        done += part.length;
      }
    },
    close: () => closeSync(file),
  };
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum of pages and blocks (MS-PST 5.3): CRC-32 without its usual inversions. */
export function pstChecksum(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return value >>> 0;
}
