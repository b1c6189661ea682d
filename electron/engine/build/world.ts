import { draw } from '../../../shared/lab/draw.ts';
import { internRepl } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import type { LabSpec } from './lab-spec.ts';

/** The lab's clock at its making: Monday, 4 September 2006, 06:00 UTC; the hotfix of KB919235 was three months old. */
export const LAB_START = Date.UTC(2006, 8, 4, 6);

/** Build of the mailbox servers of both organizations: Exchange Server 2003 SP2. */
const SERVER_BUILD = '6.5.7638';

/** The one administrative group of either organization, under the name Exchange 2003 gives it. */
export const ADMIN_GROUP = 'First Administrative Group';

export const SOURCE = {
  role: 'source',
  name: 'Alder Mills',
  domain: 'aldermills.example',
  netbios: 'ALDER',
  trusts: 0,
} as const;

export const TARGET = {
  role: 'target',
  name: 'Birch Holdings',
  domain: 'birchholdings.example',
  netbios: 'BIRCH',
  trusts: 1,
} as const;

type Organization = typeof SOURCE | typeof TARGET;

/** A mailbox store of a lab under construction. */
export interface Store {
  readonly mdbId: number;
  /** Interned key and bytes of its REPLGUID. */
  readonly repl: number;
  readonly guid: Uint8Array;
  /** REPLID by which the store knows its own REPLGUID. */
  readonly replid: number;
  readonly server: string;
}

/** One organization of a lab under construction. */
export interface OrgWorld {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  readonly netbios: string;
  /** The domain's SID; an account's is this, '-' and its relative id. */
  readonly domainSid: string;
  /** Where accounts of people stand. */
  readonly peopleDn: string;
  readonly stores: readonly Store[];
}

export interface World {
  readonly source: OrgWorld;
  readonly target: OrgWorld;
}

function domainDn(domain: string): string {
  return domain
    .split('.')
    .map((part) => `DC=${part}`)
    .join(',');
}

function layStore(lab: Lab, seed: number, serverId: number, server: string, ordinal: number): Store {
  const owner = `${server}/${ordinal}`;
  const guid = draw(seed, 'mdb-replguid', owner).bytes(16);
  const repl = internRepl(lab, guid);
  // Counters and REPLIDs start anywhere, so that an id of the source means nothing, or something else, in the target.
  const counters = draw(seed, 'mdb-counter', owner);
  const replid = counters.between(1, 6);
  const name = `${ordinal === 0 ? '' : `${ordinal + 1}. `}Mailbox Store (${server})`;
  const mdbId = lab.run(
    'INSERT INTO mdb(server_id, name, repl, next_gc, mapping_signature) VALUES(?, ?, ?, ?, ?)',
    serverId,
    name,
    repl,
    counters.between(0x1000, 0x7fffff),
    draw(seed, 'mapping-signature', owner).bytes(16),
  ).lastInsertRowid;
  lab.run("INSERT INTO replid(mdb_id, replid, repl, added_by) VALUES(?, ?, ?, 'init')", mdbId, replid, repl);
  return { mdbId, repl, guid, replid, server };
}

function layOrganization(
  lab: Lab,
  seed: number,
  org: Organization,
  servers: number,
  storesPerServer: number,
): OrgWorld {
  const id = lab.run(
    "INSERT INTO org(role, kind, name, domain, netbios_domain, trusts_source) VALUES(?, 'exchange', ?, ?, ?, ?)",
    org.role,
    org.name,
    org.domain,
    org.netbios,
    org.trusts,
  ).lastInsertRowid;
  const group = lab.run(
    'INSERT INTO admin_group(org_id, name) VALUES(?, ?)',
    id,
    ADMIN_GROUP,
  ).lastInsertRowid;
  const addServer = (netbios: string, role: 'mailbox' | 'gc'): number =>
    lab.run(
      'INSERT INTO server(admin_group_id, netbios, fqdn, version, role) VALUES(?, ?, ?, ?, ?)',
      group,
      netbios,
      `${netbios.toLowerCase()}.${org.domain}`,
      role === 'gc' ? '' : SERVER_BUILD,
      role,
    ).lastInsertRowid;
  addServer(`${org.netbios}-DC1`, 'gc');
  const stores: Store[] = [];
  for (let ordinal = 0; ordinal < servers; ordinal += 1) {
    const netbios = `${org.netbios}-EX${ordinal + 1}`;
    const serverId = addServer(netbios, 'mailbox');
    for (let store = 0; store < storesPerServer; store += 1)
      stores.push(layStore(lab, seed, serverId, netbios, store));
  }
  const base = domainDn(org.domain);
  const containers =
    org.role === 'source' ? [`OU=Staff,${base}`] : [`CN=Users,${base}`, `OU=Newcomers,${base}`];
  for (const dn of containers) lab.run('INSERT INTO container(org_id, dn) VALUES(?, ?)', id, dn);
  const authority = draw(seed, 'domain-sid', org.role);
  return {
    id,
    name: org.name,
    domain: org.domain,
    netbios: org.netbios,
    domainSid: `S-1-5-21-${authority.u32()}-${authority.u32()}-${authority.u32()}`,
    peopleDn: containers[0] ?? base,
    stores,
  };
}

/** Lays both organizations with their servers, mailbox stores and containers, the trust between them, and the lab's own row. */
export function layWorld(lab: Lab, spec: LabSpec): World {
  lab.run(
    "INSERT INTO lab(id, name, scenario, seed, clock, era) VALUES(1, ?, ?, ?, ?, 'e2003')",
    spec.name,
    spec.scenario,
    spec.seed,
    LAB_START,
  );
  return {
    source: layOrganization(lab, spec.seed, SOURCE, spec.sourceServers, spec.storesPerServer),
    target: layOrganization(lab, spec.seed, TARGET, 1, 2),
  };
}
