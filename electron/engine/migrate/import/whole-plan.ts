import type { PostOfficePlan } from '../../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { localUsers } from './plan-accounts.ts';
import { pathTo, postOfficeNamed } from './post-office.ts';

/**
 * Everything of a post office in one step: what the gate judges when a post office is named and nothing has been chosen yet.
 * Failure code: post-office-name.
 */
export function wholePlan(lab: Lab, postOffice: string): Result<PostOfficePlan> {
  const office = postOfficeNamed(lab, postOffice);
  if (!office.ok) return office;
  const place = lab.get<{ server: string; store: string }>(
    `SELECT server.netbios AS server, mdb.name AS store FROM mdb JOIN server ON server.id = mdb.server_id
     JOIN admin_group g ON g.id = server.admin_group_id JOIN org ON org.id = g.org_id
     WHERE org.role = 'target' ORDER BY mdb.id LIMIT 1`,
  );
  const container = lab.get<{ dn: string }>(
    "SELECT dn FROM container JOIN org ON org.id = container.org_id WHERE org.role = 'target' ORDER BY container.id LIMIT 1",
  );
  return ok({
    source: 'CCMAIL',
    mode: 'default',
    directory: pathTo(lab, office.value),
    postOffice: office.value.name,
    method: 'one-step',
    files: null,
    accounts: localUsers(lab, office.value.id).map((user) => user.key),
    mailboxes: true,
    mail: true,
    dateRange: null,
    bulletinBoards: true,
    targetServer: place?.server ?? '',
    targetStore: place?.store ?? '',
    container: container?.dn ?? '',
    template: null,
    ntAccounts: 'NO',
    folderOwner: null,
    folderAccess: 'None',
  });
}
