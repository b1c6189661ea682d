import { asLogonId, LOGON_ID_LIMIT } from '../../../shared/wizard/logon-id.ts';
import { buildLegacyDn } from '../../../shared/identity/legacy-dn.ts';
import { escapeRdn } from '../migrate/new-names.ts';
import type { ImportContext } from './import-context.ts';

/** Names of an object that is to be made. */
export interface ObjectNames {
  readonly dn: string;
  readonly legacyDn: string;
  readonly alias: string;
}

/** The longest alias and directory name (modelled: 64 characters, as in the directory of 5.5). */
const LONGEST = 64;

function firstFree(name: string, longest: number, taken: (candidate: string) => boolean): string {
  for (let ordinal = 1; ; ordinal += 1) {
    const suffix = ordinal === 1 ? '' : String(ordinal);
    const candidate = name.slice(0, longest - suffix.length) + suffix;
    if (!taken(candidate)) return candidate;
  }
}

/** Where objects of a run go when the plan names no container: the one that setup makes. */
export function defaultContainer(context: ImportContext): string {
  const { orgName, adminGroup } = context.places;
  return `/o=${orgName}/ou=${adminGroup}/cn=Recipients`;
}

/** An alias that nobody has; a number is added where it is taken (Q152927 has them begin with 2). */
export function freeAlias(context: ImportContext, wanted: string, but: number | null): string {
  const clean = wanted.replace(/[^\p{L}\p{N}_.-]/gu, '') || 'Recipient';
  return firstFree(
    clean,
    LONGEST,
    (alias) =>
      context.lab.get(
        'SELECT 1 FROM directory_object WHERE org_id = ? AND alias = ? AND deleted_at IS NULL AND id IS NOT ?',
        context.places.orgId,
        alias,
        but,
      ) !== undefined,
  );
}

/** An SMTP address of the target that nobody has. */
export function freeSmtp(context: ImportContext, alias: string): string {
  const local = alias.normalize('NFD').replace(/[^A-Za-z0-9._-]/g, '') || 'recipient';
  const at = (name: string): string => `${name}@${context.places.domain}`;
  return at(
    firstFree(
      local,
      LONGEST,
      (name) =>
        context.lab.get(
          `SELECT 1 FROM proxy_address p JOIN directory_object o ON o.id = p.object_id
           WHERE p.address = ? AND upper(p.kind) = 'SMTP' AND o.org_id = ? AND o.deleted_at IS NULL`,
          at(name),
          context.places.orgId,
        ) !== undefined,
    ),
  );
}

/** A logon name as the domain takes it, at most 20 characters (XMG 06010). */
export function logonName(wanted: string): string {
  return asLogonId(wanted).slice(0, LOGON_ID_LIMIT) || 'user';
}

/** A logon name that nobody has. */
export function freeLogon(context: ImportContext, wanted: string): string {
  return firstFree(
    logonName(wanted),
    LOGON_ID_LIMIT,
    (name) =>
      context.lab.get(
        'SELECT 1 FROM directory_object WHERE org_id = ? AND logon_name = ? AND deleted_at IS NULL',
        context.places.orgId,
        name,
      ) !== undefined,
  );
}

/** The distinguished name of an object with this common name, and its legacyExchangeDN; in 5.5 they are one. */
export function namesFor(
  context: ImportContext,
  commonName: string,
  alias: string,
  container: string,
): ObjectNames {
  const common = commonName.slice(0, LONGEST);
  if (context.is55) {
    const dn = `${container || defaultContainer(context)}/cn=${common.replace(/[/\p{Cc}]/gu, '_')}`;
    return { dn, legacyDn: dn, alias };
  }
  const { orgName: organization, adminGroup } = context.places;
  return {
    dn: `CN=${escapeRdn(common)},${container}`,
    legacyDn: buildLegacyDn({ organization, adminGroup, recipient: alias }),
    alias,
  };
}

/**
 * Whether another object has this distinguished name. Looked for by alias and display name, for those have an index and a
 * directory name is one of them.
 */
export function dnTaken(
  context: ImportContext,
  names: ObjectNames,
  commonName: string,
  but: number | null,
): boolean {
  return (
    context.lab.get(
      `SELECT 1 FROM directory_object WHERE org_id = ?1 AND (alias = ?2 OR legacy_dn = ?4 OR display_name = ?2) AND dn = ?3 COLLATE NOCASE
         AND deleted_at IS NULL AND id IS NOT ?5`,
      context.places.orgId,
      commonName,
      names.dn,
      names.legacyDn,
      but,
    ) !== undefined
  );
}
