import path from 'node:path';
import type { ChosenFile, Labs, OpenLab } from '../../shared/ipc/app-commands.ts';
import { type Result, fail, ok } from '../../shared/result.ts';
import type { Engine, LabShelf } from '../ipc/shell.ts';

export interface ShelfOptions {
  readonly engine: Engine;
  /** Files opened lately, newest first, as they were left by the last session. */
  readonly recent: readonly string[];
  saveRecent(files: readonly string[]): void;
  /** 32 hex digits nobody can guess. */
  newToken(): string;
  /** The same path for every spelling of one file. */
  canonical(file: string): string;
  /** A path as people read it, e.g. with ~ for the home folder. */
  display(file: string): string;
  onChange(state: Labs): void;
}

export interface AppLabs extends LabShelf {
  /** After the engine was started anew: opens there again what was open. */
  reopenAll(): Promise<void>;
  lastRecent(): string | null;
}

const RECENT_KEPT = 10;

/** The labs of this app: which are open under which id, which were open lately, and the files people chose. */
export function createLabs(options: ShelfOptions): AppLabs {
  const { engine } = options;
  const open = new Map<string, string>();
  const opening = new Map<string, Promise<Result<OpenLab>>>();
  const files = new Map<string, string>();
  const tokens = new Map<string, string>();
  let recent = [...options.recent];
  let preparing: string | null = null;
  let problem: string | null = null;
  let nextId = 1;

  const asOpenLab = (lab: string, file: string): OpenLab => ({
    lab,
    name: path.basename(file, '.mwlab'),
    display: options.display(file),
  });
  const hand = (file: string): ChosenFile => {
    const token = tokens.get(file) ?? `file-${options.newToken()}`;
    tokens.set(file, token);
    files.set(token, file);
    return { token, name: path.basename(file), display: options.display(file) };
  };
  const state = (): Labs => ({
    open: [...open].map(([lab, file]) => asOpenLab(lab, file)),
    recent: recent.map(hand),
    preparing,
    problem,
  });
  const changed = (): void => options.onChange(state());
  const remember = (file: string): void => {
    recent = [file, ...recent.filter((each) => each !== file)].slice(0, RECENT_KEPT);
    options.saveRecent(recent);
  };
  const openNew = async (file: string): Promise<Result<OpenLab>> => {
    const lab = `lab-${nextId++}`;
    const answer = await engine.ask('lab:open', { lab, file });
    if (!answer.ok) return answer;
    open.set(lab, file);
    remember(file);
    problem = null;
    changed();
    return ok(asOpenLab(lab, file));
  };

  return {
    state,
    hand,
    redeem: (token) => {
      const file = files.get(token);
      if (file === undefined)
        return fail('unknown-file', 'That file was not chosen in this session; choose it again.');
      return ok(file);
    },
    open: (chosen) => {
      const file = options.canonical(chosen);
      for (const [lab, openFile] of open)
        if (openFile === file) return Promise.resolve(ok(asOpenLab(lab, file)));
      // Two windows that open one file at once get one lab.
      const running = opening.get(file) ?? openNew(file).finally(() => opening.delete(file));
      opening.set(file, running);
      return running;
    },
    close: async (lab) => {
      if (!open.delete(lab)) return ok({});
      changed();
      const closed = await engine.ask('lab:close', { lab });
      return closed.ok ? ok({}) : closed;
    },
    find: (lab) => {
      const file = open.get(lab);
      return file === undefined ? null : asOpenLab(lab, file);
    },
    fileOf: (lab) => open.get(lab) ?? null,
    preparing: async (name, work) => {
      preparing = name;
      changed();
      try {
        return await work();
      } finally {
        preparing = null;
        changed();
      }
    },
    reportProblem: (text) => {
      problem = text;
      changed();
    },
    reopenAll: async () => {
      for (const [lab, file] of [...open]) {
        const answer = await engine.ask('lab:open', { lab, file });
        if (!answer.ok) {
          open.delete(lab);
          problem = answer.failure.message;
        }
      }
      changed();
    },
    lastRecent: () => recent[0] ?? null,
  };
}
