import { z } from 'zod';
import { file } from './shapes.ts';

/*
 * What the console asks when somebody looks around in post offices, public folders and migration files. Rows of the lab
 * are named by their keys, files by their simulated paths. Long lists come in pages, see browse-commands.ts.
 */

const key = z.number().int().min(1);
const page = {
  from: z.number().int().min(0),
  count: z.number().int().min(1).max(500),
  mark: z.string().max(80).optional(),
};
const pageOf = <Row extends z.ZodTypeAny>(row: Row) =>
  z.object({ mark: z.string(), total: z.number(), from: z.number(), rows: z.array(row) });

const list = z.object({ name: z.string(), members: z.array(z.string()) });
const attachments = z.array(z.object({ name: z.string(), mime: z.string(), size: z.number() }));
/** What the search for executables finds. */
const program = z.object({
  name: z.string(),
  path: z.string(),
  version: z.string().nullable(),
  flavour: z.string().nullable(),
  shippedAs: z.string(),
});
/** One line of a message's header. */
const headerLine = z.object({
  role: z.enum(['from', 'to', 'cc', 'bcc']),
  name: z.string(),
  type: z.string(),
  address: z.string(),
});

const poMessage = z.object({
  id: key,
  sender: z.string(),
  subject: z.string(),
  sent: z.number().nullable(),
  received: z.number().nullable(),
  priority: z.enum(['low', 'normal', 'urgent']),
  isRead: z.boolean(),
  size: z.number(),
  attachments: z.number(),
  /** What is wrong with it, by kind; null: nothing. */
  flaw: z.string().nullable(),
});
const publicMessage = z.object({
  ord: z.number(),
  sender: z.string(),
  subject: z.string(),
  sent: z.number().nullable(),
  received: z.number().nullable(),
  size: z.number(),
  attachments: z.number(),
});
const setFile = z.object({ name: z.string(), path: z.string(), size: z.number() });

/** Bytes of a file that are shown at once. */
export const FILE_WINDOW = 32_768;

export const FOREIGN_BROWSE_COMMANDS = {
  'post-offices': {
    input: z.object({ file }),
    output: z.object({
      postOffices: z.array(
        z.object({
          id: key,
          name: z.string(),
          directory: z.string(),
          database: z.string(),
          release: z.string(),
          codePage: z.number(),
          writable: z.boolean(),
          preExpiredPasswords: z.boolean(),
          inUseBy: z.array(z.string()),
          damage: z.object({ cause: z.string(), at: z.number(), files: z.array(z.string()) }).nullable(),
          users: z.number(),
          messages: z.number(),
          boards: z.number(),
          backups: z.array(z.object({ number: z.number(), taken: z.number(), label: z.string() })),
          /** Drive letters that lead to it. */
          drives: z.array(z.string()),
        }),
      ),
    }),
  },
  'po-users': {
    input: z.object({ file, postOffice: key, ...page }),
    output: pageOf(
      z.object({
        id: key,
        name: z.string(),
        key: z.string(),
        kind: z.enum(['local', 'remote', 'mobile']),
        remotePo: z.string().nullable(),
        comment: z.string(),
        password: z.enum(['own', 'pre-expired', 'reset']),
        messages: z.number(),
      }),
    ),
  },
  /** A user's folders, or without one the bulletin boards. */
  'po-folders': {
    input: z.object({ file, postOffice: key, user: key.optional() }),
    output: z.object({
      folders: z.array(
        z.object({ id: key, name: z.string(), kind: z.string(), messages: z.number(), bytes: z.number() }),
      ),
    }),
  },
  /** A user with private lists and personal address book. */
  'po-user': {
    input: z.object({ file, user: key }),
    output: z.object({
      id: key,
      postOffice: key,
      postOfficeName: z.string(),
      name: z.string(),
      key: z.string(),
      address: z.string(),
      kind: z.enum(['local', 'remote', 'mobile']),
      comment: z.string(),
      password: z.enum(['own', 'pre-expired', 'reset']),
      lists: z.array(list),
      addresses: z.array(
        z.object({ name: z.string(), type: z.string(), address: z.string(), comment: z.string() }),
      ),
    }),
  },
  /** Public lists. */
  'po-lists': { input: z.object({ file, postOffice: key }), output: z.object({ lists: z.array(list) }) },
  'po-folder': {
    input: z.object({ file, folder: key }),
    output: z.object({
      id: key,
      name: z.string(),
      kind: z.string(),
      /** Null for a bulletin board. */
      user: z.string().nullable(),
      postOffice: z.string(),
    }),
  },
  'po-messages': { input: z.object({ file, folder: key, ...page }), output: pageOf(poMessage) },
  'po-message': {
    input: z.object({ file, message: key }),
    output: poMessage.omit({ attachments: true }).extend({
      receipt: z.boolean(),
      header: z.array(headerLine),
      body: z.string(),
      attachments,
    }),
  },
  /** Lotus programs and files beside them: where they are looked for, in order, and what is found. */
  'po-programs': {
    input: z.object({ file }),
    output: z.object({
      folders: z.array(z.string()),
      found: z.array(program),
      missing: z.array(z.string()),
      /** The 32-bit programs under their own names, wherever they stand. */
      unrenamed: z.array(program),
    }),
  },
  'public-folders': {
    input: z.object({ file }),
    output: z.object({
      folders: z.array(
        z.object({
          id: key,
          parent: key.nullable(),
          name: z.string(),
          owner: z.string().nullable(),
          access: z.enum(['None', 'Author', 'PubEditor']),
          createdByRun: z.number().nullable(),
          messages: z.number(),
        }),
      ),
    }),
  },
  'public-messages': { input: z.object({ file, folder: key, ...page }), output: pageOf(publicMessage) },
  'public-message': {
    input: z.object({ file, folder: key, ord: z.number().int().min(0) }),
    output: publicMessage.omit({ attachments: true }).extend({ body: z.string(), attachments }),
  },
  /** Folders of the lab's real files that hold migration files. */
  'file-sets': {
    input: z.object({ file }),
    output: z.object({
      /** Where they stand on the machine. */
      folder: z.string(),
      sets: z.array(
        z.object({ path: z.string(), packingList: z.string().nullable(), files: z.array(setFile) }),
      ),
    }),
  },
  /** Lines of a real file from a byte offset on, at most FILE_WINDOW bytes of them. */
  'file-text': {
    input: z.object({ file, path: z.string().min(1).max(4096), offset: z.number().int().min(0) }),
    output: z.object({
      path: z.string(),
      size: z.number(),
      codePage: z.number(),
      lines: z.array(z.object({ offset: z.number(), text: z.string() })),
      /** Where the next window begins; null at the end. */
      next: z.number().nullable(),
    }),
  },
} as const;

export type ForeignBrowseCommand = keyof typeof FOREIGN_BROWSE_COMMANDS;
