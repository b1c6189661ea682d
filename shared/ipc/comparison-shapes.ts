import { z } from 'zod';
import { alias, evidenceSchema, fate, fateCode, hex, mode, ostFate, path, why } from './shapes.ts';

/* What a comparison of two labs is made of. `a` and `b` are the two labs in the order in which they were asked for. */

const side = z.enum(['a', 'b']);
const fateCounts = z.partialRecord(fateCode, z.number());

const traffic = z.object({
  refill: z.number(),
  down: z.number(),
  up: z.number(),
  addressBook: z.number(),
  how: z.enum(['recorded', 'observed']),
});

const comparisonSide = z.object({
  requestedMode: mode,
  effectiveMode: mode.nullable(),
  state: z.string(),
  why: z.array(why),
  ost: evidenceSchema.extend({ fate: z.enum(['KEEP', 'REBUILD']), rule: z.string() }).nullable(),
  lostItems: z.number(),
  rules: fateCounts,
  references: fateCounts,
  permissions: fateCounts,
  traffic: traffic.nullable(),
  trafficProblem: z.string().nullable(),
});

export const comparisonRow = z.object({
  alias,
  name: z.string(),
  a: comparisonSide.nullable(),
  b: comparisonSide.nullable(),
});

export const loss = evidenceSchema.extend({
  alias,
  side,
  kind: z.enum(['item', 'rule', 'reference', 'permission']),
  name: z.string(),
  fate: fateCode,
  rule: z.string(),
  rescue: z.string().nullable(),
});

/** The run of one lab that is compared. */
export const comparedRun = z.object({
  /** The lab's own name, as it was built. */
  name: z.string(),
  seed: z.number(),
  run: z.number(),
  mode,
  state: z.string(),
  /** Which fixes were installed in this lab by a twin run, so that it could start at all. */
  fixes: z.array(z.string()),
  linkKbit: z.number(),
  addressBook: z.object({ entries: z.number(), bytesPerEntry: z.number() }),
});

const mailboxDetail = z.object({
  why: z.array(why),
  ost: ostFate.nullable(),
  rules: z.array(fate),
  references: z.array(fate),
  permissions: z.array(fate),
});
export const comparedMailbox = z.object({
  alias,
  a: mailboxDetail.nullable(),
  b: mailboxDetail.nullable(),
});

/** Identifiers of one folder on one side. */
const folderIds = z.object({ sourceKey: hex, entryId: hex, changeNumber: hex });
const targetFolder = folderIds.extend({
  /** Items in the target folder, and how many of them have an identifier that the source mailbox has too. */
  items: z.number(),
  sameItems: z.number(),
});
export const folderPair = z.object({
  path,
  depth: z.number(),
  /** Null: the source has no such folder; the target made it. */
  source: folderIds.extend({ items: z.number() }).nullable(),
  a: targetFolder.nullable(),
  b: targetFolder.nullable(),
});
const storeIds = z.object({ storeGuid: hex, ostKey: hex });
export const comparedTree = z.object({
  alias,
  source: storeIds.nullable(),
  a: storeIds.nullable(),
  b: storeIds.nullable(),
  folders: z.array(folderPair),
});

export const twinSide = z.object({
  file: z.string(),
  /** It was there already, unfinished, and was gone on with. */
  resumed: z.boolean(),
  run: z.number().nullable(),
  state: z.string(),
  exit: z.number().nullable(),
  /** Fixes that were installed in this fork alone, in order. */
  installed: z.array(z.string()),
  profiles: z.number(),
  synchronized: z.number(),
  failed: z.array(z.object({ alias, message: z.string() })),
});
export const twinReport = z.object({
  default: twinSide,
  clone: twinSide,
  /** The lab had been migrated before, so that the forks do not begin at the beginning. */
  migratedBefore: z.boolean(),
});

export const twinNews = z.object({
  side: z.enum(['default', 'clone']),
  phase: z.enum(['fork', 'fixes', 'run', 'exprofre', 'outlook']),
  done: z.number(),
  total: z.number(),
  alias: alias.nullable(),
  /** Of the whole twin run, thousandths; never goes back. */
  permille: z.number(),
});
