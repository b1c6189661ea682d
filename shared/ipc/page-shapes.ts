import { z } from 'zod';
import { PAGE_ORDER } from '../wizard/model.ts';
import { WIZARD_PRESSES } from './presenting.ts';
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

/** Rest after each batch of a run, in milliseconds; 0 is full speed. */
export const restMs = z.number().int().min(0).max(10_000);

export const preferencesShape = z.object({
  /** Size of everything in both windows, in per cent. */
  textSize: z.union([z.literal(100), z.literal(125), z.literal(150), z.literal(200)]),
  /** Which parts of the main window stand open. */
  presenter: z.boolean(),
  underneath: z.boolean(),
  /** Access keys stand underlined always, not only once Alt has been pressed. */
  accessKeys: z.boolean(),
  /** The guided tour stands open, as it does at the first start. */
  tour: z.boolean(),
  tourDock: z.enum(['bottom', 'right']),
  /** The step of the tour one is at, kept when it is left; null before it began and after it was finished. */
  tourStep: z.number().int().min(0).max(100).nullable(),
});

export const wizardMovedShape = z.object({
  lab: labId,
  mode,
  page: z.enum(PAGE_ORDER),
  pressed: z.enum(WIZARD_PRESSES),
});

export const runStateShape = z.object({
  /** A run of this app is going on. */
  running: z.boolean(),
  paused: z.boolean(),
  restMs,
  /** The last snapshot of the run that goes on, or went on last. */
  news: runNewsSchema.nullable(),
  /** How the last run of this app on the lab ended. */
  report: runReport.nullable(),
});

export const wizardContextShape = openLabShape.extend({ mode });
