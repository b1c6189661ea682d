import { decodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import type { Pointer } from '../../../shared/formats/migration-files/pointer.ts';
import {
  type PartPlace,
  partData,
  readParts,
} from '../../../shared/formats/migration-files/secondary-reader.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { MigrationSet } from './migration-set.ts';
import { openSetFile, type SetFile } from './set-file.ts';

/** Bytes of the texts and attachments that one message may bring (modelled: no limit is documented). */
const MESSAGE_LIMIT = 128 * 1024 * 1024;

/** Bytes that a field of a row may have in a secondary file (modelled). */
const FIELD_LIMIT = 256 * 1024;

/** The secondary files of a set, opened as pointers lead into them. A failure's details tell `file` and `offset`. */
export interface SecondaryFiles {
  /** The sections of one message. */
  parts(pointer: Pointer): Result<readonly PartPlace[]>;
  data(pointer: Pointer, part: PartPlace): Uint8Array;
  /** The text of a field that fits no line. */
  text(pointer: Pointer): Result<string>;
  close(): void;
}

/** Files kept open; a user's messages lie in one. */
const OPEN = 4;

export function secondaryFiles(set: MigrationSet): SecondaryFiles {
  const open = new Map<string, SetFile>();
  const close = (key: string): void => {
    open.get(key)?.close();
    open.delete(key);
  };
  const fileOf = (pointer: Pointer): Result<SetFile> => {
    const key = pointer.file.toUpperCase();
    const known = open.get(key);
    if (known !== undefined) return ok(known);
    const name = set.secondaries.get(key);
    if (name === undefined)
      return fail('secondary-file', `${pointer.file} is no secondary file of the packing list`, {
        file: pointer.file,
        offset: pointer.offset,
      });
    const file = openSetFile(set.folder.real, name);
    if (!file.ok)
      return fail('secondary-file', file.failure.message, { file: pointer.file, offset: pointer.offset });
    for (const oldest of open.keys()) if (open.size >= OPEN) close(oldest);
    open.set(key, file.value);
    return file;
  };
  const parts = (pointer: Pointer): Result<readonly PartPlace[]> => {
    const file = fileOf(pointer);
    if (!file.ok) return file;
    const read = readParts(file.value, set.codePage, pointer.offset);
    if (!read.ok)
      return fail(read.failure.code, read.failure.message, { ...read.failure.details, file: pointer.file });
    const bytes = read.value.reduce((sum, part) => sum + part.heading.length, 0);
    return bytes <= MESSAGE_LIMIT
      ? read
      : fail(
          'secondary-data',
          `the message has ${bytes} bytes, more than the ${MESSAGE_LIMIT} that are read`,
          {
            file: pointer.file,
            offset: pointer.offset,
          },
        );
  };
  const data = (pointer: Pointer, part: PartPlace): Uint8Array => {
    const file = fileOf(pointer);
    if (!file.ok) throw new Error(`${pointer.file} was there a moment ago`);
    return partData(file.value, part);
  };
  return {
    parts,
    data,
    text: (pointer) => {
      const read = parts(pointer);
      if (!read.ok) return read;
      const [first] = read.value;
      if (first !== undefined && first.heading.length > FIELD_LIMIT) {
        const text = `a field has ${first.heading.length} bytes there, more than the ${FIELD_LIMIT} that are read`;
        return fail('secondary-data', text, { file: pointer.file, offset: pointer.offset });
      }
      return ok(first === undefined ? '' : decodeText(set.codePage, data(pointer, first)));
    },
    close: () => {
      for (const key of [...open.keys()]) close(key);
    },
  };
}
