import { fail, ok, type Result } from '../../../shared/result.ts';
import type { CodePage } from '../../../shared/formats/migration-files/code-pages.ts';
import { type FormatFault, fault } from '../../../shared/formats/migration-files/fault.ts';
import { readPackingList } from '../../../shared/formats/migration-files/packing-list.ts';
import type { SetFolder } from '../migrate/import/import-run.ts';
import { namesIn, openSetFile } from './set-file.ts';

/** Something wrong in a set, and in which of its files. */
export interface SetFault extends FormatFault {
  readonly file: string;
}

/** A set of migration files whose packing list was read. */
export interface MigrationSet {
  readonly folder: SetFolder;
  readonly codePage: CodePage;
  /** Names as they are written on the disk, in the order of the packing list; files that are not there are left out. */
  readonly primaries: readonly string[];
  /** Secondary files that the list names and that are there, by their upper-case names. */
  readonly secondaries: ReadonlyMap<string, string>;
  /** What is wrong with the packing list, missing files among it. */
  readonly faults: readonly SetFault[];
}

/** A sentence of a complaint about a set: which file, where, what. */
export function faultSentence(set: SetFolder, { file, line, offset, text }: SetFault): string {
  return `${set.simulated}\\${file}, line ${line}, byte ${offset}: ${text}.`;
}

/**
 * Reads the packing list of a set. Failure codes: packing-list-missing, packing-list-unusable (it names no primary file
 * that is there).
 */
export function openSet(folder: SetFolder): Result<MigrationSet> {
  const names = namesIn(folder.real);
  const own = names.get(folder.packingList.toUpperCase()) ?? folder.packingList;
  const where = `${folder.simulated}\\${folder.packingList}`;
  const file = openSetFile(folder.real, own);
  if (!file.ok) {
    return fail(
      'packing-list-missing',
      file.failure.code === 'file-missing'
        ? `There is no packing list ${where}: give the path of a .PKL file.`
        : `The packing list ${where} cannot be used: ${file.failure.message}.`,
    );
  }
  try {
    const list = readPackingList(file.value.chunks(0));
    const faults: SetFault[] = list.faults.map((one) => ({ ...one, file: folder.packingList }));
    const there = (name: string): string[] => {
      const real = names.get(name.toUpperCase());
      if (real !== undefined) return [real];
      const at = list.lines.get(name.toUpperCase()) ?? { line: 1, offset: 0 };
      const text = `${name} is not in the folder of the packing list`;
      faults.push({ ...fault('file-missing', at, text), file: folder.packingList });
      return [];
    };
    const primaries = list.primaries.flatMap(there);
    const secondaries = new Map(list.secondaries.flatMap(there).map((name) => [name.toUpperCase(), name]));
    if (primaries.length === 0) {
      const first = faults[0];
      return fail(
        'packing-list-unusable',
        `The packing list ${where} cannot be used: ${first === undefined ? 'it names no primary file' : `line ${first.line}, byte ${first.offset}: ${first.text}`}.`,
      );
    }
    return ok({ folder, codePage: list.codePage, primaries, secondaries, faults });
  } finally {
    file.value.close();
  }
}
