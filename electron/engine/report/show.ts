import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type OrgRow, orgOf, type Role } from '../mailbox/directory.ts';
import { drivesOf } from '../server/network.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { allSettings } from '../store/settings.ts';
import { listAvailableFixes } from './fix.ts';
import { CC_MAIL_KEY, postOfficesOf, publicFoldersOf } from './show-import.ts';

type Show = LabOutput<'show'>;
type Org = Show['source'];

function serversOf(lab: Lab, org: OrgRow): { gc: string; servers: Org['servers'] } {
  const rows = lab.all<{
    id: number;
    netbios: string;
    fqdn: string;
    version: string;
    role: 'mailbox' | 'gc';
    adminGroup: string;
  }>(
    `SELECT server.id, netbios, fqdn, version, role, admin_group.name AS adminGroup FROM server
       JOIN admin_group ON admin_group.id = admin_group_id WHERE org_id = ? ORDER BY server.id`,
    org.id,
  );
  return {
    gc: rows.find((row) => row.role === 'gc')?.fqdn ?? '',
    servers: rows
      .filter((row) => row.role === 'mailbox')
      .map(({ id, netbios, fqdn, version, adminGroup }) => ({
        netbios,
        fqdn,
        version,
        adminGroup,
        stores: lab
          .all<{ name: string }>('SELECT name FROM mdb WHERE server_id = ? ORDER BY id', id)
          .map((store) => store.name),
      })),
  };
}

/**
 * The SOURCE's alias of a target object: whose legacyExchangeDN it carries as X500 address; the key of the cc:Mail user
 * whose address it kept; its own alias when nobody's.
 * CROSS JOIN keeps SQLite from walking the whole source directory for each object.
 */
const SOURCE_ALIAS = `coalesce((SELECT s.alias FROM proxy_address p CROSS JOIN directory_object s ON s.legacy_dn = p.address
    AND s.org_id = (SELECT id FROM org WHERE role = 'source') WHERE p.object_id = o.id AND p.kind = 'X500' LIMIT 1), ${CC_MAIL_KEY}, o.alias)`;

interface MailboxRow {
  readonly id: number;
  readonly alias: string;
  readonly displayName: string;
  readonly initialized: number;
  readonly folders: number;
}

/** Mailboxes with their counts, one after the other. `items` leaves associated messages out, `bytes` counts them. */
function mailboxesOf(lab: Lab, org: OrgRow): Org['mailboxes'] {
  const mailboxes: Org['mailboxes'][number][] = [];
  for (const { id, alias, displayName, initialized, folders } of lab.iterate<MailboxRow>(
    `SELECT mailbox.id AS id, ${org.role === 'source' ? 'o.alias' : SOURCE_ALIAS} AS alias, display_name AS displayName, initialized,
       (SELECT count(*) FROM folder WHERE mailbox_id = mailbox.id) AS folders
     FROM mailbox JOIN directory_object o ON o.id = object_id WHERE o.org_id = ? AND o.deleted_at IS NULL ORDER BY mailbox.id`,
    org.id,
  )) {
    const counted = lab.get<{ items: number; bytes: number }>(
      'SELECT count(*) FILTER (WHERE is_fai = 0) AS items, coalesce(sum(size), 0) AS bytes FROM message WHERE mailbox_id = ?',
      id,
    );
    const { items = 0, bytes = 0 } = counted ?? {};
    mailboxes.push({ alias, displayName, initialized: initialized === 1, folders, items, bytes });
  }
  return mailboxes;
}

function organization(lab: Lab, role: Role): Org {
  const org = orgOf(lab, role);
  return {
    name: org.name,
    domain: org.domain,
    kind: org.kind,
    ...serversOf(lab, org),
    trustsSource: org.trustsSource === 1,
    containers: lab
      .all<{ dn: string }>('SELECT dn FROM container WHERE org_id = ? ORDER BY id', org.id)
      .map((row) => row.dn),
    mailboxes: mailboxesOf(lab, org),
  };
}

function serverOf(lab: Lab): Show['server'] {
  return {
    products: lab.all('SELECT name, level, build FROM product ORDER BY name'),
    fixes: lab.all('SELECT id, title FROM fix ORDER BY id'),
    available: listAvailableFixes(lab),
    files: lab
      .all<Omit<Show['server']['files'][number], 'dateUtc'> & { modified: number | null }>(
        `SELECT path, version, size, modified, platform, flavour, shipped_as AS shippedAs, evidence, source, reason
           FROM server_file ORDER BY path`,
      )
      .map(({ modified, ...file }) => ({
        ...file,
        dateUtc: modified === null ? null : new Date(modified).toISOString(),
      })),
    services: lab.all('SELECT name, state FROM service ORDER BY name'),
    drives: [...drivesOf(lab)],
  };
}

function profilesOf(lab: Lab): Show['profiles'] {
  return lab.all(
    `SELECT o.alias AS alias, workstation.name AS workstation, outlook, mode,
       coalesce((SELECT org.role FROM directory_object home JOIN org ON org.id = home.org_id
         WHERE home.legacy_dn = mailbox_dn ORDER BY org.role DESC LIMIT 1), 'source') AS pointsTo,
       ost.path AS ost,
       (SELECT count(*) FROM ost_item WHERE ost_item.ost_id = profile.ost_id AND pending <> 'none') AS unsynchronised
     FROM profile JOIN workstation ON workstation.id = workstation_id JOIN directory_object o ON o.id = profile.user_id
       LEFT JOIN ost ON ost.id = profile.ost_id ORDER BY profile.id`,
  );
}

/** `lab show`: both organizations, the migration server, the workstations and what is planned for the next run. */
export function showLab(lab: Lab, input: Pick<LabInput<'show'>, 'digest'> = {}): Result<Show> {
  const row = lab.get<{ seed: number; scenario: string | null; clock: number }>(
    'SELECT seed, scenario, clock FROM lab WHERE id = 1',
  );
  if (row === undefined) throw new Error('a lab without its row');
  return ok({
    digest: input.digest === false ? '' : labDigest(lab),
    seed: row.seed,
    scenario: row.scenario,
    clock: row.clock,
    source: organization(lab, 'source'),
    target: organization(lab, 'target'),
    postOffices: postOfficesOf(lab),
    publicFolders: publicFoldersOf(lab),
    settings: allSettings(lab),
    server: serverOf(lab),
    profiles: profilesOf(lab),
    planned: lab.all(
      `SELECT planned.kind AS kind, o.alias AS alias, at FROM planned JOIN mailbox ON mailbox.id = source_mailbox
         JOIN directory_object o ON o.id = object_id WHERE done_in_run IS NULL ORDER BY planned.id`,
    ),
  });
}
