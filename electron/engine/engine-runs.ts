import type { EngineInput, EngineMessage, EngineOutput } from '../../shared/ipc/engine-messages.ts';
import type { RunReport } from '../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { driveRun } from './drive-run.ts';
import { latestInterrupted, resumeRun } from './migrate/resume.ts';
import { migrate } from './migrate/run.ts';
import { runReport } from './migrate/run-report.ts';
import { startRun } from './migrate/start-run.ts';
import { changeMark, type OpenLab, remember, snapshotOf } from './open-labs.ts';
import { standingOf } from './run-standing.ts';

type Post = (message: EngineMessage) => void;
type Pace = 'full' | 'demo';

function busy<T>(): Result<T> {
  return fail('run-going', text('failure.run-going'));
}

function drive(entry: OpenLab, run: number, pace: Pace, post: Post): void {
  entry.news = null;
  entry.rows.clear();
  entry.report = null;
  const running = driveRun(run, migrate(entry.lab, run), {
    pace,
    onNews: (news, paused) => {
      remember(entry, news);
      post({ kind: 'run', lab: entry.id, paused, news });
    },
  });
  entry.running = running;
  const end = (report: RunReport, failure?: { code: string; message: string }): void => {
    entry.running = null;
    entry.report = report;
    post({ kind: 'run-ended', lab: entry.id, report, ...(failure === undefined ? {} : { failure }) });
    if (entry.lab.db.isOpen) entry.mark = changeMark(entry.lab);
    post({ kind: 'lab-changed', lab: entry.id });
  };
  running.done.then(
    (ended) => (ended.ok ? end(ended.value) : end(standingOf(entry.lab, run), ended.failure)),
    (bug: unknown) => {
      const what = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
      post({ kind: 'log', level: 'bug', text: what });
      end(standingOf(entry.lab, run), {
        code: 'internal',
        message: text('failure.internal', { what: String(bug) }),
      });
    },
  );
}

/** `run:start`. Failure codes: run-going, and those of `startRun` (a mailbox claimed by a live run, unknown alias). */
export function start(
  entry: OpenLab,
  input: EngineInput<'run:start'>,
  post: Post,
): Result<EngineOutput<'run:start'>> {
  if (entry.running !== null) return busy();
  const asked = { by: 'window', pace: input.pace, ignoreGate: input.ignoreGate };
  const started = startRun(entry.lab, input.plan, { ignoreGate: input.ignoreGate, asked });
  if (!started.ok) return started;
  const run = started.value;
  const report = runReport(entry.lab, run);
  if (report.state === 'refused') return ok({ run, state: 'refused', report });
  drive(entry, run, input.pace, post);
  return ok({ run, state: 'running', report: null });
}

/** `run:resume`. Failure codes: run-going, nothing-interrupted, and those of `resumeRun`. */
export function resume(
  entry: OpenLab,
  input: EngineInput<'run:resume'>,
  post: Post,
): Result<EngineOutput<'run:resume'>> {
  if (entry.running !== null) return busy();
  const interrupted = latestInterrupted(entry.lab);
  if (interrupted === null) {
    return fail('nothing-interrupted', text('failure.nothing-interrupted', { file: entry.lab.path }));
  }
  const resumed = resumeRun(entry.lab, interrupted);
  if (!resumed.ok) return resumed;
  drive(entry, resumed.value, input.pace, post);
  return ok({ run: resumed.value, state: 'running', report: null });
}

/** `run:control`. Failure code: run-none. */
export function control(
  entry: OpenLab,
  action: EngineInput<'run:control'>['action'],
  post: Post,
): Result<EngineOutput<'run:control'>> {
  const { running, news } = entry;
  if (running === null) return fail('run-none', text('failure.run-none'));
  if (action === 'cancel') running.cancel();
  else if (action === 'pause') running.pause();
  else running.resume();
  if (action !== 'cancel' && news !== null) {
    post({ kind: 'run', lab: entry.id, paused: running.isPaused(), news: { ...news, mailboxes: [] } });
  }
  return ok({});
}

/** `run:attach`: where the run stands, for a window that opened or reloaded later. */
export function attach(entry: OpenLab): Result<EngineOutput<'run:attach'>> {
  const { running, report } = entry;
  return ok({
    running: running !== null,
    paused: running?.isPaused() ?? false,
    news: snapshotOf(entry),
    report,
  });
}
