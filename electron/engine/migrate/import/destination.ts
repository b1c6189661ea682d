import type { ImportDestination } from '../../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { orgOf } from '../../mailbox/directory.ts';
import type { Lab } from '../../store/lab.ts';

/** Where an import puts what it creates. Keys of rows; `template` and `owner`: directory objects, null for none. */
export interface ImportPlaces {
  readonly orgId: number;
  readonly orgName: string;
  readonly domain: string;
  /** Site of Exchange Server 5.5, administrative group of later versions. */
  readonly adminGroup: string;
  readonly serverId: number;
  readonly serverName: string;
  readonly mdbId: number;
  /** As the directory writes it; '' where none was asked for. */
  readonly container: string;
  readonly template: number | null;
  readonly owner: number | null;
}

/** A mailbox of the target by its alias; null: there is none. */
function mailboxOwner(lab: Lab, orgId: number, alias: string): number | null {
  return (
    lab.get<{ id: number }>(
      `SELECT o.id AS id FROM directory_object o JOIN mailbox m ON m.object_id = o.id
       WHERE o.org_id = ? AND o.alias = ? AND o.deleted_at IS NULL ORDER BY o.id LIMIT 1`,
      orgId,
      alias,
    )?.id ?? null
  );
}

/**
 * The places that a plan names. @param needsContainer whether new mailboxes will be made
 * Failure codes: unknown-server, unknown-store, unknown-container, unknown-template, unknown-owner.
 */
export function importPlaces(
  lab: Lab,
  plan: ImportDestination,
  needsContainer: boolean,
): Result<ImportPlaces> {
  const org = orgOf(lab, 'target');
  const server = lab.get<{ id: number; netbios: string; adminGroup: string }>(
    `SELECT server.id AS id, netbios, g.name AS adminGroup FROM server JOIN admin_group g ON g.id = admin_group_id
     WHERE g.org_id = ? AND netbios = ? COLLATE NOCASE AND role = 'mailbox'`,
    org.id,
    plan.targetServer,
  );
  if (server === undefined) {
    return fail(
      'unknown-server',
      `The target organization of ${lab.path} has no mailbox server "${plan.targetServer}": choose one that "lab show" lists.`,
    );
  }
  const store = lab.get<{ id: number }>(
    'SELECT id FROM mdb WHERE server_id = ? AND name = ? COLLATE NOCASE',
    server.id,
    plan.targetStore,
  );
  if (store === undefined) {
    return fail(
      'unknown-store',
      `The server ${plan.targetServer} has no mailbox store "${plan.targetStore}": choose one that "lab show" lists.`,
    );
  }
  const container = lab.get<{ dn: string }>(
    'SELECT dn FROM container WHERE org_id = ? AND dn = ? COLLATE NOCASE',
    org.id,
    plan.container,
  );
  if (container === undefined && needsContainer) {
    return fail(
      'unknown-container',
      `The target directory has no container "${plan.container}": choose one that "lab show" lists.`,
    );
  }
  const template = plan.template === null ? null : mailboxOwner(lab, org.id, plan.template);
  if (plan.template !== null && template === null) {
    return fail(
      'unknown-template',
      `The target has no mailbox with the alias "${plan.template}" to take as template: choose another one, or none.`,
    );
  }
  const owner = plan.folderOwner === null ? null : mailboxOwner(lab, org.id, plan.folderOwner);
  if (plan.folderOwner !== null && owner === null) {
    return fail(
      'unknown-owner',
      `The target has no mailbox with the alias "${plan.folderOwner}" to own public folders: choose one that "lab show" lists.`,
    );
  }
  return ok({
    orgId: org.id,
    orgName: org.name,
    domain: org.domain,
    adminGroup: server.adminGroup,
    serverId: server.id,
    serverName: server.netbios,
    mdbId: store.id,
    container: container?.dn ?? '',
    template,
    owner,
  });
}
