import { dosJoin, dosName } from '../../../shared/lab/dos-path.ts';
import { networkPath } from '../server/network.ts';
import { EXCHANGE_55, productNamed } from '../server/products.ts';
import type { Flavour } from '../server/server-rows.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';

/** Folder of the wizard's own programs: its current directory. */
export const BIN = productNamed(EXCHANGE_55).bin;

/** A file as the search finds it. `shippedAs`: what Lotus called it; a renamed Import32.exe is still one. */
export interface FoundProgram {
  readonly path: string;
  readonly version: string | null;
  readonly flavour: Flavour | null;
  readonly shippedAs: string;
}

/** The files that the wizard shells out to, by what they are for; null: the search finds none of that name. */
export interface FoundPrograms {
  readonly import: FoundProgram | null;
  readonly export: FoundProgram | null;
  /** Resource file of the 16-bit programs, and of the 32-bit ones. */
  readonly ieRi: FoundProgram | null;
  readonly impexpRi: FoundProgram | null;
  /** What the 32-bit programs load: Cdmw800.dll, Cfw803.dll, Ciw803.dll. */
  readonly libraries: readonly { readonly name: string; readonly found: FoundProgram | null }[];
}

export const LIBRARIES = ['Cdmw800.dll', 'Cfw803.dll', 'Ciw803.dll'] as const;

interface Raw {
  readonly path: string;
  readonly version: string | null;
  readonly flavour: Flavour | null;
  readonly shipped: string | null;
}

const SELECT = 'SELECT path, version, flavour, shipped_as AS shipped FROM server_file';

function program(row: Raw): FoundProgram {
  return {
    path: row.path,
    version: row.version,
    flavour: row.flavour,
    shippedAs: row.shipped ?? dosName(row.path),
  };
}

/** The folders of the setting `path` in their order, mapped drives followed; what cannot be reached is skipped, as Windows does. */
export function pathFolders(lab: Lab): readonly string[] {
  return setting(lab, 'path')
    .split(';')
    .filter((folder) => folder.trim() !== '')
    .flatMap((folder) => {
      const at = networkPath(lab, folder);
      return at.ok ? [at.value] : [];
    });
}

/**
 * Where the wizard looks for executables: Exchsrvr\Bin, which is its current directory, before the search path (Q174740;
 * Q229754 would have one copy in Winnt or System32, see the sources' contradictions).
 */
export function wizardFolders(lab: Lab): readonly string[] {
  return [BIN, ...pathFolders(lab)];
}

/** The first file of this name in these folders; null: there is none. */
export function findProgram(lab: Lab, folders: readonly string[], name: string): FoundProgram | null {
  for (const folder of folders) {
    const row = lab.get<Raw>(`${SELECT} WHERE path = ?`, dosJoin(folder, name));
    if (row !== undefined) return program(row);
  }
  return null;
}

/** What the wizard finds, or with other folders another program such as the Connector for cc:Mail, which has the search path alone. */
export function findPrograms(lab: Lab, folders: readonly string[] = wizardFolders(lab)): FoundPrograms {
  const find = (name: string): FoundProgram | null => findProgram(lab, folders, name);
  return {
    import: find('Import.exe'),
    export: find('Export.exe'),
    ieRi: find('IE.RI'),
    impexpRi: find('Impexp.ri'),
    libraries: LIBRARIES.map((name) => ({ name, found: find(name) })),
  };
}

/** The 32-bit programs under the names that Lotus gave them, wherever they stand on the server or the network. */
export function unrenamedPrograms(lab: Lab): FoundProgram[] {
  return lab
    .all<Raw>(
      `${SELECT} WHERE flavour = '32-bit' AND (path LIKE '%\\Import32.exe' OR path LIKE '%\\Export32.exe') ORDER BY path`,
    )
    .map(program);
}
