import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { places } from './model-places.ts';
import type { Hex, ModelLab, ModelMailbox, ModelMessage, ModelPerson } from './model-types.ts';

/*
 * What a run must leave behind, foretold from the lab before it and the facts alone: which target each person gets,
 * which mode each mailbox ends up in, and what a merge adds, replaces and leaves alone. One item after the other, as
 * identity 7.3-7.5 tell it; the engine moves sets.
 */

/** What a merge must do to a target mailbox. */
export interface MergeForecast {
  /** Messages of the target that stay as they are. */
  readonly kept: readonly Hex[];
  readonly replaced: readonly Hex[];
  /** What comes in, in the form of `arrival`; sorted. */
  readonly added: readonly string[];
  readonly counts: { readonly copied: number; readonly replaced: number; readonly skipped: number };
  /** False where equal search keys within one folder leave open which item is the hit. */
  readonly exact: boolean;
}

export interface MailboxForecast {
  readonly alias: string;
  readonly source: ModelMailbox;
  readonly sourcePerson: ModelPerson;
  /** The account that is found; null: a disabled one is created. */
  readonly person: ModelPerson | null;
  /** Contacts that become part of the account. */
  readonly contacts: readonly ModelPerson[];
  /** The mailbox that account has before the run. */
  readonly target: ModelMailbox | null;
  /** Which mode comes out; null: the mailbox is left alone. */
  readonly mode: Mode | null;
  /** Clone mode was asked for and given up (F1). */
  readonly fallsBack: boolean;
  /** Messages that arrive between the stages and stay. */
  readonly deliveries: number;
}

/** The source mailbox of an alias and its owner; an alias without one is the caller's mistake. */
export function sourceOf(lab: ModelLab, alias: string): { person: ModelPerson; mailbox: ModelMailbox } {
  for (const mailbox of lab.mailboxes.values()) {
    const person = lab.people.get(mailbox.object);
    if (person?.side === 'source' && person.alias === alias) return { person, mailbox };
  }
  throw new Error(`nobody in the source is called ${alias}`);
}

/** The mailbox that a run gave a person of the source, and its owner; null: it did not come so far. */
export function targetOf(
  lab: ModelLab,
  run: number | null,
  alias: string,
): { person: ModelPerson; mailbox: ModelMailbox } | null {
  const source = sourceOf(lab, alias).mailbox.id;
  const found = lab.targets.find((one) => one.run === run && one.source === source);
  const mailbox = lab.mailboxes.get(found?.target ?? 0);
  const person = lab.people.get(mailbox?.object ?? 0);
  return mailbox === undefined || person === undefined ? null : { person, mailbox };
}

function addresses(person: ModelPerson): string[] {
  return person.proxies.map((proxy) => proxy.replace(/^smtp:/i, 'smtp:').toLowerCase());
}

function sharesAddress(person: ModelPerson, source: ModelPerson): boolean {
  const theirs = new Set(addresses(person));
  return (
    theirs.has(`x500:${source.legacyDn ?? ''}`.toLowerCase()) ||
    addresses(source).some((address) => address.startsWith('smtp:') && theirs.has(address))
  );
}

function carriesOldDn(person: ModelPerson, source: ModelPerson): boolean {
  return addresses(person).includes(`x500:${source.legacyDn ?? ''}`.toLowerCase());
}

/**
 * Definite matches (wizard 1.9): whoever carries the old legacyExchangeDN, which one object alone can; then the
 * account's SID, then one in a SID history, then an equal address. RestrictSearchtoSid leaves only the first two.
 */
function accountFor(lab: ModelLab, source: ModelPerson, plan: RunPlan): ModelPerson | null {
  const users = [...lab.people.values()].filter(
    (person) => person.side === 'target' && person.kind === 'user' && !person.deleted,
  );
  const stamped = users.find((person) => carriesOldDn(person, source));
  if (stamped !== undefined) return stamped;
  const bySid = (person: ModelPerson): boolean => source.sid !== null && person.sid === source.sid;
  const byHistory = (person: ModelPerson): boolean =>
    source.sid !== null && person.sidHistory.includes(source.sid);
  const found = users.find(bySid);
  if (found !== undefined || plan.restrictToSid) return found ?? null;
  return users.find(byHistory) ?? users.find((person) => sharesAddress(person, source)) ?? null;
}

function forecastMailbox(lab: ModelLab, plan: RunPlan, alias: string): MailboxForecast {
  const source = sourceOf(lab, alias);
  const person = accountFor(lab, source.person, plan);
  const target = [...lab.mailboxes.values()].find((mailbox) => mailbox.object === person?.id) ?? null;
  const reachable = plan.createAccounts || target !== null;
  const planned = lab.planned.filter((event) => event.source === source.mailbox.id);
  const bounces = plan.targetAddressDomain !== null || (person?.targetAddress ?? null) !== null;
  const deliveries = reachable && !bounces ? planned.filter((event) => event.kind === 'deliver').length : 0;
  const loggedOn = planned.some((event) => event.kind === 'logon');
  const initialized = target?.initialized === true || deliveries > 0 || loggedOn;
  const gaveUp = plan.mode === 'clone' && initialized;
  const fails = !reachable || (gaveUp && lab.settings.get('fallback') === 'fail');
  return {
    alias,
    source: source.mailbox,
    sourcePerson: source.person,
    person,
    contacts: plan.createAccounts
      ? [...lab.people.values()].filter(
          (one) =>
            one.side === 'target' &&
            one.kind === 'contact' &&
            !one.deleted &&
            (plan.restrictToSid ? carriesOldDn : sharesAddress)(one, source.person),
        )
      : [],
    target,
    mode: fails ? null : gaveUp ? 'default' : plan.mode,
    fallsBack: gaveUp,
    deliveries,
  };
}

/** What becomes of each mailbox of a run that is carried through to its end. */
export function forecastRun(lab: ModelLab, plan: RunPlan): MailboxForecast[] {
  return plan.accounts.map((alias) => forecastMailbox(lab, plan, alias));
}

/**
 * Whether a plan's filters let a message through: a date range compares the delivery time, and what has none always
 * migrates (Q198957); subjects that begin with a line of the SubjectFile are left behind (Exchange 2000 SP2 help).
 */
export function passes(plan: RunPlan, message: ModelMessage): boolean {
  const { dateRange, subjectPrefixes } = plan;
  const inTime =
    dateRange === null ||
    message.delivered === null ||
    (dateRange.from <= message.delivered && message.delivered <= dateRange.to);
  return inTime && !(subjectPrefixes ?? []).some((prefix) => message.subject.startsWith(prefix));
}

/** A message as a merge brings it: everything but the ids and versions, which are made afresh. */
export function arrival(place: string, message: ModelMessage): string {
  const { isFai, searchKey, subject, sender, delivered, lastMod, isRead, size, content } = message;
  return JSON.stringify([
    place,
    searchKey,
    message.class,
    isFai,
    subject,
    sender,
    delivered,
    lastMod,
    isRead,
    size,
    content,
  ]);
}

interface Shelved {
  readonly gid: Hex | null;
  readonly lastMod: number;
  readonly text: string;
}

/** Merges item by item: by search key within the folder, the later modification wins, equal ones are skipped (A13, identity 7.5). */
export function forecastMerge(
  source: ModelMailbox,
  target: ModelMailbox | null,
  plan: RunPlan,
): MergeForecast {
  const shelves = new Map<string, Shelved[]>();
  const shelfOf = (place: string, key: Hex): Shelved[] => {
    const name = `${place}\n${key}`;
    const shelf = shelves.get(name) ?? [];
    shelves.set(name, shelf);
    return shelf;
  };
  const held = target?.initialized === true ? target : null;
  const targetPlaces = places(held ?? { folders: new Map() });
  let exact = true;
  for (const message of held?.messages.values() ?? []) {
    const shelf = shelfOf(targetPlaces.get(message.folder) ?? '', message.searchKey);
    shelf.push({ gid: message.gid, lastMod: message.lastMod, text: '' });
    exact = exact && shelf.length === 1;
  }
  const counts = { copied: 0, replaced: 0, skipped: 0 };
  const replaced: Hex[] = [];
  const sourcePlaces = places(source);
  const met = new Set<Shelved[]>();
  for (const message of source.messages.values()) {
    if (!passes(plan, message)) continue;
    const place = sourcePlaces.get(message.folder) ?? '';
    const shelf = shelfOf(place, message.searchKey);
    exact = exact && !met.has(shelf);
    met.add(shelf);
    const comes = { gid: null, lastMod: message.lastMod, text: arrival(place, message) };
    shelf.sort((one, other) => other.lastMod - one.lastMod);
    const hit = shelf[0];
    if (hit === undefined) counts.copied += 1;
    else if (hit.lastMod < message.lastMod) counts.replaced += 1;
    else {
      counts.skipped += 1;
      continue;
    }
    if (hit !== undefined && hit.gid !== null) replaced.push(hit.gid);
    shelf[0] = comes;
  }
  const left = [...shelves.values()].flat();
  return {
    kept: left.flatMap(({ gid }) => (gid === null ? [] : [gid])),
    replaced,
    added: left.flatMap(({ gid, text }) => (gid === null ? [text] : [])).sort(),
    counts,
    exact,
  };
}
