import { z } from 'zod';
import { userKey } from '../../../shared/lab/post-office.ts';
import { ccMailLabSpec, ccMailScenario } from './ccmail-scenario.ts';
import type { CcMailLabSpec } from './ccmail-spec.ts';
import type { LabSpec, MailboxSpec } from './lab-spec.ts';

const folder = z.array(z.string().min(1)).min(1);

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['move', 'copy']), name: z.string(), subjectContains: z.string(), folder }),
  z.object({ kind: z.literal('pst'), name: z.string(), subjectContains: z.string(), pst: z.string() }),
  z.object({ kind: z.literal('reply'), name: z.string(), subjectContains: z.string() }),
]);

const mailbox = z.object({
  alias: z.string().max(20),
  displayName: z.string(),
  lesson: z.string(),
  department: z.string(),
  office: z.string(),
  phone: z.string(),
  items: z.number().int().min(0),
  heavy: z.boolean().default(false),
  folders: z.array(folder),
  rules: z.array(rule),
  delegates: z.array(z.string()).default([]),
  readers: z.array(z.string()).default([]),
  outlook: z.enum(['97', '98', '2000', '2002', '2003']).default('2003'),
  profileMode: z.enum(['online', 'offlineFolders', 'cached']).default('cached'),
  unsynchronised: z.number().int().min(0).default(0),
  oof: z.string().nullable().default(null),
});

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sid-history'), alias: z.string(), loggedOn: z.boolean() }),
  z.object({ kind: z.enum(['address', 'same-name', 'contact']), alias: z.string() }),
]);

const scenario = z.object({
  id: z.string(),
  title: z.string(),
  settings: z.object({
    pageheap: z.enum(['off', 'on']),
    linkKbit: z.string(),
    utcOffsetMinutes: z.string(),
  }),
  serverLevel: z.enum(['RTM', 'SP1', 'SP2', 'SP2+hotfix']),
  mailboxes: z.array(mailbox).min(1),
  targets: z.array(target),
  planned: z.array(z.object({ kind: z.enum(['deliver', 'logon']), alias: z.string() })),
});

type ScenarioData = z.infer<typeof scenario>;

/** A lab that teaches something: its data file under resources/scenarios, ready to be built. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** What each mailbox or cc:Mail user is there for, by alias or key. */
  readonly lessons: readonly { readonly alias: string; readonly lesson: string }[];
  labSpec(seed: number): LabSpec | CcMailLabSpec;
}

function mailboxSpec(data: ScenarioData, ordinal: number): MailboxSpec {
  const found = data.mailboxes[ordinal];
  if (found === undefined) throw new Error(`scenario ${data.id} has no mailbox ${ordinal}`);
  const { alias, displayName, department, office, phone, lesson: _lesson, delegates, ...rest } = found;
  return {
    ...rest,
    person: { alias, displayName, department, office, phone },
    // Every other mailbox lives in the second store, so that colleagues' ids come from another database.
    store: ordinal % 2,
    delegates: delegates.map((delegate) => {
      const person = data.mailboxes.find((candidate) => candidate.alias === delegate);
      if (person === undefined) throw new Error(`scenario ${data.id}: nobody is called ${delegate}`);
      return person;
    }),
  };
}

function read(raw: unknown): Scenario {
  const data = scenario.parse(raw);
  return {
    id: data.id,
    title: data.title,
    lessons: data.mailboxes.map(({ alias, lesson }) => ({ alias, lesson })),
    labSpec: (seed) => ({
      name: data.title,
      scenario: data.id,
      seed,
      settings: data.settings,
      serverLevel: data.serverLevel,
      sourceServers: 1,
      storesPerServer: 2,
      mailboxes: data.mailboxes.length,
      alias: (ordinal) => data.mailboxes[ordinal]?.alias ?? '',
      mailbox: (ordinal) => mailboxSpec(data, ordinal),
      targets: data.targets,
      planned: data.planned,
    }),
  };
}

function readCcMail(raw: unknown): Scenario {
  const data = ccMailScenario.parse(raw);
  return {
    id: data.id,
    title: data.title,
    lessons: data.postOffices.flatMap((po) =>
      po.users
        .filter(({ lesson }) => lesson !== '')
        .map(({ name, lesson }) => ({ alias: userKey(name), lesson })),
    ),
    labSpec: (seed) => ccMailLabSpec(data, seed),
  };
}

/** Every file under resources/scenarios: a new scenario is a new file there. */
const FILES: Readonly<Record<string, unknown>> = import.meta.glob('../../../resources/scenarios/*.json', {
  eager: true,
  import: 'default',
});

const isCcMail = (raw: unknown): boolean => (raw as { readonly kind?: unknown }).kind === 'ccmail';

/** All scenarios, by their ids. */
export const SCENARIOS: readonly Scenario[] = Object.values(FILES)
  .map((raw) => (isCcMail(raw) ? readCcMail(raw) : read(raw)))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
