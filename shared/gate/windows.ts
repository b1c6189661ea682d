import { compareVersions, levelAtLeast } from './version.ts';

/** In which versions of one file a defect is: from `introduced` (null: from the beginning) up to, but not at, `fixed`. */
export interface DefectWindow {
  readonly kb: string;
  readonly introduced: string | null;
  readonly fixed: string;
  readonly problem: string;
}

/** Defects that a service pack alone took away, no version of a file being known for them. */
export interface ServicePackOnly {
  /** Product and level, e.g. `5.5 SP1`. */
  readonly fixedIn: string;
  readonly kb: readonly string[];
}

/** The library of defect windows of one file (resources/kb/mlmig32-windows.json). */
export interface DefectWindows {
  readonly file: string;
  readonly product: string;
  readonly windows: readonly DefectWindow[];
  readonly servicePackOnly: readonly ServicePackOnly[];
}

/** Whether a version of the file has the defect: introduced <= version < fixed, compared as numbers. */
export function inWindow(window: DefectWindow, version: string): boolean {
  const begun = window.introduced === null || compareVersions(version, window.introduced) >= 0;
  return begun && compareVersions(version, window.fixed) < 0;
}

/** The windows that are open at a version, in the library's order. */
export function openWindows(library: DefectWindows, version: string): readonly DefectWindow[] {
  return library.windows.filter((window) => inWindow(window, version));
}

/** What the migration server has: its product level, and the version of the file; null: no such file, or of unknown version. */
export interface ServerStanding {
  readonly level: string;
  readonly version: string | null;
}

/**
 * Whether the defect of an article is there. A file that is missing or of unknown version fixes nothing, so the defect
 * counts as there (modelled). An article that the library does not name: null.
 */
export function hasDefect(library: DefectWindows, kb: string, standing: ServerStanding): boolean | null {
  const window = library.windows.find((candidate) => candidate.kb === kb);
  if (window !== undefined) return standing.version === null || inWindow(window, standing.version);
  const only = library.servicePackOnly.find((candidate) => candidate.kb.includes(kb));
  if (only === undefined) return null;
  return !levelAtLeast(standing.level, only.fixedIn.slice(only.fixedIn.lastIndexOf(' ') + 1));
}
