import type { TargetDirectory } from './candidates.ts';
import type { SourcePerson } from './source-people.ts';

/** Names for accounts that a run will create: unique in the target directory and among themselves. */
export interface NewNames {
  logon(wanted: string): { readonly logonId: string; readonly taken: boolean };
  alias(person: SourcePerson): string;
  /** @param replaced keys of contacts that the account takes the place of, and whose names are free therefore */
  dn(fullName: string, container: string, replaced: readonly number[]): string;
}

/** Windows NT logon names have at most 20 characters (XMG 06010). */
const LOGON_LENGTH = 20;

/** A name as relative distinguished name: RFC 4514's special characters escaped. */
function escapeRdn(name: string): string {
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
      const first = wanted.slice(0, LOGON_LENGTH);
      return {
        taken: taken(first),
        logonId: reserve(given.logon, firstFree(first, LOGON_LENGTH, taken)),
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
