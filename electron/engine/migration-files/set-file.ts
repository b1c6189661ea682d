import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { asStoreFault } from '../store/store-fault.ts';
import type { ByteSource } from '../../../shared/formats/migration-files/secondary-reader.ts';

/** An open file of a set: read from its beginning in chunks, or anywhere. */
export interface SetFile extends ByteSource {
  /** Bytes from an offset on; each chunk is its own. */
  chunks(from: number): Generator<Uint8Array>;
  close(): void;
}

/** Bytes read at once. */
const CHUNK = 256 * 1024;

/** The names in a folder by their upper-case form: sets come from DOS, where names have no case. Empty: no such folder. */
export function namesIn(folder: string): ReadonlyMap<string, string> {
  try {
    return new Map(
      readdirSync(folder)
        .sort()
        .reverse()
        .map((name) => [name.toUpperCase(), name]),
    );
  } catch {
    return new Map();
  }
}

function reading(name: string, descriptor: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, length));
  let filled = 0;
  try {
    while (filled < bytes.length) {
      const read = readSync(descriptor, bytes, filled, bytes.length - filled, offset + filled);
      if (read === 0) break;
      filled += read;
    }
  } catch (error) {
    throw asStoreFault(error, name);
  }
  return bytes.subarray(0, filled);
}

/**
 * Opens an ordinary file for reading; links, folders and devices are refused.
 * Failure codes: file-missing, file-unreadable.
 */
export function openSetFile(folder: string, name: string): Result<SetFile> {
  let descriptor: number;
  try {
    descriptor = openSync(
      join(folder, name),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT'
      ? fail('file-missing', `${name} is not in the folder of the packing list`)
      : fail('file-unreadable', `${name} cannot be read (${code ?? 'unknown error'})`);
  }
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) {
    closeSync(descriptor);
    return fail('file-unreadable', `${name} is no ordinary file`);
  }
  let open = true;
  return ok({
    length: stat.size,
    read: (offset, length) =>
      offset >= stat.size || offset < 0
        ? new Uint8Array(0)
        : reading(name, descriptor, offset, Math.min(length, stat.size - offset)),
    *chunks(from) {
      for (let at = from; ; ) {
        const chunk = reading(name, descriptor, at, CHUNK);
        if (chunk.length === 0) return;
        yield chunk;
        at += chunk.length;
      }
    },
    close: () => {
      if (open) closeSync(descriptor);
      open = false;
    },
  });
}
