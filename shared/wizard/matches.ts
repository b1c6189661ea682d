import type { AccountChoice, AccountMatch } from '../lab/run-plan.ts';

/**
 * A match as the user has changed it: Create New Account undoes a probable match, never a definite one; Full Name and
 * Logon ID can be edited (EXADM migsysc_editingaccountsinthemigrationwizard).
 */
export function withChoice(
  match: AccountMatch,
  choice: AccountChoice | undefined,
  container: string,
): AccountMatch {
  if (choice === undefined) return match;
  const undone = choice.createNew === true && !match.definite && match.existing !== null;
  const fullName = choice.fullName ?? match.fullName;
  const logonId = choice.logonId ?? match.logonId;
  const created = undone || match.created !== null ? `CN=${escapeRdn(fullName)},${container}` : null;
  return { ...match, fullName, logonId, created, ...(undone ? { kind: 'create', existing: null } : {}) };
}

/** A relative distinguished name's value, with the characters LDAP wants escaped. */
function escapeRdn(name: string): string {
  return name.replace(/[\\,+"<>;=#]/g, (character) => `\\${character}`);
}

/** What may be changed about a match: nothing undoes a definite one. */
export function allowedChoice(match: AccountMatch, choice: AccountChoice): AccountChoice {
  if (!match.definite) return choice;
  const { createNew: _refused, ...rest } = choice;
  return rest;
}
