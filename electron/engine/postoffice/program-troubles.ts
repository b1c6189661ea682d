import { sameDosPath, dosFolder } from '../../../shared/lab/dos-path.ts';
import { compareVersions } from '../../../shared/gate/version.ts';
import type { Lab } from '../store/lab.ts';
import { BIN, type FoundProgram, type FoundPrograms, unrenamedPrograms } from './find-programs.ts';
import type { PostOffice } from './post-office-row.ts';

/*
 * What is wrong with the programs that were found, for one post office; each a list of findings, empty when nothing is.
 */

export function named(found: FoundProgram): string {
  const version = found.version === null ? 'of unknown version' : found.version;
  return `${found.path} (${found.flavour === null ? '' : `${found.flavour}, `}${version})`;
}

function both({ import: importer, export: exporter }: FoundPrograms): FoundProgram[] {
  return [importer, exporter].filter((one): one is FoundProgram => one !== null);
}

/** Whether a post office is of release 8.5 or later, for which Lotus shipped 32-bit programs (Q248195). */
export function needsThirtyTwoBit(po: PostOffice): boolean {
  return compareVersions(po.release, '8.5') >= 0;
}

/** Q251018: the programs are the 32-bit ones, or a release 8.5 post office has no others at hand. */
export function thirtyTwoBit(lab: Lab, po: PostOffice, programs: FoundPrograms): string[] {
  const found = both(programs);
  const used = found.filter(({ flavour }) => flavour === '32-bit');
  if (used.length > 0) return used.map(named);
  if (found.length > 0 || !needsThirtyTwoBit(po)) return [];
  return unrenamedPrograms(lab).map(named);
}

const inBin = (found: FoundProgram | null): boolean =>
  found !== null && sameDosPath(dosFolder(found.path), BIN);

/**
 * Steps of Q251018 that are not done: the two programs renamed, seven files in Exchsrvr\Bin, a drive mapped to the post office.
 * @param reached the path that the plan gives, null: none is known yet
 */
export function openSteps(
  lab: Lab,
  po: PostOffice,
  programs: FoundPrograms,
  reached: string | null,
): string[] {
  const open: string[] = [];
  const pair = [
    ['Import.exe', programs.import],
    ['Export.exe', programs.export],
  ] as const;
  const isOurs = (found: FoundProgram | null): boolean => found !== null && found.flavour === '32-bit';
  const missing = pair.filter(([, found]) => !isOurs(found)).map(([name]) => name.replace('.exe', '32.exe'));
  if (missing.length > 0) open.push(`step 1: ${missing.join(' and ')} not renamed`);
  const others = [
    ...pair.filter(([, found]) => isOurs(found)),
    ['Impexp.ri', programs.impexpRi] as const,
    ...programs.libraries.map(({ name, found }) => [name, found] as const),
  ];
  const elsewhere = others.filter(([, found]) => !inBin(found)).map(([name]) => name);
  if (elsewhere.length > 0) open.push(`step 2: not in ${BIN}: ${elsewhere.join(', ')}`);
  const mapped =
    reached === null
      ? lab
          .all<{ path: string }>('SELECT path FROM drive')
          .some(({ path }) => sameDosPath(path, po.directory))
      : /^[a-z]:/i.test(reached.trim());
  if (!mapped)
    open.push(
      `step 3: no drive mapped to ${po.directory}${reached === null ? '' : `, the path given is ${reached}`}`,
    );
  return open;
}

/** Q183590: the OS/2 programs, which print Import2 and Export2 in their banners. */
export function osTwo(programs: FoundPrograms): string[] {
  return both(programs)
    .filter(({ flavour }) => flavour === 'OS/2')
    .map(named);
}

/** Q152500: an Export older than 5.12. Only DB6 post offices are asked for 5.x (Q174740). */
export function oldExport(po: PostOffice, programs: FoundPrograms): string[] {
  const found = programs.export;
  if (po.database !== 'DB6' || found === null || found.version === null) return [];
  return compareVersions(found.version, '5.12') < 0 ? [named(found)] : [];
}

/** Which major version the database asks for (Q174740): DB8 8.x, DB6 5.x. */
function majorFor(po: PostOffice): number {
  return po.database === 'DB6' ? 5 : 8;
}

function isMajor(found: FoundProgram, major: number): boolean {
  return found.version !== null && Number.parseInt(found.version, 10) === major;
}

/**
 * Q174740: Import, Export or their resource file are missing or of another version than the database asks for. The resource
 * file is named for version 8 alone; that the 32-bit programs have Impexp.ri instead of IE.RI follows from Q251018.
 */
export function wrongPrograms(po: PostOffice, programs: FoundPrograms): string[] {
  const major = majorFor(po);
  const wrong: string[] = [];
  for (const [name, found] of [
    ['Import.exe', programs.import],
    ['Export.exe', programs.export],
  ] as const) {
    if (found === null) wrong.push(`${name} is not found`);
    else if (!isMajor(found, major)) wrong.push(`${named(found)} instead of ${major}.x`);
  }
  if (major !== 8) return wrong;
  const resource = programs.export?.flavour === '32-bit' ? programs.impexpRi : programs.ieRi;
  const name = programs.export?.flavour === '32-bit' ? 'Impexp.ri' : 'IE.RI';
  if (resource === null) wrong.push(`${name} is not found`);
  else if (!isMajor(resource, major)) wrong.push(`${named(resource)} instead of ${major}.x`);
  return wrong;
}
