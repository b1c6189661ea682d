import { z } from 'zod';
import { file } from './shapes.ts';

/** What the wizard asks of foreign sources. */
export const IMPORT_COMMANDS = {
  /**
   * Opens a cc:Mail post office as the wizard's page does; the password is compared and kept nowhere. Failure codes:
   * not-a-post-office, post-office-name, post-office-password.
   */
  postOfficeLogon: {
    input: z.object({
      file,
      directory: z.string().max(4096),
      name: z.string().max(256),
      password: z.string().max(256),
    }),
    output: z.object({
      name: z.string(),
      directory: z.string(),
      database: z.string(),
      release: z.string(),
      users: z.number(),
      bulletinBoards: z.number(),
    }),
  },
  /** What a packing list and the files it names hold, and what is wrong with them. */
  filesSet: {
    input: z.object({ file, packingList: z.string().min(1).max(4096) }),
    output: z.object({
      packingList: z.string(),
      codePage: z.number(),
      files: z.number(),
      directoryEntries: z.number(),
      mailboxes: z.number(),
      messages: z.number(),
      personalAddresses: z.number(),
      publicMessages: z.number(),
      complaints: z.array(z.string()),
    }),
  },
  /** Reads a set of migration files through, every line and everything it points to. Failure codes as of filesSet. */
  files: {
    input: z.object({ file, read: z.string().min(1).max(4096) }),
    output: z.object({
      packingList: z.string(),
      codePage: z.number(),
      primaries: z.array(z.string()),
      secondaries: z.array(z.string()),
      /** `entry`: a DIRECTORY line names the address; `sections`: MAILMESSAGE sections, with `messages` lines. */
      users: z.array(
        z.object({
          address: z.string(),
          displayName: z.string(),
          entry: z.boolean(),
          sections: z.number(),
          messages: z.number(),
          addressBooks: z.number(),
        }),
      ),
      directoryEntries: z.number(),
      publicSections: z.number(),
      publicMessages: z.number(),
      /** The first thousand; `complaintCount` counts them all. `offset` in bytes. */
      complaints: z.array(
        z.object({
          file: z.string(),
          line: z.number(),
          offset: z.number(),
          kind: z.string(),
          text: z.string(),
        }),
      ),
      complaintCount: z.number(),
    }),
  },
} as const;
