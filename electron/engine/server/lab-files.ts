import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type DosPath, formatDosPath, parseDosPath } from '../../../shared/lab/dos-path.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { onNetwork } from './network.ts';

/*
 * Files of the simulated servers that really exist, as migration files do: they stand in a folder beside the lab,
 * `C:\MIGRATE\x` as `C/MIGRATE/x` and `\\HARBOR\CCDATA\x` as `UNC/HARBOR/CCDATA/x`. Here alone a simulated path becomes
 * one of the machine; nothing that a lab holds can lead out of that folder.
 */

type Placed = Pick<Lab, 'path'>;

/** The folder of a lab's real files; it exists once something was written to it. */
export function labFolder(lab: Placed): string {
  return `${lab.path}.files`;
}

const stat = (at: string): ReturnType<typeof lstatSync> | null => {
  try {
    return lstatSync(at);
  } catch {
    return null;
  }
};

/** How a name is written where it exists already: simulated paths are compared without case. */
function written(folder: string, name: string): string {
  if (stat(path.join(folder, name)) !== null) return name;
  try {
    const wanted = name.toLowerCase();
    return readdirSync(folder).find((there) => there.toLowerCase() === wanted) ?? name;
  } catch {
    return name;
  }
}

function places({ root, parts }: DosPath): readonly string[] {
  return root.startsWith('\\\\')
    ? ['UNC', ...root.slice(2).split('\\'), ...parts]
    : [root.slice(0, 1), ...parts];
}

/**
 * Where a simulated path stands on the machine, whether anything is there or not; mapped drives are followed. A folder
 * that is to hold many files is mapped once, and their names joined to it. Failure codes: those of `parseDosPath` and
 * of the network (drive-unmapped, share-unknown), and path-leaves for a link or a file where a folder should be.
 */
export function realPath(lab: Lab, simulated: string): Result<string> {
  const parsed = parseDosPath(simulated);
  if (!parsed.ok) return parsed;
  const found = onNetwork(lab, parsed.value);
  if (!found.ok) return found;
  let at = labFolder(lab);
  const names = places(found.value);
  for (const [index, name] of ['', ...names].entries()) {
    if (name !== '') at = path.join(at, written(at, name));
    const there = stat(at);
    if (there === null || there === undefined) continue;
    const last = index === names.length;
    if (there.isSymbolicLink() || !(there.isDirectory() || (last && there.isFile())))
      return fail(
        'path-leaves',
        `${formatDosPath(parsed.value)} cannot be used, for ${at} is no ordinary ${last ? 'file or folder' : 'folder'}: remove it.`,
      );
  }
  return ok(at);
}

/**
 * A path that somebody gave: one of the migration server where something stands there in the lab's own folder, else a
 * path of the machine, as it was given.
 */
export function simulatedOrReal(lab: Lab, given: string): string {
  const simulated = realPath(lab, given);
  return simulated.ok && stat(simulated.value) !== null ? simulated.value : given;
}
