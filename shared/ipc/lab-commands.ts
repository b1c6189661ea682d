import { z } from 'zod';
import { FOLLOW_COMMANDS } from './follow-commands.ts';
import { IMPORT_COMMANDS } from './import-commands.ts';
import { LIBRARY_COMMANDS } from './library-commands.ts';
import { BROWSE_COMMANDS } from './browse-commands.ts';
import { FOREIGN_BROWSE_COMMANDS } from './foreign-browse-commands.ts';
import { twinReport } from './comparison-shapes.ts';
import {
  type DeepReadonly,
  accountMatch,
  alias,
  anyPlanSchema,
  evidenceSchema,
  fate,
  file,
  gate,
  hex,
  mode,
  organizations,
  ostFate,
  path,
  prediction,
  role,
  runPlanSchema,
  runReport,
  sourceType,
  why,
} from './shapes.ts';
import { POST_OFFICE_COMMANDS } from './post-office-commands.ts';
import { SERVER_COMMANDS } from './server-commands.ts';
import { labShown } from './show-shape.ts';

/*
 * The lab commands: every verb of the command line, and what the windows ask the engine. Input and output of each as
 * zod schemas; every type is derived from them.
 */

/** Every lab command: name -> { input, output }. `file` names the lab; inside the app a lab id stands in its place. */
export const LAB_COMMANDS = {
  new: {
    input: z.object({
      file,
      scenario: z.string().optional(),
      seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      mailboxes: z.number().int().min(1).max(50_000).optional(),
      items: z.number().int().min(0).max(50_000_000).optional(),
    }),
    output: z.object({
      file,
      scenario: z.string().nullable(),
      seed: z.number(),
      digest: z.string(),
      mailboxes: z.number(),
      items: z.number(),
    }),
  },
  copy: { input: z.object({ file, to: file }), output: z.object({ file, digest: z.string() }) },
  import: {
    /** Into a mailbox of the source, or to a user of a post office, by key. */
    input: z.object({
      file,
      mailbox: alias.optional(),
      postOffice: z.string().max(256).optional(),
      user: alias.optional(),
      paths: z.array(z.string()).min(1),
    }),
    output: z.object({
      mailbox: alias,
      folders: z.number(),
      items: z.number(),
      skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
    }),
  },
  /** `digest: false` leaves it empty: it reads every row of the lab. */
  show: { input: z.object({ file, digest: z.boolean().optional() }), output: labShown },
  ids: {
    input: z.object({ file, org: role, mailbox: alias }),
    output: z.object({
      storeGuid: hex,
      ostKey: hex,
      folders: z.array(
        z.object({ path, sourceKey: hex, entryId: hex, changeNumber: hex, wellKnown: z.string().nullable() }),
      ),
      messages: z.array(
        z.object({
          folder: path,
          sourceKey: hex,
          entryId: hex,
          changeNumber: hex,
          changeKey: hex,
          pcl: hex,
          readCn: hex.nullable(),
          searchKey: hex,
          subject: z.string(),
          associated: z.boolean(),
        }),
      ),
      rules: z.array(z.object({ name: z.string(), actionsHex: hex, target: path.nullable() })),
    }),
  },
  gate: {
    input: z.object({
      file,
      mode: mode.optional(),
      source: sourceType.optional(),
      /** Name of a post office: the rules are judged for it alone, and not for all that the lab has. */
      postOffice: z.string().optional(),
      plan: anyPlanSchema.optional(),
    }),
    output: gate,
  },
  fix: {
    input: z.object({ file, install: z.string() }),
    output: z.object({
      installed: z.string(),
      files: z.array(z.object({ path: z.string(), version: z.string().nullable() })),
    }),
  },
  exprofre: {
    input: z.object({
      file,
      user: alias,
      targetgc: z.string(),
      f: z.boolean().optional(),
      a: z.boolean().optional(),
      o: z.boolean().optional(),
      n: z.boolean().optional(),
      r: z.boolean().optional(),
      s: z.boolean().optional(),
      q: z.boolean().optional(),
      v: z.boolean().optional(),
    }),
    output: z.object({
      profiles: z.array(
        z.object({
          user: alias,
          changed: z.boolean(),
          oab: z.string(),
          favourites: z.string(),
          ost: z.string(),
          nicknames: z.string(),
          log: z.array(z.string()),
        }),
      ),
    }),
  },
  outlook: {
    input: z.object({
      file,
      user: alias,
      compose: z.number().int().min(1).max(10_000).optional(),
      sync: z.boolean().optional(),
    }),
    output: evidenceSchema.extend({
      binding: z.enum(['accepted', 'rejected', 'none']),
      message: z.string().nullable(),
      downloadedItems: z.number(),
      downloadedBytes: z.number(),
      deletedItems: z.number(),
      uploadedItems: z.number(),
      uploadedBytes: z.number(),
      unsynchronised: z.number(),
      conflicts: z.number(),
      downloadedFolders: z.number(),
      deletedFolders: z.number(),
      /** What happened, in the protocol's order; each line with its evidence. */
      steps: z.array(evidenceSchema.extend({ text: z.string() })),
      stranded: z.array(z.object({ folder: z.string(), subject: z.string(), rescue: z.string() })),
    }),
  },
  fate: {
    input: z.object({ file, run: z.number().int().optional() }),
    output: z.object({
      run: z.number(),
      /** Said of a run whose source has nothing that a fate could be told of. */
      note: z.string().optional(),
      mailboxes: z.array(
        z.object({
          alias,
          requestedMode: mode,
          effectiveMode: mode.nullable(),
          ost: ostFate.nullable(),
          rules: z.array(fate),
          references: z.array(fate),
          permissions: z.array(fate),
        }),
      ),
    }),
  },
  events: {
    input: z.object({ file }),
    output: z.object({
      events: z.array(
        z.object({
          at: z.number(),
          source: z.string(),
          id: z.number().nullable(),
          type: z.enum(['Information', 'Warning', 'Error']),
          text: z.string(),
          run: z.number().nullable(),
          evidence: z.enum(['documented', 'modelled', 'not documented']),
          evidenceSource: z.string().nullable(),
          evidenceReason: z.string().nullable(),
        }),
      ),
    }),
  },
  runs: {
    input: z.object({ file }),
    output: z.object({
      runs: z.array(
        runReport
          .omit({ gate: true })
          .extend({ run: z.number(), started: z.number(), ended: z.number().nullable(), why: z.array(why) }),
      ),
    }),
  },
  compare: {
    input: z.object({
      file,
      other: file,
      /** Files to export the comparison to as well; they must not be there yet. */
      html: file.optional(),
      csv: file.optional(),
      /** Speed of the link for durations; without it that of the first lab. */
      linkKbit: z.number().int().min(1).max(10_000_000).optional(),
    }),
    output: z.object({
      mailboxes: z.array(z.object({ alias, a: z.unknown(), b: z.unknown() })),
      exported: z.array(z.object({ file, mailboxes: z.number(), bytes: z.number() })),
    }),
  },
  /** Both modes on two forks beside the lab's file. `clients`: also ExProfRe and Outlook for everybody, unless false. */
  twin: { input: z.object({ file, clients: z.boolean().optional() }), output: twinReport },
  deliver: {
    input: z.object({ file, mailbox: alias, at: z.literal('before-stage-2').optional() }),
    output: z.object({ at: z.string(), initialized: z.boolean() }),
  },
  logon: {
    input: z.object({ file, mailbox: alias, at: z.literal('before-stage-2').optional() }),
    output: z.object({ at: z.string(), initialized: z.boolean() }),
  },
  server: {
    input: z.object({ file, set: z.string() }),
    output: z.object({ settings: z.record(z.string(), z.string()) }),
  },
  purge: {
    input: z.object({ file, mailbox: alias }),
    output: z.object({ deleted: z.array(z.string()), replicated: z.number() }),
  },
  check: {
    input: z.object({ file }),
    output: z.object({
      ok: z.boolean(),
      violations: z.array(
        z.object({
          run: z.number().nullable(),
          alias: z.string().nullable(),
          invariant: z.string(),
          text: z.string(),
        }),
      ),
      later: z.array(z.string()),
    }),
  },
  /** For the wizard's pages: both organizations and the migration server, without counting or hashing anything. */
  organizations: { input: z.object({ file }), output: organizations },
  accounts: {
    /** `postOffice`: name of a post office, whose local users are listed with their keys as aliases. */
    input: z.object({ file, server: z.string().optional(), postOffice: z.string().optional() }),
    output: z.object({
      accounts: z.array(
        z.object({
          alias,
          displayName: z.string(),
          address: z.string(),
          items: z.number(),
          bytes: z.number(),
        }),
      ),
    }),
  },
  matches: {
    input: z.object({ file, plan: runPlanSchema }),
    output: z.object({ matches: z.array(accountMatch) }),
  },
  ...IMPORT_COMMANDS,
  ...LIBRARY_COMMANDS,
  ...FOLLOW_COMMANDS,
  predict: {
    input: z.object({ file, plan: anyPlanSchema, ignoreGate: z.boolean().optional() }),
    output: z.object({ mailboxes: z.array(prediction) }),
  },
  ...SERVER_COMMANDS,
  ...POST_OFFICE_COMMANDS,
  ...BROWSE_COMMANDS,
  ...FOREIGN_BROWSE_COMMANDS,
} as const;

export type LabCommand = keyof typeof LAB_COMMANDS;
export type LabInput<C extends LabCommand> = DeepReadonly<z.infer<(typeof LAB_COMMANDS)[C]['input']>>;
export type LabOutput<C extends LabCommand> = DeepReadonly<z.infer<(typeof LAB_COMMANDS)[C]['output']>>;
