import { statSync } from 'node:fs';
import type { RunNews, RunReport } from '../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import type { RunningRun } from './drive-run.ts';
import { type Lab, openLab } from './store/lab.ts';

/** An open lab of the engine: one connection, at most one run, one command at a time. */
export interface OpenLab {
  readonly id: string;
  readonly lab: Lab;
  running: RunningRun | null;
  /** Rest after each batch of its runs, ms. */
  restMs: number;
  /** The last news of the run that goes on, or went on last. */
  news: RunNews | null;
  /** The last row of each of its mailboxes, by alias. */
  readonly rows: Map<string, RunNews['mailboxes'][number]>;
  report: RunReport | null;
  /** Commands wait for one another, for some of them let go of the thread half-way. */
  queue: Promise<unknown>;
  /** What `changeMark` said when somebody was last told. */
  mark: string;
}

/** Changes with every commit of any process to the lab. */
export function changeMark(lab: Lab): string {
  const others = lab.get<{ data_version: number }>('PRAGMA data_version')?.data_version;
  return `${others}/${lab.changes()}`;
}

function sameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

/** The labs of one engine process by the ids that the main process gave them. */
export class OpenLabs {
  readonly #labs = new Map<string, OpenLab>();

  /** Failure codes: lab-open, and those of `openLab`. */
  open(id: string, file: string): Result<OpenLab> {
    // One connection per file: see [Note: POSIX locks].
    const twin = this.all().find((entry) => entry.id === id || sameFile(entry.lab.path, file));
    if (twin !== undefined) return fail('lab-open', text('failure.lab-open', { lab: twin.id }));
    const opened = openLab(file);
    if (!opened.ok) return opened;
    const lab = opened.value;
    const entry: OpenLab = {
      id,
      lab,
      running: null,
      restMs: 0,
      news: null,
      rows: new Map(),
      report: null,
      queue: Promise.resolve(),
      mark: changeMark(lab),
    };
    this.#labs.set(id, entry);
    return ok(entry);
  }

  /** Failure code: lab-not-open. */
  find(id: string): Result<OpenLab> {
    const entry = this.#labs.get(id);
    return entry === undefined ? fail('lab-not-open', text('failure.lab-not-open', { lab: id })) : ok(entry);
  }

  all(): readonly OpenLab[] {
    return [...this.#labs.values()];
  }

  /** Cancels its run, waits for its commands, closes the file. */
  async close(id: string): Promise<void> {
    const entry = this.#labs.get(id);
    if (entry === undefined) return;
    this.#labs.delete(id);
    entry.running?.cancel();
    await entry.running?.done;
    await entry.queue;
    entry.lab.close();
  }
}

/** Takes news in, which hold only the rows that changed. */
export function remember(entry: OpenLab, news: RunNews): void {
  entry.news = news;
  for (const row of news.mailboxes) entry.rows.set(row.alias, row);
}

/** Where the last run stands, with the rows of all its mailboxes. */
export function snapshotOf(entry: OpenLab): RunNews | null {
  return entry.news === null ? null : { ...entry.news, mailboxes: [...entry.rows.values()] };
}

/** Forgets the run that was told of last. */
export function forgetRun(entry: OpenLab): void {
  entry.news = null;
  entry.rows.clear();
  entry.report = null;
}
