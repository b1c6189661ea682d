import { z } from 'zod';
import { alias, evidenceSchema, orgSummary, path, role } from './shapes.ts';

/** A lab at a glance: both organizations, the migration server, the workstations, and what the next run will meet. */
export const labShown = z.object({
  digest: z.string(),
  seed: z.number(),
  scenario: z.string().nullable(),
  clock: z.number(),
  source: orgSummary,
  target: orgSummary,
  /** cc:Mail post offices of the source. `alias`: key of the user; `damaged`: its files are corrupted. */
  postOffices: z.array(
    z.object({
      name: z.string(),
      directory: z.string(),
      database: z.string(),
      release: z.string(),
      damaged: z.boolean(),
      bulletinBoards: z.number(),
      users: z.array(
        z.object({
          alias,
          name: z.string(),
          kind: z.enum(['local', 'remote', 'mobile']),
          items: z.number(),
          bytes: z.number(),
        }),
      ),
    }),
  ),
  /** Public folders of the target, parents first. */
  publicFolders: z.array(
    z.object({
      path,
      owner: z.string().nullable(),
      access: z.enum(['None', 'Author', 'PubEditor']),
      items: z.number(),
    }),
  ),
  settings: z.record(z.string(), z.string()),
  server: z.object({
    products: z.array(z.object({ name: z.string(), level: z.string(), build: z.string() })),
    fixes: z.array(z.object({ id: z.string(), title: z.string() })),
    available: z.array(z.object({ id: z.string(), title: z.string(), needs: z.string() })),
    files: z.array(
      evidenceSchema.extend({
        path: z.string(),
        version: z.string().nullable(),
        size: z.number().nullable(),
        dateUtc: z.string().nullable(),
        platform: z.string().nullable(),
        flavour: z.enum(['16-bit', '32-bit', 'OS/2']).nullable(),
        /** What it was called when it was shipped: a renamed Import32.exe is still one. */
        shippedAs: z.string().nullable(),
      }),
    ),
    services: z.array(z.object({ name: z.string(), state: z.string() })),
    drives: z.array(z.object({ letter: z.string(), path: z.string() })),
  }),
  profiles: z.array(
    z.object({
      alias,
      workstation: z.string(),
      outlook: z.string(),
      mode: z.string(),
      pointsTo: role,
      ost: z.string().nullable(),
      unsynchronised: z.number(),
    }),
  ),
  planned: z.array(z.object({ kind: z.enum(['deliver', 'logon']), alias, at: z.string() })),
});
