import { toHex } from '../../../shared/identity/bytes.ts';
import {
  CONNECTOR_SERVICE,
  type ConnectorSettings,
  type ConnectorStanding,
  type CycleDetail,
  type CycleResult,
  VERSION_DATABASE,
} from '../../../shared/lab/connector.ts';
import { putService } from '../server/server-rows.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

export interface Connector {
  readonly settings: ConnectorSettings;
  readonly standing: ConnectorStanding;
}

/** The lab's connector; null: it has none. */
export function connectorOf(lab: Lab): Connector | null {
  const row = lab.get<{ settings: string; standing: string }>('SELECT settings, standing FROM connector');
  if (row === undefined) return null;
  return {
    settings: JSON.parse(row.settings) as ConnectorSettings,
    standing: JSON.parse(row.standing) as ConnectorStanding,
  };
}

export function storeSettings(lab: Lab, settings: ConnectorSettings): void {
  lab.run('UPDATE connector SET settings = ?', JSON.stringify(settings));
}

/** Writes where the connector stands, and the state of its service with it. */
export function storeStanding(lab: Lab, standing: ConnectorStanding): void {
  lab.run('UPDATE connector SET standing = ?', JSON.stringify(standing));
  lab.run(
    'UPDATE service SET state = ? WHERE name = ?',
    standing.active === null ? 'stopped' : 'running',
    CONNECTOR_SERVICE,
  );
}

export const STOPPED: ConnectorStanding = { active: null, started: null };

/** Whether the Connector for cc:Mail runs: then it can work on the post office at any moment (XMG 06001). */
export function connectorRuns(lab: Lab): boolean {
  return connectorOf(lab)?.standing.active != null;
}

export function writeCycle(
  lab: Lab,
  kind: 'dirsync' | 'transfer',
  result: CycleResult,
  detail: CycleDetail,
): void {
  lab.run(
    'INSERT INTO connector_cycle(at, kind, result, detail) VALUES(?, ?, ?, ?)',
    labNow(lab),
    kind,
    result,
    JSON.stringify(detail),
  );
}

/** Files of messages are numbered through in hex (Q166045); where the numbers begin is ours. */
export function nextMessageFile(lab: Lab): string {
  const { n } = lab.get<{ n: number }>('SELECT count(*) AS n FROM connector_cycle') ?? { n: 0 };
  return `msg${(0x4100 + n).toString(16).toUpperCase()}.ccm`;
}

/** What a new lab's connector is set to, beyond what follows from its post office. */
export interface ConnectorSpec {
  readonly postOfficeId: number;
  readonly running: boolean;
  /** Null: the first container of the target. */
  readonly container?: string | null;
  readonly schedule?: ConnectorSettings['schedule'];
}

/** Sets the Connector for cc:Mail up in a new lab, configured for a post office. A post office that is not there is a bug. */
export function layConnector(lab: Lab, spec: ConnectorSpec): void {
  const po = lab.get<{ name: string; directory: string; database: string; hash: Uint8Array }>(
    'SELECT name, directory, database, password_hash AS hash FROM post_office WHERE id = ?',
    spec.postOfficeId,
  );
  if (po === undefined) throw new Error(`no post office with key ${spec.postOfficeId}`);
  const first = lab.get<{ dn: string }>(
    "SELECT dn FROM container WHERE org_id = (SELECT id FROM org WHERE role = 'target') ORDER BY id",
  );
  const settings: ConnectorSettings = {
    name: po.name,
    path: po.directory,
    passwordHash: toHex(po.hash),
    version: po.database === VERSION_DATABASE['5.15/5.14'] ? '5.15/5.14' : '6.0/6.0',
    import: 'Import.exe',
    export: 'Export.exe',
    adminFilePath: '',
    container: spec.container ?? first?.dn ?? '',
    schedule: spec.schedule ?? 'always',
    access: 'yes',
  };
  const standing = spec.running ? { active: settings, started: labNow(lab) } : STOPPED;
  lab.run(
    'INSERT INTO connector(id, po_id, settings, standing) VALUES(1, ?, ?, ?)',
    spec.postOfficeId,
    JSON.stringify(settings),
    JSON.stringify(standing),
  );
  putService(lab, CONNECTOR_SERVICE, spec.running ? 'running' : 'stopped');
}
