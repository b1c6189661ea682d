import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPORARY } from '../migrate/import/set-folder.ts';
import { realPath } from '../server/lab-files.ts';
import type { Lab } from '../store/lab.ts';
import { asStoreFault } from '../store/store-fault.ts';
import type { FailedLines, ImportContext } from './import-context.ts';
import { namesIn, openSetFile, type SetFile } from './set-file.ts';

/** Bytes copied at once. */
const CHUNK = 256 * 1024;

/** The first free `0000000n.PRI` in the directory for temporary files (Q256199). */
export function recoveryName(lab: Lab): string {
  const folder = realPath(lab, TEMPORARY);
  const there = folder.ok ? namesIn(folder.value) : new Map<string, string>();
  for (let number = 1; ; number += 1) {
    const name = `${String(number).padStart(8, '0')}.PRI`;
    if (!there.has(name)) return name;
  }
}

function copyRange(
  source: SetFile,
  [offset, length]: readonly [number, number],
  write: (bytes: Uint8Array) => void,
): void {
  for (let done = 0; done < length; ) {
    const bytes = source.read(offset + done, Math.min(CHUNK, length - done));
    if (bytes.length === 0) return;
    write(bytes);
    done += bytes.length;
  }
}

/** Ranges of one section come in several batches; its heading is written once before them. */
export interface Headed {
  readonly file: number;
  readonly head: number | null;
}

/**
 * Writes everything that was refused into a recovery file, each section under its own heading, so that it can be put right
 * and imported with a new packing list (SDK dsignapp_7m5v; that it holds the refused lines and not all of the section is
 * modelled). Returns its simulated path. Throws StoreFault.
 */
export function writeRecoveryFile(
  context: ImportContext,
  name: string,
  failed: Iterable<FailedLines>,
): string {
  const folder = realPath(context.lab, TEMPORARY);
  if (!folder.ok) throw new Error(folder.failure.message);
  const place = folder.value;
  let target = place;
  const held: { index: number; file: SetFile | null } = { index: -1, file: null };
  let last: Headed | null = null;
  let descriptor: number | null = null;
  try {
    mkdirSync(place, { recursive: true });
    target = join(place, name);
    const made = openSync(target, 'w');
    descriptor = made;
    let endsLine = true;
    const write = (bytes: Uint8Array): void => {
      for (let done = 0; done < bytes.length; ) done += writeSync(made, bytes, done);
      if (bytes.length > 0) endsLine = bytes.at(-1) === 0x0a;
    };
    const eol = new TextEncoder().encode('\r\n');
    for (const { file, head, lines } of failed) {
      if (held.index !== file) {
        held.file?.close();
        const opened = openSetFile(context.set.folder.real, context.set.primaries[file] ?? '');
        held.index = file;
        held.file = opened.ok ? opened.value : null;
      }
      const source = held.file;
      if (source === null) continue;
      if (last === null || last.file !== file || last.head !== (head?.[0] ?? null)) {
        if (!endsLine) write(eol);
        if (last !== null) write(eol);
        if (head !== null) copyRange(source, head, write);
        last = { file, head: head?.[0] ?? null };
      }
      for (const range of lines) {
        if (!endsLine) write(eol);
        copyRange(source, range, write);
      }
    }
    if (!endsLine) write(eol);
    return `${TEMPORARY}\\${name}`;
  } catch (error) {
    throw asStoreFault(error, target);
  } finally {
    held.file?.close();
    if (descriptor !== null) closeSync(descriptor);
  }
}
