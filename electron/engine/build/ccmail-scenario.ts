import { z } from 'zod';
import { PO_DATABASES } from '../../../shared/lab/post-office.ts';
import { isSetting, type Setting } from '../../../shared/lab/settings.ts';
import { type CcMailLabSpec, PROGRAM_SETS } from './ccmail-spec.ts';
import { generatedUsers } from './ccmail-people.ts';

/** Monday, 4 June 2001, 06:00 UTC: every service pack and hotfix of Exchange Server 5.5 is there by then, but not in every lab. */
export const CCMAIL_START = Date.UTC(2001, 5, 4, 6);

const count = z.number().int().min(0);
const list = z.object({ name: z.string(), members: z.array(z.string()) });

const user = z.object({
  name: z.string().regex(/^[^,]+, [^,]+$/),
  /** What the user is there for. */
  lesson: z.string().default(''),
  messages: count,
  folders: z.array(z.string()).default([]),
  drafts: count.default(0),
  attmail: count.default(0),
  flaws: z
    .object({
      'invalid-date': count.optional(),
      'zero-size': count.optional(),
      'missing-token': count.optional(),
      'unreadable-contents': count.optional(),
    })
    .transform((flaws) =>
      Object.fromEntries(Object.entries(flaws).filter(([, value]) => value !== undefined)),
    )
    .default({}),
  addresses: count.default(0),
  lists: z.array(list).default([]),
  heavy: z.boolean().default(false),
});

const postOffice = z.object({
  name: z.string().min(1),
  directory: z.string().startsWith('\\\\'),
  database: z.enum(PO_DATABASES),
  release: z.string(),
  password: z.string(),
  codePage: z.number().int().default(850),
  options: z
    .object({ preExpiredPasswords: z.boolean().default(false), inUseBy: z.array(z.string()).default([]) })
    .default({ preExpiredPasswords: false, inUseBy: [] }),
  damage: z.string().nullable().default(null),
  users: z.array(user).default([]),
  /** That many people besides, from the seed, with about that many messages each. */
  generated: z.object({ users: count, messages: count }).default({ users: 0, messages: 0 }),
  remoteUsers: z.array(z.object({ name: z.string(), postOffice: z.string() })).default([]),
  boards: z.array(z.object({ name: z.string(), messages: count })).default([]),
  lists: z.array(list).default([]),
});

/** A scenario whose source are cc:Mail post offices: `kind: "ccmail"` in its data file under resources/scenarios. */
export const ccMailScenario = z.object({
  kind: z.literal('ccmail'),
  id: z.string(),
  title: z.string(),
  settings: z.record(z.string(), z.string()).default({}),
  clock: z.iso
    .datetime()
    .transform((text) => Date.parse(text))
    .default(CCMAIL_START),
  server: z.object({
    level: z.enum(['RTM', 'SP1', 'SP2', 'SP3', 'SP4']),
    fixes: z.array(z.string()).default([]),
  }),
  postOffices: z.array(postOffice).min(1),
  programs: z.array(
    z.object({
      set: z.enum(PROGRAM_SETS),
      directory: z.string(),
      renamed: z.boolean().default(false),
      missing: z.array(z.string()).default([]),
    }),
  ),
  drives: z.array(z.object({ letter: z.string(), path: z.string() })).default([]),
  customRecipients: z.array(z.object({ postOffice: z.string(), users: z.array(z.string()) })).default([]),
  connector: z.string().nullable().default(null),
});

export type CcMailScenario = z.infer<typeof ccMailScenario>;

/** What a scenario's data mean for a seed. */
export function ccMailLabSpec(data: CcMailScenario, seed: number): CcMailLabSpec {
  return {
    kind: 'ccmail',
    name: data.title,
    scenario: data.id,
    seed,
    settings: Object.fromEntries(
      Object.entries(data.settings).filter((entry): entry is [Setting, string] => isSetting(entry[0])),
    ),
    clock: data.clock,
    server: data.server,
    postOffices: data.postOffices.map(({ generated, users, ...po }) => ({
      ...po,
      users: [
        ...users.map(({ lesson: _lesson, ...rest }) => rest),
        ...generatedUsers(seed, po.name, users, generated),
      ],
    })),
    programs: data.programs,
    drives: data.drives,
    customRecipients: data.customRecipients,
    connector: data.connector,
  };
}
