import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const OUT = resolve(import.meta.dirname, '../../../out/main');

export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a built program to its end: `lab` or `mailmig`. */
export function program(
  name: 'lab' | 'mailmig',
  words: readonly string[],
  before: readonly string[] = [],
): Ended {
  const [command = '', ...rest] = [...before, process.execPath, join(OUT, `${name}.js`), ...words];
  const done = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { exit: done.status, out: done.stdout, err: done.stderr };
}

/** The JSON a program printed; its words on stderr when it printed none. */
export function answer<T>(ended: Ended): T {
  if (ended.out.trim() === '') throw new Error(`no answer, exit ${ended.exit}: ${ended.err}`);
  return JSON.parse(ended.out) as T;
}

export function lab<T>(verb: string, file: string, ...words: readonly string[]): T {
  return answer<T>(program('lab', [verb, file, ...words, '--json']));
}

export const digestOf = (file: string): string => lab<{ digest: string }>('show', file).digest;

export interface Workbench {
  /** A lab of that mode's making, ready to be migrated; a new copy at every call. */
  copy(name: string): string;
  readonly folder: string;
  discard(): void;
}

/** One lab built once, fixed up to the hotfix so that both modes run, and copied for every trial. */
export function workbench(seed: number): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-crash-'));
  const base = join(folder, 'base.mwlab');
  lab('new', base, '--seed', String(seed), '--mailboxes', '5', '--items', '2500');
  lab('fix', base, '--install', 'E2003SP2');
  lab('fix', base, '--install', 'KB919235');
  return {
    folder,
    copy: (name) => {
      const path = join(folder, `${name}.mwlab`);
      // A closed lab is one file: the last program that had it open has folded its log in.
      cpSync(base, path);
      return path;
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function migrateWords(file: string, mode: 'default' | 'clone', ...more: readonly string[]): string[] {
  return [
    '--lab',
    file,
    '--accounts',
    'all',
    '--json',
    '--journal',
    ...(mode === 'clone' ? ['/M'] : []),
    ...more,
  ];
}

/** Journal lines that a run printed, one for every committed batch. */
export function journalLines(err: string): number {
  return err.split('\n').filter((line) => line.startsWith('journal ')).length;
}

/** Starts mailmig and kills it outright when it has printed its n-th journal line; tells how many it had printed. */
export async function killAfter(
  words: readonly string[],
  lines: number,
): Promise<{ printed: number; killed: boolean }> {
  const child = spawn(process.execPath, [join(OUT, 'mailmig.js'), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  let killed = false;
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (part: string) => {
    err += part;
    if (!killed && journalLines(err) >= lines) killed = child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
  return { printed: journalLines(err), killed };
}
