import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { bytesOfFiles, removeFiles } from '../server/copy-files.ts';

/*
 * The copies of a lab that one can go back to: files in a folder beside it, and a small index of when and before what
 * each was taken. The index is written whole or not at all; what it names and is not there, or the other way round, is
 * passed over and tidied away with the next copy.
 */

/** As many are kept as people go back to; the oldest go first. */
export const COPIES_KEPT = 10;

const copySchema = z.object({
  number: z.number().int().min(1),
  /** The machine's time, ms since 1970. */
  at: z.number(),
  /** The lab's time. */
  clock: z.number(),
  /** What was about to happen, e.g. `run`; and to whom or how, e.g. `clone`. */
  kind: z.string(),
  detail: z.string(),
});
const indexSchema = z.object({ version: z.literal(1), copies: z.array(copySchema) });

export type UndoCopy = z.infer<typeof copySchema>;

/** `a.mwlab` keeps its copies in `a - undo`. */
export function undoFolder(lab: string): string {
  return path.join(path.dirname(lab), `${path.basename(lab).replace(/\.mwlab$/i, '')} - undo`);
}

export function copyFile(lab: string, number: number): string {
  return path.join(undoFolder(lab), `undo-${String(number).padStart(4, '0')}.mwlab`);
}

function indexFile(lab: string): string {
  return path.join(undoFolder(lab), 'index.json');
}

/** The copies that are there, the oldest first. An index that cannot be read counts as empty. */
export function readCopies(lab: string): readonly UndoCopy[] {
  try {
    const parsed = indexSchema.safeParse(JSON.parse(readFileSync(indexFile(lab), 'utf8')));
    if (!parsed.success) return [];
    return parsed.data.copies.filter((copy) => existsSync(copyFile(lab, copy.number)));
  } catch {
    return [];
  }
}

/** Throws the file system's errors. */
export function writeCopies(lab: string, copies: readonly UndoCopy[]): void {
  mkdirSync(undoFolder(lab), { recursive: true });
  const unfinished = `${indexFile(lab)}.new-${process.pid}`;
  const file = openSync(unfinished, 'w');
  try {
    writeFileSync(file, JSON.stringify({ version: 1, copies }, null, 1));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, indexFile(lab));
}

/** Size of a copy in bytes, with the lab's files that went along. */
export function bytesOf(lab: string, number: number): number {
  const file = copyFile(lab, number);
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) + bytesOfFiles(file);
}

/** Deletes all copies, also what the index knows nothing of, and the folder where nothing else lies in it. Throws the file system's errors. */
export function clearCopies(lab: string): void {
  const folder = undoFolder(lab);
  if (!existsSync(folder)) return;
  writeCopies(lab, []);
  for (const name of readdirSync(folder))
    if (/^undo-\d+\.mwlab/.test(name)) rmSync(path.join(folder, name), { force: true, recursive: true });
  rmSync(indexFile(lab), { force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Deletes copies; the index goes first, so that it never names what is gone. */
export function dropCopies(lab: string, numbers: readonly number[]): void {
  if (numbers.length === 0) return;
  writeCopies(
    lab,
    readCopies(lab).filter((copy) => !numbers.includes(copy.number)),
  );
  for (const number of numbers) {
    rmSync(copyFile(lab, number), { force: true });
    removeFiles(copyFile(lab, number));
  }
}
