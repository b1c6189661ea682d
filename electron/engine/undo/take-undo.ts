import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { discardFiles, prepareFiles, settleFiles } from '../server/copy-files.ts';
import { labFolder } from '../server/lab-files.ts';
import { labNow } from '../store/clock.ts';
import { finishUnnamed, type Lab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';
import {
  COPIES_KEPT,
  copyFile,
  dropCopies,
  readCopies,
  type UndoCopy,
  undoFolder,
  writeCopies,
} from './undo-folder.ts';

/** What is about to happen to a lab. */
export interface About {
  readonly kind: string;
  readonly detail: string;
}

/** What a copy was cut short of, or of which the index knows nothing. */
function tidy(lab: string, kept: readonly UndoCopy[]): void {
  const files = kept.map((copy) => copyFile(lab, copy.number));
  const named = new Set(
    files.flatMap((file) => [file, labFolder({ path: file })]).map((at) => path.basename(at)),
  );
  for (const name of readdirSync(undoFolder(lab))) {
    const isCopy = /^undo-\d+\.mwlab/.test(name);
    if (isCopy && !named.has(name))
      rmSync(path.join(undoFolder(lab), name), { force: true, recursive: true });
  }
}

/**
 * Keeps a copy of the lab as it stands, taken by SQLite itself (`VACUUM INTO`), with the lab's files, and lets go of the
 * oldest beyond ten.
 * Only a whole copy gets its name and its place in the index. Failure codes: undo-copy (disk full, no right to write).
 * @returns the number of the copy
 */
export function takeUndo(lab: Lab, about: About, now: () => number = Date.now): Result<number> {
  const number = 1 + Math.max(0, ...readCopies(lab.path).map((copy) => copy.number));
  const file = copyFile(lab.path, number);
  const temporary = `${file}.unfinished-${process.pid}`;
  try {
    mkdirSync(undoFolder(lab.path), { recursive: true });
    tidy(lab.path, readCopies(lab.path));
    lab.run('VACUUM INTO ?', temporary);
    prepareFiles(lab.path, file);
    finishUnnamed(temporary, file, (copy) => {
      copy.run('DELETE FROM claim');
      copy.run('DELETE FROM work_claim');
      settleFiles(file);
    });
    const all = [...readCopies(lab.path), { number, at: now(), clock: labNow(lab), ...about }];
    writeCopies(lab.path, all);
    return ok(number);
  } catch (error) {
    return fail(
      'undo-copy',
      `Nothing was done, for no copy to go back to could be kept: ${reasonOf(error, file)}`,
    );
  } finally {
    discardFiles(file);
    removeUnfinished(temporary);
  }
}

/** Why a file could not be written; what is no fault of disk or folder is a bug and thrown on. */
function reasonOf(error: unknown, file: string): string {
  const fault = asStoreFault(error, file);
  if (fault instanceof StoreFault) return fault.failure.message;
  const { code, syscall, message } = fault as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return `${file} cannot be written (${message}): check the folder beside the lab.`;
}

function removeUnfinished(temporary: string): void {
  try {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(temporary + suffix, { force: true });
  } catch {
    // It is tidied away with the next copy.
  }
}

/** Lets go of the oldest copies beyond the ten that are kept. */
export function pruneCopies(lab: Lab): void {
  const copies = readCopies(lab.path);
  dropCopies(
    lab.path,
    copies.slice(0, Math.max(0, copies.length - COPIES_KEPT)).map((copy) => copy.number),
  );
}

/** `withUndo` for a command that may take its time: its copy is kept unless it failed. */
export async function withUndoOf(
  lab: Lab,
  about: About,
  work: () => Result<unknown> | Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const taken = takeUndo(lab, about);
  if (!taken.ok) return taken;
  const answer = await work();
  if (answer.ok) pruneCopies(lab);
  else dropCopies(lab.path, [taken.value]);
  return answer;
}

/** Keeps a copy, does the work, and lets go of the copy again where the work says that nothing came of it. */
export function withUndo<T>(
  lab: Lab,
  about: About,
  work: () => { readonly answer: Result<T>; readonly keep: boolean },
): Result<T> {
  const taken = takeUndo(lab, about);
  if (!taken.ok) return taken;
  const { answer, keep } = work();
  if (keep) pruneCopies(lab);
  else dropCopies(lab.path, [taken.value]);
  return answer;
}
