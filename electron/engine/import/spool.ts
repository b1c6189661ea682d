import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { makeTemporaryFolder } from '../store/temporary-folder.ts';

/**
 * A temporary file of records: what was read stands there until all of it is written into the lab at once, so that an
 * import cut short leaves the lab as it was, and a large one does not have to fit into memory.
 */
export interface Spool<T> {
  add(record: T): void;
  /** All records in their order; to be called once, after the last one was added. */
  records(): Generator<T>;
  /** Removes the file. */
  close(): void;
}

/** Opens an empty spool in the system's folder for temporary files. Throws what the file system says. */
export function openSpool<T>(): Spool<T> {
  const folder = makeTemporaryFolder('mwlab-import-');
  const file = openSync(join(folder, 'records'), 'w+');
  const length = Buffer.alloc(8);
  let end = 0;
  const writeAll = (bytes: Uint8Array): void => {
    let done = 0;
    while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
  };
  const readAll = (bytes: Uint8Array, position: number): void => {
    let done = 0;
    while (done < bytes.length) {
      const got = readSync(file, bytes, done, bytes.length - done, position + done);
      if (got === 0) throw new Error('the temporary file of an import became shorter');
      done += got;
    }
  };
  return {
    add: (record) => {
      const bytes = serialize(record);
      length.writeDoubleLE(bytes.length);
      writeAll(length);
      writeAll(bytes);
    },
    records: function* (): Generator<T> {
      let position = 0;
      while (position < end) {
        readAll(length, position);
        const bytes = Buffer.alloc(length.readDoubleLE());
        readAll(bytes, position + length.length);
        position += length.length + bytes.length;
        yield deserialize(bytes) as T;
      }
    },
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
