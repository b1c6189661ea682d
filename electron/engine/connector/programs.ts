import type { ConnectorSettings } from '../../../shared/lab/connector.ts';
import { dosFolder, dosJoin, dosName } from '../../../shared/lab/dos-path.ts';
import { compareVersions } from '../../../shared/gate/version.ts';
import { findProgram, type FoundProgram, LIBRARIES, pathFolders } from '../postoffice/find-programs.ts';
import { networkPath } from '../server/network.ts';
import { EXCHANGE_55, productNamed } from '../server/products.ts';
import type { Lab } from '../store/lab.ts';
import { connectorOf } from './connector-row.ts';

/** The connector's own folder, CONFIG_CONNECTOR_STORE in the trace of Q294947. */
export const STORE = `${dosFolder(productNamed(EXCHANGE_55).bin)}\\ccmcdata`;

export interface ConnectorPrograms {
  readonly export: FoundProgram | null;
  readonly import: FoundProgram | null;
  readonly libraries: readonly { readonly name: string; readonly found: FoundProgram | null }[];
  /** The resource file, with the place where it is looked for. `needed`: programs before 6.0 have none (Q190275). */
  readonly resource: {
    readonly name: string;
    readonly wanted: string;
    readonly needed: boolean;
    readonly found: FoundProgram | null;
  };
}

/** The folder that the registry names, mapped drives followed; null: it names none that can be reached. */
function adminFolder(lab: Lab, { adminFilePath }: ConnectorSettings): string | null {
  const at = adminFilePath === '' ? null : networkPath(lab, adminFilePath);
  return at?.ok === true ? at.value : null;
}

/** 32-bit programs look in the connector's folder (Q248195), or where the registry says (Q251360); older ones beside themselves (Q190275). */
function resourceOf(
  lab: Lab,
  settings: ConnectorSettings,
  program: FoundProgram | null,
): ConnectorPrograms['resource'] {
  const is32 = program?.flavour === '32-bit';
  const name = is32 ? 'Impexp.ri' : 'Ie.ri';
  const home = program === null ? STORE : dosFolder(program.path);
  const folder = is32 ? (adminFolder(lab, settings) ?? STORE) : home;
  const old = program !== null && program.version !== null && compareVersions(program.version, '6.0') < 0;
  return { name, wanted: dosJoin(folder, name), needed: !old, found: findProgram(lab, [folder], name) };
}

/** What the connector finds with these settings: Import and Export by the search for executables, and what they need. */
export function findConnectorPrograms(lab: Lab, settings: ConnectorSettings): ConnectorPrograms {
  const admin = adminFolder(lab, settings);
  const folders = [...(admin === null ? [] : [admin]), ...pathFolders(lab)];
  const program = findProgram(lab, folders, settings.export);
  const beside = program === null ? folders : [dosFolder(program.path), ...folders];
  return {
    export: program,
    import: findProgram(lab, folders, settings.import),
    libraries: LIBRARIES.map((name) => ({ name, found: findProgram(lab, beside, name) })),
    resource: resourceOf(lab, settings, program),
  };
}

/** Paths of the files that a running connector holds; none while it is stopped, or where the lab has none. */
export function programsInUse(lab: Lab): readonly string[] {
  const active = connectorOf(lab)?.standing.active ?? null;
  if (active === null) return [];
  const programs = findConnectorPrograms(lab, active);
  const uses32 = programs.export?.flavour === '32-bit';
  return [
    programs.export,
    programs.import,
    programs.resource.needed ? programs.resource.found : null,
    ...(uses32 ? programs.libraries.map(({ found }) => found) : []),
  ].flatMap((file) => (file === null ? [] : [file.path]));
}

/** A program in words: name, version, flavour and place. */
export function inWords(file: FoundProgram): string {
  return `${dosName(file.path)} ${file.version ?? 'of unknown version'}${file.flavour === null ? '' : ` (${file.flavour})`} in ${dosFolder(file.path)}`;
}
