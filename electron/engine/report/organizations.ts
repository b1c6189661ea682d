import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { latestInterrupted } from '../migrate/resume.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { listAvailableFixes } from './fix.ts';

type Shown = LabOutput<'organizations'>;
type Places = LabOutput<'organizations'>['source'];

interface ServerRow {
  readonly id: number;
  readonly netbios: string;
  readonly version: string;
  readonly adminGroup: string;
}

function placesOf(lab: Lab, role: 'source' | 'target'): Places {
  const org = lab.get<{ id: number; name: string; domain: string; trusts: number; kind: Places['kind'] }>(
    'SELECT id, name, domain, kind, trusts_source AS trusts FROM org WHERE role = ?',
    role,
  );
  if (org === undefined) {
    return { kind: 'exchange', name: '', domain: '', trustsSource: false, containers: [], servers: [] };
  }
  const servers = lab.all<ServerRow>(
    `SELECT s.id, s.netbios, s.version, g.name AS adminGroup FROM server s
     JOIN admin_group g ON g.id = s.admin_group_id WHERE g.org_id = ? AND s.role = 'mailbox' ORDER BY s.id`,
    org.id,
  );
  const containers = lab.all<{ dn: string }>('SELECT dn FROM container WHERE org_id = ? ORDER BY id', org.id);
  return {
    kind: org.kind,
    name: org.name,
    domain: org.domain,
    trustsSource: org.trusts === 1,
    containers: containers.map((container) => container.dn),
    servers: servers.map(({ id, netbios, version, adminGroup }) => {
      const stores = lab.all<{ name: string }>('SELECT name FROM mdb WHERE server_id = ? ORDER BY id', id);
      return { netbios, version, adminGroup, stores: stores.map((store) => store.name) };
    }),
  };
}

/** What the migration server has besides: Exchange itself, mapped drives, and post offices within reach. */
function serverOf(lab: Lab): Pick<Shown, 'product' | 'drives' | 'postOffices'> {
  const product = lab.get<{ name: string; level: string }>(
    "SELECT name, level FROM product WHERE name LIKE 'Exchange Server %' ORDER BY name LIMIT 1",
  );
  return {
    product: product ?? null,
    drives: lab.all<{ letter: string; path: string }>('SELECT letter, path FROM drive ORDER BY letter'),
    postOffices: lab.all<Shown['postOffices'][number]>(
      'SELECT name, directory, database, release FROM post_office ORDER BY name',
    ),
  };
}

/** What the wizard's pages offer: servers, stores and containers of both organizations, and what can be installed. */
export function organizationsReport(
  lab: Lab,
  _input: LabInput<'organizations'>,
): Result<LabOutput<'organizations'>> {
  return ok({
    source: placesOf(lab, 'source'),
    target: placesOf(lab, 'target'),
    ...serverOf(lab),
    clock: labNow(lab),
    utcOffsetMinutes: Number(setting(lab, 'utcOffsetMinutes')),
    interrupted: latestInterrupted(lab),
    pageheap: setting(lab, 'pageheap') === 'on',
    available: listAvailableFixes(lab).map(({ id, title }) => ({ id, title })),
  });
}
