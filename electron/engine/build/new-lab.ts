import { existsSync, rmSync } from 'node:fs';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { discardFiles, hasFiles, prepareFiles, removeFiles, settleFiles } from '../server/copy-files.ts';
import { labFolder } from '../server/lab-files.ts';
import { labDigest } from '../store/digest.ts';
import { createLab, finishUnnamed, type Lab, openLab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';
import { sweepUnfinished, unfinished } from '../store/unfinished.ts';
import { buildLab } from './build-lab.ts';

/** The seed of a lab when none is asked for. */
const DEFAULT_SEED = 1;

/** A folder of files that an earlier lab of this name left would pass for the new one's. */
function filesInTheWay(lab: string): Result<never> | null {
  if (!hasFiles(lab)) return null;
  return fail(
    'lab-exists',
    `${labFolder({ path: lab })} holds the files of an earlier lab of this name: move it away or choose another name; nothing was changed.`,
  );
}

/**
 * `lab new`: makes a lab file. Failure codes: lab-exists, build-options, scenario-unknown, and those of the store
 * (disk-full, lab-io, lab-busy); whatever fails leaves no file.
 */
export function newLab(input: LabInput<'new'>): Result<LabOutput<'new'>> {
  const seed = input.seed ?? DEFAULT_SEED;
  const inTheWay = filesInTheWay(input.file);
  if (inTheWay !== null) return inTheWay;
  return createLab(input.file, (lab) => {
    const built = buildLab(lab, {
      seed,
      ...(input.scenario === undefined ? {} : { scenario: input.scenario }),
      ...(input.mailboxes === undefined ? {} : { mailboxes: input.mailboxes }),
      ...(input.items === undefined ? {} : { items: input.items }),
    });
    if (!built.ok) return built;
    return ok({ file: input.file, seed, digest: labDigest(lab), ...built.value });
  });
}

/**
 * `lab copy`: a fork of a lab, taken by SQLite itself (`VACUUM INTO`), for a copy of the file alone lacks what stands
 * in the write-ahead log. The lab's files go along, claims of live runs do not. Failure codes: lab-exists, those of `openLab`, and those of the store.
 */
export function copyLab(input: LabInput<'copy'>): Result<LabOutput<'copy'>> {
  const opened = openLab(input.file);
  if (!opened.ok) return opened;
  try {
    return forkLab(opened.value, input.to);
  } finally {
    opened.value.close();
  }
}

/** The same from a lab that is open already. Failure codes: lab-exists, and those of the store. */
export function forkLab(lab: Lab, to: string): Result<LabOutput<'copy'>> {
  if (existsSync(to))
    return fail('lab-exists', `${to} exists already: choose another name; nothing was changed.`);
  const inTheWay = filesInTheWay(to);
  if (inTheWay !== null) return inTheWay;
  sweepUnfinished(to);
  const temporary = unfinished(to);
  const remove = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
  };
  try {
    remove();
    lab.run('VACUUM INTO ?', temporary);
    prepareFiles(lab.path, to);
    const digest = finishUnnamed(temporary, to, (copy) => {
      copy.run('DELETE FROM claim');
      copy.run('DELETE FROM work_claim');
      settleFiles(to);
      return labDigest(copy);
    });
    return ok({ file: to, digest });
  } catch (error) {
    if (!existsSync(to)) removeFiles(to);
    // A fault met by the lab that is copied names that lab; only damage is its own, the rest is the new file's.
    const ofCopy = error instanceof StoreFault && error.failure.code !== 'lab-damaged' ? error.cause : error;
    const fault = asStoreFault(ofCopy, to);
    if (!(fault instanceof StoreFault)) throw error;
    return { ok: false, failure: fault.failure };
  } finally {
    discardFiles(to);
    remove();
  }
}
