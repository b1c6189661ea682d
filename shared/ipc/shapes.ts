import { z } from 'zod';

/*
 * Shapes that the lab commands are made of, as zod schemas. Binary values travel as lower-case hex, times as
 * milliseconds since 1970 on the lab's clock, `path` and `folder` as arrays of folder names from the top, `alias`
 * always as the source's.
 */

/** What crosses the contract is never changed by its receiver. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export const evidenceSchema = z.object({
  evidence: z.enum(['documented', 'modelled', 'not documented']),
  source: z.string().nullable(),
  reason: z.string().nullable(),
});

export const why = evidenceSchema.extend({ rule: z.string() });
export const alias = z.string().min(1).max(256);
export const file = z.string().min(1).max(4096);
export const hex = z.string().regex(/^([0-9a-f]{2})*$/);
export const path = z.array(z.string());
export const mode = z.enum(['default', 'clone']);
export const role = z.enum(['source', 'target']);

export const fateCode = z.enum(['KEEP', 'XLATE', 'REBUILD', 'LOST', 'DANGLE', 'MISPOINT', 'SAFE']);
export const fate = evidenceSchema.extend({ name: z.string(), fate: fateCode, rule: z.string() });
export const ostFate = fate.extend({
  lostItems: z.array(z.object({ folder: z.string(), subject: z.string(), rescue: z.string() })),
});

export const mailboxOutcome = z.object({
  alias,
  requestedMode: mode,
  effectiveMode: mode.nullable(),
  state: z.string(),
  copied: z.number(),
  skipped: z.number(),
  replaced: z.number(),
  why: z.array(why),
});

export const gateRule = evidenceSchema.extend({
  kb: z.string(),
  title: z.string(),
  verdict: z.enum(['pass', 'note', 'warn', 'refuse']),
  needs: z.string(),
  found: z.string(),
  /** What Microsoft advised, what happens without it, and how it was to be had: shown with a refusal. */
  advice: z.array(z.string()),
  /** When the rule is judged: as the wizard opens (about the server) or on the Prerequisites page (about the data). */
  judged: z.enum(['opening', 'prerequisites']),
});
export const gate = z.object({ ok: z.boolean(), rules: z.array(gateRule) });

export const accountChoice = z.object({
  createNew: z.boolean().optional(),
  fullName: z.string().optional(),
  logonId: z.string().optional(),
});
export const sourceType = z.enum(['EXCHANGE', 'CCMAIL', 'FILE']);
const dateRange = z.object({ from: z.number(), to: z.number() }).nullable();
/** A run from an Exchange organization. */
export const runPlanSchema = z.object({
  mode,
  source: z.literal('EXCHANGE'),
  accounts: z.array(alias).min(1),
  sourceServer: z.string(),
  targetServer: z.string(),
  targetStore: z.string(),
  container: z.string(),
  createAccounts: z.boolean(),
  dateRange,
  subjectPrefixes: z.array(z.string()).nullable(),
  targetAddressDomain: z.string().nullable(),
  restrictToSid: z.boolean(),
  accountChoices: z.record(z.string(), accountChoice),
});

const importDestination = {
  mode: z.literal('default'),
  targetServer: z.string(),
  targetStore: z.string(),
  container: z.string(),
  template: alias.nullable(),
  ntAccounts: z.enum(['RANDOM', 'ALIAS', 'NO']),
  folderOwner: alias.nullable(),
  folderAccess: z.enum(['None', 'Author', 'PubEditor']),
} as const;
/** A run over a cc:Mail post office; no password is part of it. */
export const postOfficePlanSchema = z.object({
  ...importDestination,
  source: z.literal('CCMAIL'),
  directory: z.string().max(4096),
  postOffice: z.string().max(256),
  method: z.enum(['one-step', 'extract']),
  files: z.string().max(4096).nullable(),
  accounts: z.array(alias).min(1),
  mailboxes: z.boolean(),
  mail: z.boolean(),
  dateRange,
  bulletinBoards: z.boolean(),
});
/** A run of Import from Migration Files. */
export const filesPlanSchema = z.object({
  ...importDestination,
  source: z.literal('FILE'),
  packingList: z.string().min(1).max(4096),
});
export const anyPlanSchema = z.discriminatedUnion('source', [
  runPlanSchema,
  postOfficePlanSchema,
  filesPlanSchema,
]);

export const accountMatch = z.object({
  alias,
  kind: z.enum(['sid', 'sid-history', 'address', 'probable', 'contact', 'create']),
  definite: z.boolean(),
  existing: z.string().nullable(),
  created: z.string().nullable(),
  fullName: z.string(),
  logonId: z.string(),
  note: z.string().nullable(),
});

export const runReport = z.object({
  run: z.number().nullable(),
  mode,
  state: z.enum(['completed', 'cancelled', 'failed', 'refused', 'interrupted', 'running']),
  exit: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  gate,
  mailboxes: z.array(mailboxOutcome),
});

export const prediction = z.object({
  alias,
  effectiveMode: mode.nullable(),
  ost: z.enum(['KEEP', 'REBUILD']).nullable(),
  rules: fateCode.nullable(),
  why: z.array(why),
});

export const orgSummary = z.object({
  name: z.string(),
  domain: z.string(),
  kind: z.enum(['exchange', 'post-offices']),
  gc: z.string(),
  trustsSource: z.boolean(),
  containers: z.array(z.string()),
  servers: z.array(
    z.object({
      netbios: z.string(),
      fqdn: z.string(),
      version: z.string(),
      adminGroup: z.string(),
      stores: z.array(z.string()),
    }),
  ),
  mailboxes: z.array(
    z.object({
      alias,
      displayName: z.string(),
      initialized: z.boolean(),
      folders: z.number(),
      items: z.number(),
      bytes: z.number(),
    }),
  ),
});

const orgPlaces = orgSummary
  .pick({ kind: true, name: true, domain: true, trustsSource: true, containers: true })
  .extend({
    servers: z.array(
      z.object({
        netbios: z.string(),
        version: z.string(),
        adminGroup: z.string(),
        stores: z.array(z.string()),
      }),
    ),
  });
/** Where mailboxes can come from and go to, and what can be installed. `interrupted`: a run that can be continued. */
export const organizations = z.object({
  source: orgPlaces,
  target: orgPlaces,
  /** Exchange on the migration server; null: none. */
  product: z.object({ name: z.string(), level: z.string() }).nullable(),
  drives: z.array(z.object({ letter: z.string(), path: z.string() })),
  postOffices: z.array(
    z.object({ name: z.string(), directory: z.string(), database: z.string(), release: z.string() }),
  ),
  clock: z.number(),
  utcOffsetMinutes: z.number(),
  interrupted: z.number().nullable(),
  /** Page heap is on for Mailmig.exe. */
  pageheap: z.boolean(),
  available: z.array(z.object({ id: z.string(), title: z.string() })),
});

export type RunReport = DeepReadonly<z.infer<typeof runReport>>;
export type MailboxOutcome = DeepReadonly<z.infer<typeof mailboxOutcome>>;
export type GateReport = DeepReadonly<z.infer<typeof gate>>;
export type GateRuleVerdict = DeepReadonly<z.infer<typeof gateRule>>;
export type Fate = DeepReadonly<z.infer<typeof fate>>;
export type FateCode = z.infer<typeof fateCode>;
export type OstFate = DeepReadonly<z.infer<typeof ostFate>>;
export type Prediction = DeepReadonly<z.infer<typeof prediction>>;
export type WhyRecord = DeepReadonly<z.infer<typeof why>>;

/** What a live run tells: snapshots, not differences, so that a lost or late one does no harm. */
export const runNewsSchema = z.object({
  run: z.number(),
  state: z.string(),
  stage: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** Items done and to do over the whole run. */
  done: z.number(),
  total: z.number(),
  journal: z.number(),
  current: alias.nullable(),
  /** Rows that changed since the last news, and the counts of all states. */
  mailboxes: z.array(
    mailboxOutcome.extend({
      stage: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      done: z.number(),
      total: z.number(),
    }),
  ),
});
export type RunNews = DeepReadonly<z.infer<typeof runNewsSchema>>;
