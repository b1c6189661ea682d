import { toHex } from '../../../shared/identity/bytes.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { orgOf, type Role } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';

type Places = LabOutput<'places'>['source'];
type Server = Places['adminGroups'][number]['servers'][number];
type Store = Server['stores'][number];

function storesOf(lab: Lab, serverId: number): Store[] {
  return lab
    .all<{ id: number; name: string; guid: Uint8Array; mailboxes: number }>(
      `SELECT mdb.id, name, repl.guid, (SELECT count(*) FROM mailbox WHERE mdb_id = mdb.id) AS mailboxes
       FROM mdb JOIN repl ON repl.id = mdb.repl WHERE server_id = ? ORDER BY mdb.id`,
      serverId,
    )
    .map(({ guid, ...store }) => ({
      ...store,
      replGuid: toHex(guid),
      replids: lab
        .all<{ replid: number; guid: Uint8Array; addedBy: string }>(
          `SELECT replid, repl.guid, added_by AS addedBy FROM replid JOIN repl ON repl.id = replid.repl
           WHERE mdb_id = ? ORDER BY replid`,
          store.id,
        )
        .map((entry) => ({ ...entry, guid: toHex(entry.guid) })),
    }));
}

function placesOf(lab: Lab, role: Role): Places {
  const org = orgOf(lab, role);
  const objects = lab.get<{ n: number }>(
    'SELECT count(*) AS n FROM directory_object WHERE org_id = ? AND deleted_at IS NULL',
    org.id,
  );
  return {
    name: org.name,
    kind: org.kind,
    objects: objects?.n ?? 0,
    adminGroups: lab
      .all<{ id: number; name: string }>(
        'SELECT id, name FROM admin_group WHERE org_id = ? ORDER BY id',
        org.id,
      )
      .map((group) => ({
        name: group.name,
        servers: lab
          .all<Omit<Server, 'stores'>>(
            'SELECT id, netbios, fqdn, version, role FROM server WHERE admin_group_id = ? ORDER BY id',
            group.id,
          )
          .map((server) => ({ ...server, stores: storesOf(lab, server.id) })),
      })),
  };
}

/** Both organizations: administrative groups, servers, stores, and how much is in them. */
export function browsePlaces(lab: Lab, _input: LabInput<'places'>): Result<LabOutput<'places'>> {
  return ok({
    utcOffsetMinutes: Number(setting(lab, 'utcOffsetMinutes')),
    source: placesOf(lab, 'source'),
    target: placesOf(lab, 'target'),
  });
}

/** Services and mapped drives of the migration server. */
export function browseServerState(
  lab: Lab,
  _input: LabInput<'server-state'>,
): Result<LabOutput<'server-state'>> {
  return ok({
    services: lab.all('SELECT name, state FROM service ORDER BY name'),
    drives: lab.all('SELECT letter, path FROM drive ORDER BY letter'),
  });
}
