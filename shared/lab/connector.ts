import { documented, type Evidence, modelled } from '../evidence.ts';

/*
 * The Connector for cc:Mail (service MSExchangeCCMC): what one sets on its property pages and in the registry, and where
 * it stands. One connector serves one post office.
 */

/** `connector.settings`. Names of files and folders are those of the migration server. */
export interface ConnectorSettings {
  /** Post Office page: Name, Path; of the password only its hash, in hex. */
  readonly name: string;
  readonly path: string;
  readonly passwordHash: string;
  /** Post Office page, Import/Export version: it chooses the version of the database, not of the programs (Q255627). */
  readonly version: '5.15/5.14' | '6.0/6.0';
  /** Registry, MSExchangeCCMC\Parameters: names of the programs, and where they are if not in the path (Q251360). */
  readonly import: string;
  readonly export: string;
  readonly adminFilePath: string;
  /** Import Container page: distinguished name of the container for custom recipients. */
  readonly container: string;
  /** Dirsync Schedule page. */
  readonly schedule: 'never' | 'always';
  /** Whether the Exchange Server service account may open the share of the post office (Q233164). */
  readonly access: 'yes' | 'no';
}

/** `connector.standing`. */
export interface ConnectorStanding {
  /** What it was started with: changed settings count from the next start on (Q233164). Null: it is stopped. */
  readonly active: ConnectorSettings | null;
  /** Lab-clock milliseconds of the last start; null: it is stopped. */
  readonly started: number | null;
}

/** One step of what the connector did. */
export interface ConnectorStep extends Evidence {
  readonly text: string;
}

/** `connector_cycle.result`. damaged: it ruined the post office, or found it ruined. */
export type CycleResult = 'ok' | 'failed' | 'damaged';

/** `connector_cycle.detail`. `code`: the result code of the program or of `ccmc ccdir`; null: none is documented. */
export interface CycleDetail {
  readonly summary: string;
  readonly code: number | null;
  readonly steps: readonly ConnectorStep[];
}

export const CONNECTOR_SERVICE = 'MSExchangeCCMC';

/** How often a thread is started again before the service gives up (Q294947). */
export const THREAD_RESTARTS = 25;

/** Import/Export versions of the list, and the database each stands for. */
export const VERSION_DATABASE = { '5.15/5.14': 'DB6', '6.0/6.0': 'DB8' } as const;

interface SettingSpec {
  readonly key: Exclude<keyof ConnectorSettings, 'passwordHash'>;
  /** The name on the property page or in the registry. */
  readonly label: string;
  /** Allowed values; empty: any text of one line. */
  readonly values: readonly string[];
  readonly registry: boolean;
  readonly grounds: Evidence;
}

const DEFAULTS = 'Defaults: Import.exe and Export.exe, as the trace in Q294947 shows them';

/** What one can set, besides the password. */
export const CONNECTOR_SETTINGS: readonly SettingSpec[] = [
  { key: 'name', label: 'Name', values: [], registry: false, grounds: documented('Q233164') },
  { key: 'path', label: 'Path', values: [], registry: false, grounds: documented('Q233164') },
  {
    key: 'version',
    label: 'Import/Export version',
    values: ['5.15/5.14', '6.0/6.0'],
    registry: false,
    grounds: documented('Q255627'),
  },
  { key: 'import', label: 'Import', values: [], registry: true, grounds: modelled(DEFAULTS, 'Q251360') },
  { key: 'export', label: 'Export', values: [], registry: true, grounds: modelled(DEFAULTS, 'Q251360') },
  {
    key: 'adminFilePath',
    label: 'cc:Mail Admin file path',
    values: [],
    registry: true,
    grounds: modelled('That it is looked in before the path is inferred', 'Q251360'),
  },
  {
    key: 'container',
    label: 'Import Container',
    values: [],
    registry: false,
    grounds: documented('Q295753'),
  },
  {
    key: 'schedule',
    label: 'Dirsync Schedule',
    values: ['never', 'always'],
    registry: false,
    grounds: modelled('The page also offers selected times; the lab has no week'),
  },
  {
    key: 'access',
    label: 'Service account may open the share',
    values: ['yes', 'no'],
    registry: false,
    grounds: modelled('The lab has no rights on shares; this stands for them', 'Q233164'),
  },
];
