import { z } from 'zod';
import { file } from './shapes.ts';

/** One post office with what is in it. */
export const postOfficeShown = z.object({
  name: z.string(),
  directory: z.string(),
  database: z.enum(['DB6', 'DB7', 'DB8']),
  release: z.string(),
  codePage: z.number(),
  preExpiredPasswords: z.boolean(),
  inUseBy: z.array(z.string()),
  /** What is wrong with its files; null: it is sound. */
  damage: z.object({ cause: z.string(), at: z.number(), files: z.array(z.string()) }).nullable(),
  /** Everybody in its directory; `alias` is the key, mail and address books are those of local users. */
  users: z.array(
    z.object({
      alias: z.string(),
      name: z.string(),
      kind: z.enum(['local', 'remote', 'mobile']),
      postOffice: z.string(),
      password: z.enum(['own', 'pre-expired', 'reset']),
      folders: z.number(),
      messages: z.number(),
      bytes: z.number(),
      addresses: z.number(),
      lists: z.number(),
    }),
  ),
  boards: z.array(z.object({ name: z.string(), messages: z.number() })),
  lists: z.array(z.object({ name: z.string(), members: z.array(z.string()) })),
  backups: z.array(z.object({ number: z.number(), at: z.number(), label: z.string() })),
});

/** Lab commands about cc:Mail post offices. */
export const POST_OFFICE_COMMANDS = {
  /**
   * The post offices of a lab, or the one of this name, and the programs that the wizard finds for them; after an act, if one
   * is asked for. `backup`: number of the backup to restore, the latest without it. `to`: name of the new post office for
   * `move-users`. `set`: `pre-expired=on|off`, `in-use=NAME,...` (empty: nobody) or `release=8.5`.
   * Failure codes: post-office-name, post-office-needed, post-office-busy, post-office-taken, no-backup, post-office-setting,
   * work-claimed.
   */
  postoffice: {
    input: z.object({
      file,
      name: z.string().min(1).max(256).optional(),
      do: z.enum(['backup', 'restore', 'corrupt', 'move-users', 'set']).optional(),
      backup: z.number().int().min(1).optional(),
      to: z.string().min(1).max(64).optional(),
      set: z.string().min(1).max(1024).optional(),
    }),
    output: z.object({
      postOffices: z.array(postOfficeShown),
      programs: z.array(
        z.object({
          name: z.string(),
          /** Where the wizard's search finds it; null: nowhere. */
          path: z.string().nullable(),
          version: z.string().nullable(),
          flavour: z.enum(['16-bit', '32-bit', 'OS/2']).nullable(),
          shippedAs: z.string().nullable(),
        }),
      ),
    }),
  },
} as const;
