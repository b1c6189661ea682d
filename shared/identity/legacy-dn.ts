import { fail, ok, type Result } from '../result.ts';

/** The parts of a recipient's legacyExchangeDN: `/o=Organization/ou=Administrative Group/cn=Recipients/cn=alias`. */
export interface LegacyDn {
  readonly organization: string;
  readonly adminGroup: string;
  readonly recipient: string;
}

/**
 * Builds the DN. Characters that would end a part, control characters and what is not ASCII become '_', for the DN is
 * stored in single bytes (the replacement is modelled).
 */
export function buildLegacyDn(dn: LegacyDn): string {
  return `/o=${part(dn.organization)}/ou=${part(dn.adminGroup)}/cn=Recipients/cn=${part(dn.recipient)}`;
}

/** Reads a recipient's DN, attribute names in either case. Failure: 'bad-legacy-dn'. */
export function parseLegacyDn(text: string): Result<LegacyDn> {
  const match = /^\/o=([^/]+)\/ou=([^/]+)\/cn=Recipients\/cn=([^/]+)$/i.exec(text);
  const [, organization, adminGroup, recipient] = match ?? [];
  if (organization === undefined || adminGroup === undefined || recipient === undefined) {
    return fail(
      'bad-legacy-dn',
      'The text is not a recipient\'s legacyExchangeDN; write "/o=.../ou=.../cn=Recipients/cn=...".',
    );
  }
  return ok({ organization, adminGroup, recipient });
}

/** The proxy address under which the old DN keeps resolving in another organization. */
export function x500Address(dn: string): string {
  return `X500:${dn}`;
}

/** The DN in an X500 proxy address, or null for an address of another kind. */
export function dnOfX500Address(address: string): string | null {
  return /^x500:/i.test(address) ? address.slice('X500:'.length) : null;
}

/** DNs differ in nothing but letters' case: directories and clients write them in either. */
export function legacyDnsEqual(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function part(text: string): string {
  return text.replace(/[^\x20-\x7e]|\//g, '_');
}
