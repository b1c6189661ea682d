import { draw } from '../../../shared/lab/draw.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import { layExchange55 } from '../server/lay-exchange55.ts';
import { internRepl } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import type { CcMailLabSpec } from './ccmail-spec.ts';

/** The cc:Mail company. */
export const QUAYSIDE = { name: 'Quayside Lines', domain: 'quayside.example', netbios: 'QUAYSIDE' } as const;

/** The Exchange Server 5.5 organization with its one site. */
export const NORTHGATE = {
  name: 'Northgate',
  site: 'Northgate',
  domain: 'northgate.example',
  netbios: 'NORTHGATE',
  server: 'NG-EX55',
  store: 'Private Information Store',
} as const;

/** Where recipients of the site stand: the one container that setup makes, and one below it. */
export const RECIPIENTS = `/o=${NORTHGATE.name}/ou=${NORTHGATE.site}/cn=Recipients`;
export const QUAYSIDE_CONTAINER = `${RECIPIENTS}/cn=Quayside`;

/** People of the target who are there before any migration; the first one can own public folders, the last is a template. */
export const NORTHGATE_PEOPLE = [
  { alias: 'Admin', name: 'Northgate Administrator', department: 'Computing' },
  { alias: 'MoorI', name: 'Ines Moor', department: 'Dispatch' },
  { alias: 'Template', name: 'Template Quayside', department: 'Quayside' },
] as const;

export interface CcMailWorld {
  readonly sourceId: number;
  readonly targetId: number;
  readonly mdbId: number;
}

function layStore(lab: Lab, seed: number, serverId: number): number {
  const owner = NORTHGATE.server;
  const repl = internRepl(lab, draw(seed, 'mdb-replguid', owner).bytes(16));
  const counters = draw(seed, 'mdb-counter', owner);
  const replid = counters.between(1, 6);
  const mdbId = lab.run(
    'INSERT INTO mdb(server_id, name, repl, next_gc, mapping_signature) VALUES(?, ?, ?, ?, ?)',
    serverId,
    NORTHGATE.store,
    repl,
    counters.between(0x1000, 0x7fffff),
    draw(seed, 'mapping-signature', owner).bytes(16),
  ).lastInsertRowid;
  lab.run("INSERT INTO replid(mdb_id, replid, repl, added_by) VALUES(?, ?, ?, 'init')", mdbId, replid, repl);
  return mdbId;
}

function layOrganization(lab: Lab, role: 'source' | 'target'): number {
  const org = role === 'source' ? QUAYSIDE : NORTHGATE;
  return lab.run(
    'INSERT INTO org(role, kind, name, domain, netbios_domain, trusts_source) VALUES(?, ?, ?, ?, ?, 0)',
    role,
    role === 'source' ? 'post-offices' : 'exchange',
    org.name,
    org.domain,
    org.netbios,
  ).lastInsertRowid;
}

function layMailbox(lab: Lab, seed: number, world: CcMailWorld, ordinal: number, clock: number): void {
  const person = NORTHGATE_PEOPLE[ordinal];
  if (person === undefined) return;
  const { alias } = person;
  const authority = draw(seed, 'domain-sid', NORTHGATE.netbios);
  const dn = `${RECIPIENTS}/cn=${alias}`;
  const objectId = lab.run(
    `INSERT INTO directory_object(org_id, kind, dn, alias, display_name, logon_name, sid, legacy_dn, enabled, department)
       VALUES(?, 'user', ?, ?, ?, ?, ?, ?, 1, ?)`,
    world.targetId,
    dn,
    alias,
    person.name,
    alias,
    `S-1-5-21-${authority.u32()}-${authority.u32()}-${authority.u32()}-${1_001 + ordinal}`,
    dn,
    person.department,
  ).lastInsertRowid;
  const addresses = [
    ['SMTP', `${alias}@${NORTHGATE.domain}`],
    ['CCMAIL', `${person.name} at ${NORTHGATE.site}`],
  ];
  for (const [kind = '', address = ''] of addresses)
    lab.run('INSERT INTO proxy_address(object_id, kind, address) VALUES(?, ?, ?)', objectId, kind, address);
  const bytes = (purpose: string): Uint8Array => draw(seed, purpose, `northgate/${alias}`).bytes(16);
  const mailboxId = lab.run(
    'INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized) VALUES(?, ?, ?, ?, ?, 0)',
    world.mdbId,
    objectId,
    bytes('mailbox-guid'),
    bytes('store-guid'),
    bytes('ost-key'),
  ).lastInsertRowid;
  initializeMailbox(lab, mailboxId, 'build', clock);
}

/**
 * Lays the lab's own row, the company whose post offices are the source, the Exchange Server 5.5 organization with a site,
 * a server and a few mailboxes, and the migration server with its products, drives and search path.
 */
export function layCcMailWorld(lab: Lab, spec: CcMailLabSpec): CcMailWorld {
  lab.run(
    "INSERT INTO lab(id, name, scenario, seed, clock, era) VALUES(1, ?, ?, ?, ?, 'e2003')",
    spec.name,
    spec.scenario,
    spec.seed,
    spec.clock,
  );
  const sourceId = layOrganization(lab, 'source');
  const targetId = layOrganization(lab, 'target');
  const site = lab.run(
    'INSERT INTO admin_group(org_id, name) VALUES(?, ?)',
    targetId,
    NORTHGATE.site,
  ).lastInsertRowid;
  const serverId = lab.run(
    "INSERT INTO server(admin_group_id, netbios, fqdn, version, role) VALUES(?, ?, ?, '5.5', 'mailbox')",
    site,
    NORTHGATE.server,
    `${NORTHGATE.server.toLowerCase()}.${NORTHGATE.domain}`,
  ).lastInsertRowid;
  for (const dn of [RECIPIENTS, QUAYSIDE_CONTAINER])
    lab.run('INSERT INTO container(org_id, dn) VALUES(?, ?)', targetId, dn);
  layExchange55(lab, spec.server);
  for (const { letter, path } of spec.drives)
    lab.run('INSERT INTO drive(letter, path) VALUES(?, ?)', letter, path);
  const world = { sourceId, targetId, mdbId: layStore(lab, spec.seed, serverId) };
  for (let ordinal = 0; ordinal < NORTHGATE_PEOPLE.length; ordinal += 1)
    layMailbox(lab, spec.seed, world, ordinal, spec.clock);
  return world;
}
