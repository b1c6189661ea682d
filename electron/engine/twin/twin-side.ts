import type { TwinSide } from '../../../shared/ipc/comparison-commands.ts';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { curesFor } from '../../../shared/wizard/cures.ts';
import { interruptedRuns } from '../migrate/claim.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { startRun } from '../migrate/start-run.ts';
import { installFix } from '../report/fix.ts';
import { evaluateGate } from '../report/gate.ts';
import type { Lab } from '../store/lab.ts';
import { type ClientsDone, runClients } from './twin-clients.ts';
import { didSince, endMark, markOf, type TwinMark } from './twin-mark.ts';
import { organizationsOf, twinPlan } from './twin-plan.ts';

/** One step of one fork: what is being done, and how far it is. */
export interface SideStep {
  readonly phase: 'fixes' | 'run' | 'exprofre' | 'outlook';
  readonly done: number;
  readonly total: number;
  readonly alias: string | null;
}

type Steps<T> = Generator<SideStep, T, void>;

/** Installs what the gate asks for before it lets this mode start, in the order in which it can be installed. */
function* installMissing(lab: Lab, mode: Mode): Steps<Result<null>> {
  const places = organizationsOf(lab);
  if (!places.ok) return places;
  const cures = curesFor(evaluateGate(lab, { mode, source: 'EXCHANGE' }), places.value);
  for (const [done, { id }] of cures.entries()) {
    yield { phase: 'fixes', done, total: cures.length, alias: null };
    const installed = installFix(lab, { file: lab.path, install: id });
    if (!installed.ok) return installed;
  }
  return ok(null);
}

function installedSince(lab: Lab, mark: TwinMark): string[] {
  return lab
    .all<{ id: string }>(
      "SELECT json_extract(detail, '$.installed') AS id FROM act WHERE verb = 'fix' AND id > ? ORDER BY id",
      mark.id,
    )
    .map((row) => row.id);
}

/** The run of this twin: the one noted at its beginning. Null: it has not begun. */
function runOf(lab: Lab, mark: TwinMark): number | null {
  return (
    lab.get<{ id: number | null }>(
      "SELECT max(id) AS id FROM run WHERE json_extract(asked, '$.twin') = ?",
      mark.id,
    )?.id ?? null
  );
}

/** Begins the run, takes it up again where it was interrupted, or finds it over. */
function takeUp(lab: Lab, mode: Mode, mark: TwinMark): Result<number> {
  const begun = runOf(lab, mark);
  if (begun !== null) return interruptedRuns(lab).includes(begun) ? resumeRun(lab, begun) : ok(begun);
  const plan = twinPlan(lab, mode);
  if (!plan.ok) return plan;
  return startRun(lab, plan.value, { ignoreGate: false, asked: { by: 'twin', pace: 'full', twin: mark.id } });
}

function* runToItsEnd(lab: Lab, run: number): Steps<null> {
  const batches = migrate(lab, run);
  try {
    for (let step = batches.next(); step.done !== true; step = batches.next()) {
      const { done, total, current } = step.value;
      yield { phase: 'run', done, total, alias: current };
    }
  } finally {
    // Left alone half-way the run is interrupted, not cancelled: it can be gone on with.
    batches.return(runReport(lab, run));
  }
  return null;
}

const NO_CLIENTS: ClientsDone = { profiles: 0, synchronized: 0, failed: [] };

/**
 * Does everything that is left to do in one fork: fixes, the run, then ExProfRe and Outlook for everybody. Each step is
 * committed before it is told, so that a fork that was left can be gone on with.
 */
export function* twinSide(lab: Lab, mode: Mode, resumed: boolean, clients: boolean): Steps<Result<TwinSide>> {
  const mark = markOf(lab);
  if (mark === null) throw new Error('a fork without its mark');
  if (runOf(lab, mark) === null) {
    const installed = yield* installMissing(lab, mode);
    if (!installed.ok) return installed;
  }
  const run = takeUp(lab, mode, mark);
  if (!run.ok) return run;
  yield* runToItsEnd(lab, run.value);
  const report = runReport(lab, run.value);
  const wanted = clients && (report.state === 'completed' || report.state === 'failed');
  const done = wanted ? yield* runClients(lab, mark) : ok(NO_CLIENTS);
  if (!done.ok) return done;
  if (!didSince(lab, mark, 'twin-ended')) endMark(lab);
  return ok({
    file: lab.path,
    resumed,
    run: run.value,
    state: report.state,
    exit: report.exit,
    installed: installedSince(lab, mark),
    ...done.value,
    failed: [...done.value.failed],
  });
}
