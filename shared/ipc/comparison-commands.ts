import { z } from 'zod';
import {
  comparedMailbox,
  comparedRun,
  comparedTree,
  comparisonRow,
  loss,
  twinNews,
  twinReport,
} from './comparison-shapes.ts';
import { fileToken, labId, openLabShape } from './page-shapes.ts';
import { alias, type DeepReadonly, file } from './shapes.ts';

/* What the comparison view asks. Two open labs each time, by their ids. */

const pair = z.object({ lab: labId, other: labId });
const exportWish = pair.extend({
  format: z.enum(['html', 'csv']),
  linkKbit: z.number().int().min(1).max(10_000_000),
});
/** Twin runs that go on now, for a window that was loaded after they began. */
const twinsGoing = z.object({
  twins: z.array(z.object({ lab: labId, clients: z.boolean(), news: twinNews.nullable() })),
});
const exported = z.object({ mailboxes: z.number(), bytes: z.number() });

/** Questions the engine answers. */
export const COMPARISON_COMMANDS = {
  /** Which mailboxes there are to compare, without looking at any of them. Failure code: no-run (in either). */
  'comparison:open': {
    input: pair,
    output: z.object({
      a: comparedRun,
      b: comparedRun,
      mailboxes: z.array(z.object({ alias, name: z.string() })),
    }),
  },
  /** Rows from an index on: as many as can be worked out without keeping others waiting, at least one. */
  'comparison:rows': {
    input: pair.extend({ from: z.number().int().min(0), count: z.number().int().min(1).max(200) }),
    output: z.object({ rows: z.array(comparisonRow), losses: z.array(loss) }),
  },
  /** Everything that became of one mailbox in both labs. */
  'comparison:mailbox': { input: pair.extend({ alias }), output: comparedMailbox },
  /** Its folders with their identifiers: in the source and in the target of both labs. */
  'comparison:tree': { input: pair.extend({ alias }), output: comparedTree },
} as const;

/** What the engine alone is asked: exports go to a path there, and come from a page as a token. */
export const COMPARISON_ENGINE_REQUESTS = {
  ...COMPARISON_COMMANDS,
  'comparison:export': { input: exportWish.extend({ file }), output: exported },
  /** Answers when both runs are over; news `twin` come in between. Starting it again goes on with unfinished forks. */
  'twin:start': { input: z.object({ lab: labId, clients: z.boolean() }), output: twinReport },
  'twin:cancel': { input: z.object({ lab: labId }), output: z.object({}) },
  'twin:attach': { input: z.object({}), output: twinsGoing },
} as const;

const twinDone = z.object({ default: openLabShape, clone: openLabShape, report: twinReport });

/** What the main process answers for the comparison view. */
export const COMPARISON_APP_COMMANDS = {
  /** The system's save dialog for an export; null when it was cancelled. */
  'comparison:choose-file': {
    input: z.object({ format: z.enum(['html', 'csv']), suggested: z.string().max(200) }),
    output: z.object({ token: fileToken, name: z.string(), display: z.string() }).nullable(),
  },
  'comparison:export': { input: exportWish.extend({ token: fileToken }), output: exported },
  /**
   * Runs both modes on two forks of a lab, and opens the forks. `clients`: also ExProfRe and Outlook for everybody. The
   * news `twin-ended` say the same as the answer, for the window that asked may be gone or loaded anew by then.
   */
  'twin:start': { input: z.object({ lab: labId, clients: z.boolean() }), output: twinDone },
  /** Stops at the next batch; the forks stay, and starting again goes on with them. */
  'twin:cancel': { input: z.object({ lab: labId }), output: z.object({}) },
  'twin:attach': { input: z.object({}), output: twinsGoing },
} as const;

/** How a twin run of a lab ended: with its two forks, or with why it did not come so far. */
export const twinEnded = z.object({
  lab: labId,
  done: twinDone.nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export type ComparisonCommand = keyof typeof COMPARISON_COMMANDS;
export type ComparedRun = DeepReadonly<z.infer<typeof comparedRun>>;
export type ComparedMailboxDetail = DeepReadonly<z.infer<typeof comparedMailbox>>;
export type ComparedTree = DeepReadonly<z.infer<typeof comparedTree>>;
export type FolderPair = ComparedTree['folders'][number];
export type TwinReport = DeepReadonly<z.infer<typeof twinReport>>;
export type TwinSide = TwinReport['default'];
export type TwinNews = DeepReadonly<z.infer<typeof twinNews>>;
