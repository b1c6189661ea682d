import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { FilesPlan, PostOfficePlan } from '../../../../shared/lab/run-plan.ts';
import { dosFolder, dosJoin } from '../../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { labFolder, realPath, simulatedOrReal } from '../../server/lab-files.ts';
import type { Lab } from '../../store/lab.ts';
import type { SetFolder } from './import-run.ts';

/** Where one step puts its files, which go again when all went well (modelled: the directory for temporary files). */
export const TEMPORARY = 'C:\\TEMP';

/** What the journal keeps of a set's folder: everything but the place on the machine, for labs are copied and moved. */
export type StoredSet = Omit<SetFolder, 'real'>;

/** A post office's name as part of a file name. That characters which no name can have become `_` is modelled. */
export function fileStem(postOffice: string): string {
  const safe = postOffice.trim().replace(/[^A-Za-z0-9$%'@~!(){}^#&-]/g, '_');
  return /^(con|prn|aux|nul|clock\$|com\d|lpt\d)$/i.test(safe) ? `${safe}_` : safe;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Sets are numbered from 001 on (`florence.001`, Q214822); each gets the next number after all that are there. */
function nextNumber(folder: string, stem: string): number {
  const numbers = namesIn(folder).flatMap((name) => {
    const dot = name.lastIndexOf('.');
    const same = name.slice(0, dot).toLowerCase() === stem.toLowerCase();
    return same && /^\d{3}$/.test(name.slice(dot + 1)) ? [Number(name.slice(dot + 1))] : [];
  });
  return Math.max(0, ...numbers) + 1;
}

/** Names the folder that a run will write its files into; nothing is written yet. Failure codes: those of `realPath`, and files-full. */
export function newSet(lab: Lab, plan: PostOfficePlan): Result<StoredSet> {
  const parent = plan.files ?? TEMPORARY;
  const real = realPath(lab, parent);
  if (!real.ok) return real;
  const stem = fileStem(plan.postOffice);
  const number = nextNumber(real.value, stem);
  if (number > 999) {
    return fail(
      'files-full',
      `${parent} holds set 999 of ${stem} already: remove old sets, or choose another folder.`,
    );
  }
  return ok({
    simulated: dosJoin(parent, `${stem}.${String(number).padStart(3, '0')}`),
    packingList: `${stem}.PKL`,
  });
}

/** The set that a packing list belongs to: the files stand beside it (SDK, XMG ab007). */
export function givenSet(lab: Lab, packingList: FilesPlan['packingList']): SetFolder {
  const list = simulatedOrReal(lab, packingList);
  const given = packingList.replaceAll('/', '\\');
  return {
    simulated: list === packingList ? path.dirname(list) : dosFolder(given),
    real: path.dirname(list),
    packingList: path.basename(list),
  };
}

/** A stored set with its place on the machine. Failure codes: those of `realPath`. */
export function placeSet(lab: Lab, stored: StoredSet): Result<SetFolder> {
  const real = realPath(lab, stored.simulated);
  return real.ok ? ok({ ...stored, real: real.value }) : real;
}

/** Takes a folder of the lab's own away again; anything else is left alone. */
export function removeSet(lab: Lab, set: SetFolder): void {
  const inside = path.relative(labFolder(lab), set.real);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return;
  rmSync(set.real, { recursive: true, force: true });
}
