import { modelled } from '../../../shared/evidence.ts';
import { dosJoin } from '../../../shared/lab/dos-path.ts';
import { type Flavour, putFile } from '../server/server-rows.ts';
import type { Lab } from '../store/lab.ts';
import type { ProgramSet, ProgramsSpec } from './ccmail-spec.ts';

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly flavour: Flavour | null;
}

const pair = (version: string, flavour: Flavour, resource: string): readonly Shipped[] => [
  { name: 'IMPORT.EXE', version, flavour },
  { name: 'EXPORT.EXE', version, flavour },
  { name: resource, version, flavour: null },
];

/** Versions as the articles name them: 8.00 (Q174740), 8.30.03 (Q253196), 5.15 and 5.14 (Q174740), below 5.12 (Q152500), 8.50.00.14 (Q282172). */
const SETS: Readonly<Record<ProgramSet, readonly Shipped[]>> = {
  'dos-8.3': pair('8.30.03', '16-bit', 'IE.RI'),
  'dos-8.0': pair('8.00', '16-bit', 'IE.RI'),
  'dos-5.1': [
    { name: 'IMPORT.EXE', version: '5.15', flavour: '16-bit' },
    { name: 'EXPORT.EXE', version: '5.14', flavour: '16-bit' },
  ],
  'dos-5.0': [
    { name: 'IMPORT.EXE', version: '5.11', flavour: '16-bit' },
    { name: 'EXPORT.EXE', version: '5.11', flavour: '16-bit' },
  ],
  'os2-8.0': pair('8.00', 'OS/2', 'IE.RI'),
  'win32-8.5': [
    { name: 'IMPORT32.EXE', version: '8.50.00.14', flavour: '32-bit' },
    { name: 'EXPORT32.EXE', version: '8.50.00.14', flavour: '32-bit' },
    { name: 'IMPEXP.RI', version: '8.50.00.14', flavour: null },
    { name: 'CDMW800.DLL', version: '8.50.00.14', flavour: '32-bit' },
    { name: 'CFW803.DLL', version: '8.50.00.14', flavour: '32-bit' },
    { name: 'CIW803.DLL', version: '8.50.00.14', flavour: '32-bit' },
  ],
};

const GROUNDS = modelled('Sizes and dates of the cc:Mail programs are in no source that was found');

/** Puts the files of a set into a folder; each remembers the name under which Lotus shipped it. */
export function layPrograms(lab: Lab, spec: ProgramsSpec): void {
  const missing = spec.missing.map((name) => name.toUpperCase());
  for (const { name, version, flavour } of SETS[spec.set]) {
    if (missing.includes(name)) continue;
    putFile(lab, {
      path: dosJoin(spec.directory, spec.renamed ? name.replace('32.EXE', '.EXE') : name),
      version,
      size: null,
      modified: null,
      platform: null,
      ...GROUNDS,
      flavour,
      shipped_as: name,
    });
  }
}
