import { draw } from '../../../shared/lab/draw.ts';
import type { FolderNames, LabSpec, MailboxSpec, RuleSpec, TargetSpec } from './lab-spec.ts';
import { type Person, personAt } from './people.ts';

const PROJECTS = ['Bridge', 'Harbour', 'Kiln', 'Lantern', 'Meadow', 'Orchard', 'Quarry', 'Turbine'] as const;
const TOPICS = ['Clients', 'Newsletters', 'Reports', 'Suppliers', 'Travel', 'Works council'] as const;

/** Mailboxes of one store of a plain lab, before another store is opened. */
const STORE_SIZE = 2_000;
/** Stores on one server; Exchange 2003 allows five in each storage group. */
const STORES_PER_SERVER = 4;

/** How a plain lab's messages are spread over its mailboxes: most have about the mean, a few have much more. */
export function spreadItems(seed: number, mailboxes: number, items: number): readonly number[] {
  const weights = Array.from({ length: mailboxes }, (_, ordinal) => {
    const weight = draw(seed, 'mailbox-weight', '', ordinal);
    return weight.between(4, 12) * (weight.chance(0.05) ? 5 : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const upTo = Math.floor((before / total) * items + 1e-9);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

function foldersOf(seed: number, alias: string): FolderNames[] {
  const draws = draw(seed, 'folders', alias);
  const project = draws.below(PROJECTS.length);
  const topic = draws.below(TOPICS.length);
  const folders: string[][] = [['Projects'], ['Projects', PROJECTS[project] ?? 'Bridge']];
  if (draws.chance(0.5)) folders.push(['Projects', PROJECTS[(project + 3) % PROJECTS.length] ?? 'Kiln']);
  folders.push(['Inbox', TOPICS[topic] ?? 'Clients']);
  if (draws.chance(0.3)) folders.push([TOPICS[(topic + 2) % TOPICS.length] ?? 'Reports']);
  return folders;
}

function rulesOf(seed: number, alias: string, folders: readonly FolderNames[]): RuleSpec[] {
  const draws = draw(seed, 'rules', alias);
  const move = (folder: FolderNames): RuleSpec => {
    const subject = folder.at(-1) ?? '';
    return { kind: 'move', name: `${subject} to its folder`, subjectContains: subject, folder };
  };
  const rules = folders.filter((folder) => folder.length > 1).map(move);
  if (draws.chance(0.15)) rules.push({ kind: 'reply', name: 'Answer enquiries', subjectContains: 'enquiry' });
  if (draws.chance(0.1)) {
    rules.push({
      kind: 'pst',
      name: 'Archive bulletins',
      subjectContains: 'bulletin',
      pst: 'D:\\Mail\\Archive.pst',
    });
  }
  return rules;
}

function colleague(seed: number, purpose: string, ordinal: number, mailboxes: number): Person | null {
  if (mailboxes < 2) return null;
  const other = (ordinal + 1 + draw(seed, purpose, '', ordinal).below(mailboxes - 1)) % mailboxes;
  return personAt(seed, other);
}

function mailboxAt(seed: number, mailboxes: number, ordinal: number, items: number): MailboxSpec {
  const person = personAt(seed, ordinal);
  const folders = foldersOf(seed, person.alias);
  const draws = draw(seed, 'habits', person.alias);
  const delegate =
    draws.chance(0.4) || ordinal === 0 ? colleague(seed, 'delegate', ordinal, mailboxes) : null;
  const reader = colleague(seed, 'reader', ordinal, mailboxes);
  return {
    person,
    store: Math.floor(ordinal / STORE_SIZE),
    items,
    heavy: false,
    folders,
    rules: rulesOf(seed, person.alias, folders),
    delegates: delegate === null ? [] : [delegate],
    readers: reader === null || reader.alias === delegate?.alias ? [] : [reader.alias],
    outlook: '2003',
    profileMode: 'cached',
    unsynchronised: 0,
    oof: draws.chance(0.1) ? 'I am away; urgent matters to the reception desk, please.' : null,
  };
}

/** Accounts that stand ready in the target: enough to see every kind of definite match, and nothing that spoils a clean run. */
function targetsOf(seed: number, mailboxes: number): TargetSpec[] {
  if (mailboxes < 10) return [];
  const alias = (ordinal: number): string => personAt(seed, ordinal).alias;
  return [
    { kind: 'sid-history', alias: alias(mailboxes - 1), loggedOn: false },
    { kind: 'address', alias: alias(mailboxes - 2) },
    { kind: 'same-name', alias: alias(mailboxes - 3) },
  ];
}

/** A generated lab without any arranged lesson: a clean clone run on it has nothing to warn about. */
export function plainLab(seed: number, mailboxes: number, items: number): LabSpec {
  const shares = spreadItems(seed, mailboxes, items);
  const stores = Math.max(mailboxes >= 8 ? 2 : 1, Math.ceil(mailboxes / STORE_SIZE));
  const perStore = Math.ceil(mailboxes / stores);
  return {
    name: `${mailboxes} mailboxes from seed ${seed}`,
    scenario: null,
    seed,
    settings: {},
    serverLevel: 'SP1',
    sourceServers: Math.ceil(stores / STORES_PER_SERVER),
    storesPerServer: Math.min(stores, STORES_PER_SERVER),
    mailboxes,
    alias: (ordinal) => personAt(seed, ordinal).alias,
    mailbox: (ordinal) => ({
      ...mailboxAt(seed, mailboxes, ordinal, shares[ordinal] ?? 0),
      store: Math.floor(ordinal / perStore),
    }),
    targets: targetsOf(seed, mailboxes),
    planned: [],
  };
}
