import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { AccountChoice, AccountMatch, MatchKind, RunPlan } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';
import { type Candidate, stampedBefore, targetDirectory, type TargetDirectory } from './candidates.ts';
import { type NewNames, newNames } from './new-names.ts';
import { chosenMailboxes, personOf, type SourcePerson } from './source-people.ts';

/** A match with the keys that a run needs. */
export interface ResolvedMatch {
  readonly match: AccountMatch;
  readonly person: SourcePerson;
  /** Key of the matched account, null: a new one is created, or none is used. */
  readonly objectId: number | null;
  /** Key of the mailbox that account has already, or null. */
  readonly mailboxId: number | null;
  /** Alias of the new account; '' where none is created. */
  readonly newAlias: string;
  /** Keys of contacts that stand for the same person; they are merged into the account and deleted. */
  readonly contacts: readonly number[];
}

interface Found {
  readonly kind: MatchKind;
  readonly candidate: Candidate;
  /** What the administrator has to know about this match. */
  readonly note?: string;
}

/**
 * The account that carries the mailbox's old legacyExchangeDN as X500 address: an earlier run went there. It stays that
 * one whatever the present search is restricted to, for such an address can stand on one object of a directory only, and
 * a second run is expected to go where the first one went (modelled).
 */
function findStamped(
  directory: TargetDirectory,
  { sid, legacyDn }: SourcePerson,
  stamped: Candidate,
  restrictToSid: boolean,
): Found {
  const bySid = sid === null ? null : directory.bySid(sid);
  const own = stamped.accountSid === sid || bySid?.objectId === stamped.objectId;
  if (sid !== null && own) return { kind: 'sid', candidate: stamped };
  const byHistory = sid === null ? null : directory.bySidHistory(sid);
  const kind = byHistory?.objectId === stamped.objectId ? 'sid-history' : 'address';
  const found = { kind, candidate: stamped } as const;
  if (bySid !== null) {
    const note = `The account ${bySid.dn} has the SID, but ${stamped.dn} carries the X500 address ${legacyDn} of an earlier run and is used again: one object of a directory can carry it.`;
    return { ...found, note };
  }
  if (!restrictToSid) return found;
  const note = `The search is restricted to SIDs, but ${stamped.dn} carries the X500 address ${legacyDn} of an earlier run and is used again: one object of a directory can carry it.`;
  return { ...found, note };
}

/**
 * Who in the target directory is this person? The account that an earlier run stamped; then SID, sidHistory, an equal
 * e-mail address; these are definite. A user of the same name is probable and can be undone
 * (EXADM migsysc_matchingforsids2000, migsysc_editingaccountsinthemigrationwizard).
 */
function findUser(
  directory: TargetDirectory,
  person: SourcePerson,
  restrictToSid: boolean,
  used: ReadonlySet<number>,
): Found | null {
  const free = (candidate: Candidate | null | undefined): Candidate | null =>
    candidate === null || candidate === undefined || used.has(candidate.objectId) ? null : candidate;
  const found = (kind: MatchKind, candidate: Candidate | null): Found | null =>
    candidate === null ? null : { kind, candidate };
  const { sid } = person;
  const stamped = free(stampedBefore(directory, person));
  if (stamped !== null) return findStamped(directory, person, stamped, restrictToSid);
  const bySid = sid === null ? null : found('sid', free(directory.bySid(sid)));
  if (bySid !== null || restrictToSid) return bySid;
  const byHistory = sid === null ? null : found('sid-history', free(directory.bySidHistory(sid)));
  if (byHistory !== null) return byHistory;
  for (const address of person.addresses) {
    const user = directory.byAddress('SMTP', address).find((candidate) => candidate.kind === 'user');
    const byAddress = found('address', free(user));
    if (byAddress !== null) return byAddress;
  }
  const namesakes = directory
    .byDisplayName(person.displayName)
    .filter((candidate) => free(candidate) !== null);
  return namesakes.length === 1 ? found('probable', namesakes[0] ?? null) : null;
}

/** Contacts with an address of the person; restricted to SIDs, those with the old legacyExchangeDN alone, which can stand on one object only. */
function findContacts(directory: TargetDirectory, person: SourcePerson, restrictToSid: boolean): number[] {
  const same = restrictToSid
    ? []
    : person.addresses.flatMap((address) => directory.byAddress('SMTP', address));
  const ids = [...same, ...directory.byAddress('X500', person.legacyDn)]
    .filter((candidate) => candidate.kind === 'contact')
    .map((candidate) => candidate.objectId);
  return [...new Set(ids)];
}

function existingAccount(person: SourcePerson, found: Found, contacts: readonly number[]): ResolvedMatch {
  const { candidate, kind } = found;
  return {
    person,
    objectId: candidate.objectId,
    mailboxId: candidate.mailboxId,
    newAlias: '',
    contacts,
    match: {
      alias: person.alias,
      kind,
      definite: kind !== 'probable',
      existing: candidate.dn,
      created: null,
      fullName: candidate.displayName,
      logonId: candidate.logonName ?? '',
      note:
        kind === 'probable'
          ? 'Only the display name is the same: create a new account if this is another person.'
          : (found.note ?? null),
    },
  };
}

function logonNote(wanted: string, named: ReturnType<NewNames['logon']>): string | null {
  const { logonId, taken, illegal } = named;
  if (taken)
    return `The logon name "${wanted}" is taken in the target domain, so that "${logonId}" is used (KB297349): change it if you like.`;
  return illegal
    ? `A logon name cannot be "${wanted}", so that "${logonId}" is used: change it if you like.`
    : null;
}

function newAccount(
  names: NewNames,
  person: SourcePerson,
  choice: AccountChoice,
  container: string,
  contacts: readonly number[],
): ResolvedMatch {
  const wanted = choice.logonId ?? person.alias;
  const named = names.logon(wanted);
  const fullName = choice.fullName ?? person.displayName;
  return {
    person,
    objectId: null,
    mailboxId: null,
    newAlias: names.alias(person),
    contacts,
    match: {
      alias: person.alias,
      kind: contacts.length > 0 ? 'contact' : 'create',
      definite: false,
      existing: null,
      created: names.dn(fullName, container, contacts),
      fullName,
      logonId: named.logonId,
      note: logonNote(wanted, named),
    },
  };
}

/** Create/modify mailbox accounts is cleared (KB307706): mail goes into mailboxes that exist, nothing is created. */
function noAccount(person: SourcePerson, found: Found | null): ResolvedMatch {
  return {
    person,
    objectId: null,
    mailboxId: null,
    newAlias: '',
    contacts: [],
    match: {
      alias: person.alias,
      kind: found?.kind ?? 'create',
      definite: false,
      existing: found?.candidate.dn ?? null,
      created: null,
      fullName: person.displayName,
      logonId: '',
      note:
        found === null
          ? 'No account matches, and none is to be created: this mailbox cannot be migrated.'
          : 'The matching account has no mailbox, and none is to be created: this mailbox cannot be migrated.',
    },
  };
}

/** How the accounts of a plan are matched. */
export interface Matching {
  /** Keys of the chosen source mailboxes, in the plan's order. */
  readonly mailboxes: readonly number[];
  /** One match after the other in that order, worked out anew at each call: 50,000 of them are not held at once. */
  each(): Generator<ResolvedMatch>;
}

function* eachMatch(lab: Lab, plan: RunPlan, mailboxes: readonly number[]): Generator<ResolvedMatch> {
  const directory = targetDirectory(lab, orgOf(lab, 'target').id);
  const names = newNames(directory);
  const used = new Set<number>();
  for (const mailboxId of mailboxes) {
    const person = personOf(lab, mailboxId);
    const choice = plan.accountChoices[person.alias] ?? {};
    const user = findUser(directory, person, plan.restrictToSid, used);
    const undone = user?.kind === 'probable' && choice.createNew === true;
    const found = undone ? null : user;
    if (found !== null) used.add(found.candidate.objectId);
    if (!plan.createAccounts && (found === null || found.candidate.mailboxId === null)) {
      yield noAccount(person, found);
      continue;
    }
    const contacts = plan.createAccounts ? findContacts(directory, person, plan.restrictToSid) : [];
    yield found === null
      ? newAccount(names, person, choice, plan.container, contacts)
      : existingAccount(person, found, contacts);
  }
}

/**
 * Finds or names the target account of every chosen mailbox, in the plan's order; nothing is changed.
 * Failures: those of `chosenMailboxes`.
 */
export function matching(lab: Lab, plan: RunPlan): Result<Matching> {
  const mailboxes = chosenMailboxes(lab, plan);
  if (!mailboxes.ok) return mailboxes;
  return ok({ mailboxes: mailboxes.value, each: () => eachMatch(lab, plan, mailboxes.value) });
}

function shownMatches(matched: Matching): AccountMatch[] {
  const shown: AccountMatch[] = [];
  for (const { match } of matched.each()) shown.push(match);
  return shown;
}

/** How the accounts of a plan are matched, in its order; [] where the plan names an account that is not there. */
export function matchAccounts(lab: Lab, plan: RunPlan): AccountMatch[] {
  const matched = matching(lab, plan);
  return matched.ok ? shownMatches(matched.value) : [];
}

/** For the page Windows Account Creation and Association. Failures: those of `matching`. */
export function matchReport(lab: Lab, input: LabInput<'matches'>): Result<LabOutput<'matches'>> {
  const matched = matching(lab, input.plan);
  return matched.ok ? ok({ matches: shownMatches(matched.value) }) : matched;
}
