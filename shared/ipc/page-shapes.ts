import { z } from 'zod';
import { mode, runNewsSchema, runReport } from './shapes.ts';

/*
 * Shapes of what pages and the main process tell each other. A page never sees or sends a path: a file that a person
 * chose reaches it as a token, which only the main process can turn back into a path, and a text to show.
 */

/** Names an open lab inside the app: given out by the main process when the lab opens, good until it is closed. */
export const labId = z.string().regex(/^lab-[1-9][0-9]*$/);
export const fileToken = z.string().regex(/^file-[0-9a-f]{32}$/);

/** A chosen file or folder: `name` is its last part, `display` the place as a person reads it. */
export const chosenFile = z.object({ token: fileToken, name: z.string(), display: z.string() });
export const openLabShape = z.object({ lab: labId, name: z.string(), display: z.string() });

export const labsShape = z.object({
  open: z.array(openLabShape),
  recent: z.array(chosenFile),
  /** Name of the lab that is being built or opened right now, null when none is. */
  preparing: z.string().nullable(),
  /** Why the last lab that the app opened by itself (first start, command line) could not be opened, or null. */
  problem: z.string().nullable(),
});

export const runStateShape = z.object({
  /** A run of this app is going on. */
  running: z.boolean(),
  paused: z.boolean(),
  /** The last snapshot of the run that goes on, or went on last. */
  news: runNewsSchema.nullable(),
  /** How the last run of this app on the lab ended. */
  report: runReport.nullable(),
});

export const wizardContextShape = openLabShape.extend({ mode });
