import { z } from 'zod';
import { evidenceSchema, file } from './shapes.ts';

/*
 * What one does to the migration server and its network by hand: files, drives, services and the Connector for cc:Mail.
 * Paths are those of the simulated server: `C:\exchsrvr\bin\Import.exe`, `\\HARBOR\CCADMIN\IMPORT32.EXE`, `M:\`.
 */

const dosPath = z.string().min(1).max(1024);

/** A file of the migration server or of the network, or a folder of either. */
export const serverEntry = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum(['folder', 'file']),
  version: z.string().nullable(),
  size: z.number().nullable(),
  dateUtc: z.string().nullable(),
  flavour: z.enum(['16-bit', '32-bit', 'OS/2']).nullable(),
  /** What it was called when it was shipped, where that is another name or a Lotus program. */
  shippedAs: z.string().nullable(),
});

export const serviceShown = z.object({ name: z.string(), state: z.enum(['running', 'stopped']) });

/** One step of something that happened, in its order, with its evidence. */
const step = evidenceSchema.extend({ text: z.string() });

export const connectorProgram = z.object({
  name: z.string(),
  /** Where the search for executables finds it; null: nowhere. */
  path: z.string().nullable(),
  version: z.string().nullable(),
  flavour: z.enum(['16-bit', '32-bit', 'OS/2']).nullable(),
});

/** The Connector for cc:Mail as it stands. */
export const connectorShown = z.object({
  service: z.string(),
  state: z.enum(['running', 'stopped']),
  postOffice: z.object({
    name: z.string(),
    directory: z.string(),
    database: z.string(),
    release: z.string(),
    damaged: z.boolean(),
  }),
  /** Settings and registry values by name. */
  settings: z.array(
    evidenceSchema.extend({
      key: z.string(),
      name: z.string(),
      value: z.string(),
      values: z.array(z.string()),
      registry: z.boolean(),
    }),
  ),
  /** Settings were changed that count from the next start on. */
  restartNeeded: z.boolean(),
  programs: z.array(connectorProgram),
  /** What it did, the latest first. `result`: ok, failed or damaged. */
  cycles: z.array(
    z.object({
      at: z.number(),
      kind: z.string(),
      result: z.string(),
      summary: z.string(),
      /** Result code of the program, or of `ccmc ccdir`; null: none is documented. */
      code: z.number().nullable(),
      steps: z.array(step),
    }),
  ),
});

/** Lab commands of the server pane. */
export const SERVER_COMMANDS = {
  /**
   * One act on a simulated file. `copy` and `rename` need `to`: a path or folder, or the new name alone. Whatever is
   * overwritten is named in `replaced`. `list` changes nothing and gives what stands in a folder; without a path it
   * gives the drives and the shares.
   */
  file: {
    input: z.object({
      file,
      act: z.enum(['copy', 'rename', 'delete', 'list']),
      path: dosPath.optional(),
      to: dosPath.optional(),
    }),
    output: z.object({
      /** The folder that was listed, or what the act left behind; null after a deletion and at the top. */
      path: z.string().nullable(),
      replaced: serverEntry.nullable(),
      entries: z.array(serverEntry),
    }),
  },
  /** Maps a drive letter to a share, or with `path: null` takes the mapping away. Without a letter: what is mapped. */
  drive: {
    input: z.object({
      file,
      letter: z.string().min(1).max(3).optional(),
      path: dosPath.nullable().optional(),
    }),
    output: z.object({ drives: z.array(z.object({ letter: z.string(), path: z.string() })) }),
  },
  /** Starts or stops a service, with those that depend on it. `changed`: in their order. Without a name: how all stand. */
  service: {
    input: z.object({
      file,
      name: z.string().min(1).max(256).optional(),
      action: z.enum(['start', 'stop']).optional(),
    }),
    output: z.object({
      changed: z.array(z.string()),
      services: z.array(serviceShown),
      /** What was logged meanwhile. */
      events: z.array(
        z.object({
          source: z.string(),
          id: z.number().nullable(),
          type: z.enum(['Information', 'Warning', 'Error']),
          text: z.string(),
        }),
      ),
    }),
  },
  /**
   * The Connector for cc:Mail: as it stands, after a directory synchronization cycle (`cycle`) or a transfer of messages
   * (`transfer`) if one is asked for, or after a setting (`name=value`). Null: the lab has none.
   */
  connector: {
    input: z.object({
      file,
      do: z.enum(['cycle', 'transfer']).optional(),
      set: z.string().max(1024).optional(),
    }),
    output: z.object({
      connector: connectorShown.nullable(),
      /** What came of the cycle or transfer that was asked for; null: none was. */
      result: z.enum(['ok', 'failed', 'damaged']).nullable(),
    }),
  },
} as const;
