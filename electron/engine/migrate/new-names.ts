import { asLogonId, LOGON_ID_LIMIT } from '../../../shared/wizard/logon-id.ts';
import type { TargetDirectory } from './candidates.ts';
import type { SourcePerson } from './source-people.ts';

/** Names for accounts that a run will create: unique in the target directory and among themselves. */
export interface NewNames {
  /** `taken`: somebody has the wanted one; `illegal`: no logon name can be like it, so that the nearest one is used. */
  logon(wanted: string): { readonly logonId: string; readonly taken: boolean; readonly illegal: boolean };
  alias(person: SourcePerson): string;
  /** @param replaced keys of contacts that the account takes the place of, and whose names are free therefore */
  dn(fullName: string, container: string, replaced: readonly number[]): string;
}

/** For a person of whose name nothing can stay. */
const NAMELESS = 'user';

/** A name as relative distinguished name: RFC 4514's special characters escaped. */
export function escapeRdn(name: string): string {
  return name.replace(/[,+"\\<>;=]/g, '\\$&').replace(/^[ #]/, '\\$&');
}

/** The first of `name`, `name2`, `name3` ... that is free; the number takes the place of the last characters where it must. */
function firstFree(name: string, longest: number, taken: (candidate: string) => boolean): string {
  for (let ordinal = 1; ; ordinal += 1) {
    const suffix = ordinal === 1 ? '' : String(ordinal);
    const candidate = name.slice(0, longest - suffix.length) + suffix;
    if (!taken(candidate)) return candidate;
  }
}

export function newNames(directory: TargetDirectory): NewNames {
  const given = { logon: new Set<string>(), alias: new Set<string>(), dn: new Set<string>() };
  const reserve = (names: Set<string>, name: string): string => {
    names.add(name.toLowerCase());
    return name;
  };
  return {
    logon: (wanted) => {
      const taken = (candidate: string): boolean =>
        given.logon.has(candidate.toLowerCase()) || directory.logonTaken(candidate);
      const first = asLogonId(wanted) || NAMELESS;
      return {
        taken: taken(first),
        illegal: first !== wanted.slice(0, LOGON_ID_LIMIT),
        logonId: reserve(given.logon, firstFree(first, LOGON_ID_LIMIT, taken)),
      };
    },
    alias: (person) =>
      reserve(
        given.alias,
        firstFree(
          person.alias,
          64,
          (candidate) => given.alias.has(candidate.toLowerCase()) || directory.aliasTaken(candidate),
        ),
      ),
    dn: (fullName, container, replaced) => {
      for (let ordinal = 1; ; ordinal += 1) {
        const name = ordinal === 1 ? fullName : `${fullName} (${ordinal})`;
        const dn = `CN=${escapeRdn(name)},${container}`;
        if (!given.dn.has(dn.toLowerCase()) && !directory.dnTaken(fullName, dn, replaced))
          return reserve(given.dn, dn);
      }
    },
  };
}
