import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { LAB_COMMANDS, type LabCommand, type LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { type RunReport, runReport } from '../../../shared/ipc/shapes.ts';
import { labMain } from '../lab-main.ts';
import { mailmigMain } from '../mailmig-main.ts';
import { testIo } from '../testing-io.ts';

/** What a command said. */
export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** The command line over labs in a folder of their own, which goes when the tests of the file are over. */
export interface Live {
  readonly folder: string;
  /** `lab VERB WORDS`, as typed. */
  lab(...words: readonly string[]): Promise<Said>;
  /** `lab VERB WORDS --json`: the answer, checked against the verb's schema. The exit code has to be one of `exits`. */
  ask<C extends LabCommand>(
    verb: C,
    words: readonly string[],
    exits?: readonly number[],
  ): Promise<LabOutput<C>>;
  /** `mailmig WORDS --json`: the report, and the exit code. */
  mailmig(...words: readonly string[]): Promise<{ readonly exit: number; readonly report: RunReport }>;
  /** A fork of a lab under a new name. */
  fork(from: string, to: string): Promise<string>;
}

export function live(): Live {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-article-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const lab = async (...words: readonly string[]): Promise<Said> => {
    const io = testIo(folder);
    const exit = await labMain(words, io);
    return { exit, ...io.written };
  };
  return {
    folder,
    lab,
    ask: async <C extends LabCommand>(verb: C, words: readonly string[], exits: readonly number[] = [0]) => {
      const said = await lab(verb, ...words, '--json');
      expect(exits, said.err).toContain(said.exit);
      return LAB_COMMANDS[verb].output.parse(JSON.parse(said.out)) as LabOutput<C>;
    },
    mailmig: async (...words) => {
      const io = testIo(folder);
      const exit = await mailmigMain([...words, '--json'], io);
      expect(io.written.out, io.written.err).not.toBe('');
      return { exit, report: runReport.parse(JSON.parse(io.written.out)) as RunReport };
    },
    fork: async (from, to) => {
      expect((await lab('copy', from, to)).exit).toBe(0);
      return to;
    },
  };
}
