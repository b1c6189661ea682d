import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';

/** Where a run puts what it creates. */
export interface Places {
  readonly orgId: number;
  readonly orgName: string;
  readonly domain: string;
  readonly trustsSource: boolean;
  readonly adminGroup: string;
  readonly mdbId: number;
  readonly container: string;
}

/**
 * The places that a plan names.
 * Failures: 'wrong-source' (not an Exchange source), 'unknown-server', 'unknown-store', 'unknown-container'.
 */
export function placesOf(lab: Lab, plan: RunPlan): Result<Places> {
  if (plan.source !== 'EXCHANGE' || orgOf(lab, 'source').kind !== 'exchange') {
    return fail(
      'wrong-source',
      `The source of ${lab.path} cannot be migrated as ${plan.source}: choose the type that fits what it holds.`,
    );
  }
  const org = orgOf(lab, 'target');
  const server = lab.get<{ id: number; adminGroup: string }>(
    `SELECT server.id AS id, g.name AS adminGroup FROM server JOIN admin_group g ON g.id = admin_group_id
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
  if (container === undefined && plan.createAccounts) {
    return fail(
      'unknown-container',
      `The target directory has no container "${plan.container}": choose one that "lab show" lists.`,
    );
  }
  return ok({
    orgId: org.id,
    orgName: org.name,
    domain: org.domain,
    trustsSource: org.trustsSource === 1,
    adminGroup: server.adminGroup,
    mdbId: store.id,
    container: container?.dn ?? plan.container,
  });
}
