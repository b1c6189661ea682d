import { documented, modelled } from '../../../shared/evidence.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { orgOf, type Role } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';
import { findMailbox } from './browse-ids.ts';

type Access = LabOutput<'access'>;

interface Owner {
  displayName: string;
  logonName: string | null;
  dn: string;
  sid: string | null;
  enabled: number;
  accountSid: string | null;
  org: Role;
}

/**
 * Who opens a mailbox: an enabled account its own; the mailbox of a disabled one is opened by the account of the source
 * that it names, and for that the target domain has to trust the source domain (KB328871). Failure: unknown-mailbox.
 */
export function browseAccess(lab: Lab, input: LabInput<'access'>): Result<Access> {
  const found = findMailbox(lab, input.mailbox);
  if (!found.ok) return found;
  const row = lab.get<Owner>(
    `SELECT o.display_name AS displayName, o.logon_name AS logonName, o.dn, o.sid, o.enabled, mailbox.account_sid AS accountSid, org.role AS org
     FROM mailbox JOIN directory_object o ON o.id = object_id JOIN org ON org.id = o.org_id WHERE mailbox.id = ?`,
    input.mailbox,
  );
  if (row === undefined) throw new Error(`mailbox ${input.mailbox} has no owner`);
  const source = orgOf(lab, 'source');
  const target = orgOf(lab, 'target');
  const external =
    row.accountSid === null
      ? undefined
      : lab.get<{ displayName: string; logonName: string | null; dn: string; sid: string; enabled: number }>(
          `SELECT display_name AS displayName, logon_name AS logonName, dn, sid, enabled FROM directory_object
           WHERE sid = ? AND deleted_at IS NULL ORDER BY org_id = ? DESC LIMIT 1`,
          row.accountSid,
          source.id,
        );
  const trusts = target.trustsSource === 1;
  const how = howOf(row.enabled === 1, external !== undefined, trusts);
  return ok({
    opens: how === 'own-account' || how === 'source-account',
    how,
    owner: {
      displayName: row.displayName,
      logonName: row.logonName,
      dn: row.dn,
      sid: row.sid,
      enabled: row.enabled === 1,
    },
    external: external === undefined ? null : { ...external, enabled: external.enabled === 1 },
    trustsSource: trusts,
    sourceDomain: source.netbiosDomain,
    targetDomain: target.netbiosDomain,
    org: row.org,
    ...(how === 'own-account'
      ? modelled('An enabled account opens its own mailbox')
      : documented('KB328871')),
  });
}

function howOf(enabled: boolean, hasExternal: boolean, trusts: boolean): Access['how'] {
  if (enabled) return 'own-account';
  if (!hasExternal) return 'no-account';
  return trusts ? 'source-account' : 'no-trust';
}
