import { z } from 'zod';
import { alias, file } from './shapes.ts';

/** Lab commands for following what happens to a lab, and for going back from it. */
export const FOLLOW_COMMANDS = {
  /** Lines of a run's journal after a number, for those who follow it; the last run where none is named. */
  journal: {
    input: z.object({
      file,
      run: z.number().int().optional(),
      after: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    output: z.object({
      run: z.number().nullable(),
      lines: z.array(
        z.object({
          seq: z.number(),
          at: z.number(),
          alias: alias.nullable(),
          kind: z.string(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  },
  /**
   * What people did to the lab, by whatever program, after a number; when there are more than are told, the last ones.
   * Without a number: only the number of the last one. `detail` is what each verb notes.
   */
  acts: {
    input: z.object({ file, after: z.number().int().min(0).optional() }),
    output: z.object({
      last: z.number(),
      acts: z.array(
        z.object({
          id: z.number(),
          at: z.number(),
          verb: z.string(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  },
  /**
   * The copies kept beside the lab, one from before each run and act. `to`: goes back to one of them, after keeping the
   * present state as the newest; `last`: to the newest. `clear`: deletes them all; there is no way back then.
   */
  undo: {
    input: z.object({
      file,
      to: z.union([z.number().int().min(1), z.literal('last')]).optional(),
      clear: z.literal(true).optional(),
    }),
    output: z.object({
      folder: z.string(),
      bytes: z.number(),
      /** The copy that was gone back to, null when none was asked for. */
      wentTo: z.number().nullable(),
      /** The newest first. `at`: the machine's time, ms since 1970. `clock`: the lab's. */
      copies: z.array(
        z.object({
          number: z.number(),
          at: z.number(),
          clock: z.number(),
          kind: z.string(),
          detail: z.string(),
          bytes: z.number(),
        }),
      ),
    }),
  },
} as const;
