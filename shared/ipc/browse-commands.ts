import { z } from 'zod';
import { evidenceSchema, file, hex, path, role } from './shapes.ts';

/*
 * What the console asks when somebody looks around in a lab. Mailboxes, stores, servers and directory objects are named
 * by their keys in the lab, folders and messages by their source keys in hex. Long lists come in pages: `from` counts
 * rows, and `mark` is what the first answer gave, so that all pages of a view belong together.
 */

const key = z.number().int().min(1);
const PAGE_AT_MOST = 500;
const page = {
  from: z.number().int().min(0),
  count: z.number().int().min(1).max(PAGE_AT_MOST),
  mark: z.string().max(80).optional(),
};
const pageOf = <Row extends z.ZodTypeAny>(row: Row) =>
  z.object({ mark: z.string(), total: z.number(), from: z.number(), rows: z.array(row) });

/** An identifier in bytes; `kind` says how they are explained, `names` what they lead to as a person calls it. */
const identifier = z.object({
  id: z.string(),
  kind: z.enum([
    'sourceKey',
    'longTermId',
    'shortId',
    'folderEntryId',
    'messageEntryId',
    'changeKey',
    'pcl',
    'idset',
    'storeEntryId',
    'addressBookEntryId',
    'ruleActions',
    'guid',
    'opaque',
  ]),
  names: z.string(),
  hex,
});
const identifiers = z.array(identifier);

const directoryRow = z.object({
  id: key,
  kind: z.enum(['user', 'contact']),
  displayName: z.string(),
  alias: z.string(),
  logonName: z.string().nullable(),
  enabled: z.boolean(),
  mailbox: key.nullable(),
  createdByRun: z.number().nullable(),
});

const mailboxRow = z.object({
  id: key,
  displayName: z.string(),
  alias: z.string(),
  initialized: z.boolean(),
  initializedBy: z.string().nullable(),
  items: z.number(),
  lastLogon: z.number().nullable(),
  createdByRun: z.number().nullable(),
});

const folderRow = z.object({
  key: hex,
  parent: hex.nullable(),
  name: z.string(),
  wellKnown: z.string().nullable(),
  containerClass: z.string(),
  isSearch: z.boolean(),
  /** Messages in it, associated ones too. */
  items: z.number(),
});

const messageRow = z.object({
  key: hex,
  subject: z.string(),
  sender: z.string(),
  class: z.string(),
  delivered: z.number().nullable(),
  lastMod: z.number(),
  size: z.number(),
  isRead: z.boolean(),
  isAssociated: z.boolean(),
  hasAttachments: z.boolean(),
});

const places = z.object({
  name: z.string(),
  kind: z.enum(['exchange', 'post-offices']),
  objects: z.number(),
  adminGroups: z.array(
    z.object({
      name: z.string(),
      servers: z.array(
        z.object({
          id: key,
          netbios: z.string(),
          fqdn: z.string(),
          version: z.string(),
          role: z.enum(['mailbox', 'gc']),
          stores: z.array(
            z.object({
              id: key,
              name: z.string(),
              mailboxes: z.number(),
              /** The database's own REPLGUID, and its map of REPLIDs. */
              replGuid: hex,
              replids: z.array(z.object({ replid: z.number(), guid: hex, addedBy: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

const person = z.object({ name: z.string(), resolves: z.boolean(), entryId: hex });
const idSet = z.object({
  name: z.string(),
  /** All ids in it, the bytes it takes, and the first of both. */
  ids: z.number(),
  bytes: z.number(),
  hex,
  guids: z.array(
    z.object({ guid: hex, ranges: z.array(z.tuple([z.number(), z.number()])), more: z.number() }),
  ),
});

export const BROWSE_COMMANDS = {
  /** Both organizations down to their stores. */
  places: {
    input: z.object({ file }),
    output: z.object({ utcOffsetMinutes: z.number(), source: places, target: places }),
  },
  /** Services and mapped drives of the migration server. */
  'server-state': {
    input: z.object({ file }),
    output: z.object({
      services: z.array(z.object({ name: z.string(), state: z.string() })),
      drives: z.array(z.object({ letter: z.string(), path: z.string() })),
    }),
  },
  directory: { input: z.object({ file, org: role, ...page }), output: pageOf(directoryRow) },
  person: {
    input: z.object({ file, object: key }),
    output: directoryRow.extend({
      dn: z.string(),
      sid: z.string().nullable(),
      sidHistory: z.array(z.string()),
      legacyDn: z.string().nullable(),
      targetAddress: z.string().nullable(),
      proxies: z.array(
        z.object({ kind: z.string(), address: z.string(), addedByRun: z.number().nullable() }),
      ),
    }),
  },
  mailboxes: { input: z.object({ file, store: key, ...page }), output: pageOf(mailboxRow) },
  mailbox: {
    input: z.object({ file, mailbox: key }),
    output: mailboxRow.omit({ items: true }).extend({
      org: role,
      object: key,
      store: key,
      storeName: z.string(),
      server: z.string(),
      inTransit: z.boolean(),
      oofEnabled: z.boolean(),
      identifiers,
    }),
  },
  folders: { input: z.object({ file, mailbox: key }), output: z.object({ folders: z.array(folderRow) }) },
  folder: {
    input: z.object({ file, mailbox: key, folder: hex }),
    output: folderRow.omit({ items: true }).extend({
      path,
      lastMod: z.number(),
      identifiers,
      permissions: z.array(person.extend({ rights: z.number() })),
    }),
  },
  messages: { input: z.object({ file, mailbox: key, folder: hex, ...page }), output: pageOf(messageRow) },
  message: {
    input: z.object({ file, mailbox: key, message: hex }),
    output: messageRow.omit({ hasAttachments: true }).extend({
      folder: path,
      headers: z.string(),
      body: z.string(),
      html: z.string().nullable(),
      attachments: z.array(z.object({ name: z.string(), mime: z.string(), size: z.number() })),
      identifiers,
    }),
  },
  /** What in a mailbox refers to identifiers and people. `leads`: the folder's path, null when it leads nowhere. */
  holdings: {
    input: z.object({ file, mailbox: key }),
    output: z.object({
      rules: z.array(
        z.object({
          name: z.string(),
          folder: path,
          enabled: z.boolean(),
          condition: z.string(),
          does: z.array(z.object({ op: z.string(), leads: path.nullable() })),
          actions: hex,
        }),
      ),
      delegates: z.array(person),
      permissions: z.array(person.extend({ folder: path, rights: z.number() })),
      searchFolders: z.array(
        z.object({ name: z.string(), scope: z.array(z.object({ fid: hex, leads: path.nullable() })) }),
      ),
      references: z.array(
        z.object({
          name: z.string(),
          holder: z.string(),
          leads: path.nullable(),
          kind: identifier.shape.kind,
          hex,
        }),
      ),
      receiveFolders: z.array(z.object({ messageClass: z.string(), fid: hex, leads: path.nullable() })),
    }),
  },
  /** Who opens a mailbox, with which account, and whether that works. */
  access: {
    input: z.object({ file, mailbox: key }),
    output: evidenceSchema.extend({
      opens: z.boolean(),
      how: z.enum(['own-account', 'source-account', 'no-trust', 'no-account']),
      /** `logonName`: null for a contact. */
      owner: z.object({
        displayName: z.string(),
        logonName: z.string().nullable(),
        dn: z.string(),
        sid: z.string().nullable(),
        enabled: z.boolean(),
      }),
      /** The account outside that the mailbox names as its associated external account. */
      external: z
        .object({
          displayName: z.string(),
          logonName: z.string().nullable(),
          dn: z.string(),
          sid: z.string(),
          enabled: z.boolean(),
        })
        .nullable(),
      trustsSource: z.boolean(),
      sourceDomain: z.string(),
      targetDomain: z.string(),
      org: role,
    }),
  },
  workstation: {
    input: z.object({ file, user: z.string().min(1).max(256) }),
    output: z.object({
      alias: z.string(),
      displayName: z.string(),
      workstation: z.string(),
      outlook: z.string(),
      mode: z.string(),
      server: z.string(),
      mailboxDn: z.string(),
      mailbox: key.nullable(),
      favourites: z.string(),
      nicknames: z.string(),
      oab: z.string(),
      keyFits: z.boolean().nullable(),
      files: z.array(
        z.object({
          id: key,
          path: z.string(),
          status: z.enum(['current', 'set-aside', 'renamed']),
          lastSync: z.number().nullable(),
          ownerDn: z.string(),
          fits: z.boolean().nullable(),
          identifiers,
          folders: z.array(
            z.object({ key: hex, name: z.string(), path, isLocal: z.boolean(), items: z.number() }),
          ),
          pending: z.array(
            z.object({
              folder: z.string(),
              subject: z.string(),
              pending: z.string(),
              error: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  /** The ICS state of one folder in an .ost, or of its hierarchy when no folder is named. */
  'ost-state': {
    input: z.object({ file, ost: key, folder: hex.optional() }),
    output: z.object({ sets: z.array(idSet) }),
  },
} as const;

export type BrowseCommand = keyof typeof BROWSE_COMMANDS;
