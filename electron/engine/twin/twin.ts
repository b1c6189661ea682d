import type { TwinNews, TwinReport, TwinSide } from '../../../shared/ipc/comparison-commands.ts';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { text } from '../../../shared/text/text.ts';
import { liveRuns } from '../migrate/claim.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { type Fork, twinForks } from './twin-forks.ts';
import { needsExchange } from './twin-plan.ts';
import { type SideStep, twinSide } from './twin-side.ts';

/** Where each phase of one side begins and ends, thousandths of that side. */
const PHASES: Readonly<Record<SideStep['phase'], readonly [number, number]>> = {
  fixes: [0, 20],
  run: [20, 600],
  exprofre: [600, 620],
  outlook: [620, 1000],
};
/** Of the whole: making the forks, then the two sides. */
const FORKS_END = 60;
const SIDE_SPAN = (1000 - FORKS_END) / 2;

function permilleOf(mode: Mode, { phase, done, total }: SideStep): number {
  const [from, to] = PHASES[phase];
  const within = total === 0 ? 0 : Math.min(1, done / total);
  const begin = FORKS_END + (mode === 'default' ? 0 : SIDE_SPAN);
  return Math.floor(begin + ((from + (to - from) * within) / 1000) * SIDE_SPAN);
}

function* oneSide(mode: Mode, fork: Fork, clients: boolean): Generator<TwinNews, Result<TwinSide>, void> {
  const opened = openLab(fork.file);
  if (!opened.ok) return opened;
  const steps = twinSide(opened.value, mode, fork.resumed, clients);
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      yield { side: mode, ...step.value, permille: permilleOf(mode, step.value) };
    }
  } finally {
    // Left half-way: what is begun is let go of before the file is closed.
    steps.return(fail('left', ''));
    opened.value.close();
  }
}

/**
 * The twin run: forks a lab twice and runs the default mode in one fork and clone mode in the other, with the same plan,
 * then, with `clients`, ExProfRe and Outlook for everybody in each. What clone mode lacks is installed in its fork alone.
 * It yields between pieces of work; left there, both forks stay, and another twin run of the same lab goes on with them.
 * Failure codes: run-going (a run works on this lab), twin-needs-exchange, and those of the store, of installing fixes and of starting a run.
 */
export function* twinRun(lab: Lab, clients: boolean): Generator<TwinNews, Result<TwinReport>, void> {
  if (liveRuns(lab).size > 0) return fail('run-going', text('failure.run-going'));
  const possible = needsExchange(lab);
  if (!possible.ok) return possible;
  const migratedBefore = lab.get("SELECT 1 FROM run WHERE state <> 'refused' LIMIT 1") !== undefined;
  const forking = twinForks(lab);
  let step = forking.next();
  for (let made = 0; step.done !== true; made += 1) {
    const permille = (made * FORKS_END) / 2;
    yield { side: step.value, phase: 'fork', done: made, total: 2, alias: null, permille };
    step = forking.next();
  }
  const forks = step.value;
  if (!forks.ok) return forks;
  const merged = yield* oneSide('default', forks.value.default, clients);
  if (!merged.ok) return merged;
  const cloned = yield* oneSide('clone', forks.value.clone, clients);
  if (!cloned.ok) return cloned;
  return ok({ default: merged.value, clone: cloned.value, migratedBefore });
}
