import type { RunNews, RunReport } from '../../shared/ipc/shapes.ts';
import { ok, type Result } from '../../shared/result.ts';
import { guarded } from './guarded.ts';

/** The batches of a run, as the migration yields them; told 'cancel', it ends at the next one. */
export type Batches = Generator<RunNews, RunReport, 'cancel' | undefined>;

/** At most ten news a second leave the engine. */
const NEWS_MS = 100;
/** Rest after each batch at demo pace, so that people can follow. */
export const DEMO_MS = 120;

export interface DriveOptions {
  /** Rest after each batch in milliseconds, to begin with; 0 is full speed. What a run writes does not depend on it. */
  readonly restMs: number;
  /** Told at most ten times a second, and once more with the last state; the first time before `driveRun` returns. */
  readonly onNews: (news: RunNews, paused: boolean) => void;
  /** Told after every batch, before anything else happens. */
  readonly onBatch?: (news: RunNews) => void;
}

/** A run that goes on in this process. */
export interface RunningRun {
  readonly run: number;
  /** How it ended; a Failure when the disk or the lab's file failed. */
  readonly done: Promise<Result<RunReport>>;
  /** Takes effect before the next batch, also while paused. */
  cancel(): void;
  pause(): void;
  resume(): void;
  /** Does one batch and stands still after it; a run that was going on is paused by it. */
  step(): void;
  /** Changes the rest after each batch, from the present one on. */
  setRest(restMs: number): void;
  isPaused(): boolean;
}

/** Collects news between two tellings: the last snapshot, with every row that changed since. */
function coalesce(pending: RunNews | null, news: RunNews): RunNews {
  if (pending === null || pending.mailboxes.length === 0) return news;
  const rows = new Map(pending.mailboxes.map((row) => [row.alias, row]));
  for (const row of news.mailboxes) rows.set(row.alias, row);
  return { ...news, mailboxes: [...rows.values()] };
}

/**
 * Works through a run batch by batch and lets go of the thread between batches, so that messages, timers and signals
 * come through. @param now the machine's monotonic clock in milliseconds, for the rate of news alone
 */
export function driveRun(
  run: number,
  batches: Batches,
  options: DriveOptions,
  now: () => number = () => performance.now(),
): RunningRun {
  let cancelled = false;
  let paused = false;
  let steps = 0;
  let restMs = options.restMs;
  let wake: (() => void) | null = null;
  let pending: RunNews | null = null;
  let told = -NEWS_MS;

  const tell = (): void => {
    if (pending === null) return;
    const news = pending;
    pending = null;
    told = now();
    options.onNews(news, paused);
  };
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (paused && steps === 0) return;
      if (restMs > 0 && !paused && !cancelled) setTimeout(resolve, restMs);
      else setImmediate(resolve);
    });
  /** Whether the run stands still now; a step that was asked for lets one batch through. */
  const standsStill = (): boolean => {
    if (!paused || cancelled) return false;
    if (steps === 0) return true;
    steps -= 1;
    return false;
  };
  const wakeUp = (): void => {
    const resolve = wake;
    wake = null;
    resolve?.();
  };
  const work = async (): Promise<Result<RunReport>> => {
    try {
      let step = batches.next(undefined);
      while (step.done !== true) {
        options.onBatch?.(step.value);
        pending = coalesce(pending, step.value);
        if (now() - told >= NEWS_MS) tell();
        do {
          if (paused) tell();
          await rest();
        } while (standsStill());
        step = batches.next(cancelled ? 'cancel' : undefined);
      }
      return ok(step.value);
    } finally {
      tell();
    }
  };
  return {
    run,
    done: guarded(work),
    cancel: () => {
      cancelled = true;
      paused = false;
      wakeUp();
    },
    pause: () => {
      paused = !cancelled;
    },
    resume: () => {
      paused = false;
      steps = 0;
      wakeUp();
    },
    step: () => {
      if (cancelled) return;
      paused = true;
      steps += 1;
      wakeUp();
    },
    setRest: (milliseconds) => {
      restMs = milliseconds;
      if (!paused) wakeUp();
    },
    isPaused: () => paused,
  };
}
