import type { EngineInput, EngineMessage, EngineOutput } from '../../shared/ipc/engine-messages.ts';
import type { RunReport } from '../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { DEMO_MS, driveRun } from './drive-run.ts';
import { latestInterrupted, resumeRun } from './migrate/resume.ts';
import { migrate } from './migrate/run.ts';
import { runReport, runStateOf } from './migrate/run-report.ts';
import { startRun } from './migrate/start-run.ts';
import { changeMark, forgetRun, type OpenLab, remember, snapshotOf } from './open-labs.ts';
import { standingOf } from './run-standing.ts';
import { withUndo } from './undo/take-undo.ts';

type Post = (message: EngineMessage) => void;
type Pace = 'full' | 'demo';

function busy<T>(): Result<T> {
  return fail('run-going', text('failure.run-going'));
}

function drive(entry: OpenLab, run: number, pace: Pace, post: Post): void {
  forgetRun(entry);
  // What the slider was set to before holds; a wizard that asks for the demo pace only slows down full speed.
  entry.restMs = entry.restMs === 0 && pace === 'demo' ? DEMO_MS : entry.restMs;
  const running = driveRun(run, migrate(entry.lab, run), {
    restMs: entry.restMs,
    onNews: (news, paused) => {
      remember(entry, news);
      post({ kind: 'run', lab: entry.id, paused, restMs: entry.restMs, news });
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
  const what = { kind: 'run', detail: input.plan.mode } as const;
  const started = withUndo(entry.lab, what, () => {
    const run = startRun(entry.lab, input.plan, { ignoreGate: input.ignoreGate, asked });
    // After a refusal there is nothing to go back from.
    return { answer: run, keep: run.ok && runStateOf(entry.lab, run.value) !== 'refused' };
  });
  if (!started.ok) return started;
  const run = started.value;
  if (runStateOf(entry.lab, run) === 'refused')
    return ok({ run, state: 'refused', report: runReport(entry.lab, run) });
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
  const resumed = withUndo(entry.lab, { kind: 'resume', detail: String(interrupted) }, () => {
    const answer = resumeRun(entry.lab, interrupted);
    return { answer, keep: answer.ok };
  });
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
  const { running } = entry;
  if (running === null) return fail('run-none', text('failure.run-none'));
  if (action === 'cancel') running.cancel();
  else if (action === 'pause') running.pause();
  else if (action === 'step') running.step();
  else running.resume();
  if (action !== 'cancel') tellStanding(entry, post);
  return ok({});
}

function tellStanding({ id, running, news, restMs }: OpenLab, post: Post): void {
  if (running === null || news === null) return;
  post({ kind: 'run', lab: id, paused: running.isPaused(), restMs, news: { ...news, mailboxes: [] } });
}

/** `run:pace`: takes effect in the midst of a rest too; without a run it is kept for the next one. */
export function setPace(
  entry: OpenLab,
  { restMs }: EngineInput<'run:pace'>,
  post: Post,
): Result<EngineOutput<'run:pace'>> {
  entry.restMs = restMs;
  entry.running?.setRest(restMs);
  tellStanding(entry, post);
  return ok({});
}

/** `run:attach`: where the run stands, for a window that opened or reloaded later. */
export function attach(entry: OpenLab): Result<EngineOutput<'run:attach'>> {
  const { running, report } = entry;
  return ok({
    running: running !== null,
    paused: running?.isPaused() ?? false,
    restMs: entry.restMs,
    news: snapshotOf(entry),
    report,
  });
}
