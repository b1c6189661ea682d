import type { RunNews, RunReport } from '../../shared/ipc/shapes.ts';
import { type Failure, ok, type Result } from '../../shared/result.ts';
import type { AccountFact, FactName, FactTypes } from '../../shared/wizard/facts.ts';
import type { Effect, FactAnswer, WizardEvent } from '../../shared/wizard/model.ts';
import { LAB_HANDLERS } from '../engine/commands.ts';
import { DEMO_MS, driveRun, type RunningRun } from '../engine/drive-run.ts';
import { type Answer, guarded } from '../engine/guarded.ts';
import { resumeRun } from '../engine/migrate/resume.ts';
import { migrate } from '../engine/migrate/run.ts';
import { runReport, runStateOf } from '../engine/migrate/run-report.ts';
import { startRun } from '../engine/migrate/start-run.ts';
import { standingOf } from '../engine/run-standing.ts';
import type { Lab } from '../engine/store/lab.ts';
import { type About, withUndo } from '../engine/undo/take-undo.ts';

export interface HostOptions {
  readonly pace: 'full' | 'demo';
  readonly onBatch: (news: RunNews) => void;
  readonly onNews: (news: RunNews) => void;
  /** The password that was given, for opening a post office; it goes no further. */
  readonly password?: string | null;
  /** Keep a copy of the lab before the run, as the app does. */
  readonly undo?: boolean;
  /** How the run was asked for; never holds a password. */
  readonly asked: object;
}

type Load = Extract<Effect, { type: 'load' }>;

/** Does what the wizard's machine asks for, on an open lab in this very process. */
export interface WizardHost {
  /** The event that answers an effect, or null where there is none. */
  perform(effect: Effect): Promise<WizardEvent | null>;
  /** Waits for the run that is going on. Null: none is. A failure: the disk or the file failed under it. */
  ended(): Promise<{ readonly report: RunReport; readonly failure: Failure | null } | null>;
}

function answerOf<Name extends FactName>(
  fact: Name,
  token: number,
  result: Result<FactTypes[Name]>,
): WizardEvent {
  if (!result.ok) return { type: 'load-failed', fact, token, failure: result.failure };
  // Fact and value belong together by this function's own type.
  return { type: 'loaded', fact, token, value: result.value } as FactAnswer;
}

/** Nobody looks at the list here, and there may be 50,000 accounts: the alias is what is chosen by. */
function nameAlone({ alias }: AccountFact): AccountFact {
  return { alias, displayName: '', address: '', items: 0, bytes: 0 };
}

async function load(lab: Lab, effect: Load, password: string): Promise<WizardEvent> {
  const file = lab.path;
  const { token } = effect;
  const ask = <T>(work: () => Answer<T>): Promise<Result<T>> => guarded(work);
  switch (effect.fact) {
    case 'lab':
      return answerOf('lab', token, await ask(() => LAB_HANDLERS.organizations(lab, { file })));
    case 'opening': {
      const { mode, source } = effect;
      return answerOf('opening', token, await ask(() => LAB_HANDLERS.gate(lab, { file, mode, source })));
    }
    case 'accounts': {
      const { server, postOffice } = effect;
      const input = {
        file,
        ...(server === null ? {} : { server }),
        ...(postOffice === null ? {} : { postOffice }),
      };
      const found = await ask(() => LAB_HANDLERS.accounts(lab, input));
      const names = found.ok ? ok(found.value.accounts.map(nameAlone)) : found;
      return answerOf('accounts', token, names);
    }
    case 'post-office': {
      const { directory, name } = effect;
      const opened = await ask(() => LAB_HANDLERS.postOfficeLogon(lab, { file, directory, name, password }));
      return answerOf('post-office', token, opened);
    }
    case 'files-set': {
      const { packingList } = effect;
      return answerOf('files-set', token, await ask(() => LAB_HANDLERS.filesSet(lab, { file, packingList })));
    }
    case 'matches': {
      // Nobody looks at them here. What the engine proposes is always in order; only names that were chosen may not be.
      if (Object.keys(effect.plan.accountChoices).length === 0)
        return answerOf('matches', token, { ok: true, value: [] });
      const found = await ask(() => LAB_HANDLERS.matches(lab, { file, plan: effect.plan }));
      return answerOf('matches', token, found.ok ? { ok: true, value: found.value.matches } : found);
    }
    case 'prerequisites': {
      const judged = await ask(() => LAB_HANDLERS.gate(lab, { file, plan: effect.plan }));
      return answerOf('prerequisites', token, judged);
    }
    case 'predictions':
      // The command line shows none, and at 50,000 mailboxes they cost time.
      return answerOf('predictions', token, { ok: true, value: [] });
  }
}

export function createWizardHost(lab: Lab, options: HostOptions): WizardHost {
  let running: RunningRun | null = null;
  let refused: RunReport | null = null;

  const begin = (token: number, started: Result<number>): WizardEvent => {
    if (!started.ok) return { type: 'run-not-started', token, failure: started.failure };
    const run = started.value;
    if (runStateOf(lab, run) === 'refused') refused = runReport(lab, run);
    else
      running = driveRun(run, migrate(lab, run), {
        ...options,
        restMs: options.pace === 'demo' ? DEMO_MS : 0,
      });
    return { type: 'run-started', token, run };
  };

  /** With a copy of the lab to go back to, where one is asked for; after a refusal there is nothing to go back from. */
  const kept = (about: About, start: () => Result<number>): Result<number> =>
    options.undo !== true
      ? start()
      : withUndo(lab, about, () => {
          const answer = start();
          return { answer, keep: answer.ok && runStateOf(lab, answer.value) !== 'refused' };
        });

  return {
    perform: async (effect) => {
      switch (effect.type) {
        case 'load':
          return load(lab, effect, options.password ?? '');
        case 'install-fix': {
          const { token } = effect;
          const done = await guarded(() => LAB_HANDLERS.fix(lab, { file: lab.path, install: effect.id }));
          return done.ok
            ? { type: 'fix-installed', token }
            : { type: 'fix-failed', token, failure: done.failure };
        }
        case 'start-run': {
          const { plan, ignoreGate, token } = effect;
          const about = { kind: 'run', detail: plan.mode };
          const start = (): Result<number> => startRun(lab, plan, { ignoreGate, asked: options.asked });
          return begin(token, await guarded(() => kept(about, start)));
        }
        case 'resume-run':
          return begin(
            effect.token,
            await guarded(() =>
              kept({ kind: 'resume', detail: String(effect.run) }, () => resumeRun(lab, effect.run)),
            ),
          );
        case 'cancel-run':
          running?.cancel();
          return null;
        case 'pause-run':
          running?.pause();
          return null;
        case 'step-run':
          running?.step();
          return null;
        case 'continue-run':
          running?.resume();
          return null;
        case 'help':
        case 'close':
          return null;
      }
    },
    ended: async () => {
      if (refused !== null) return { report: refused, failure: null };
      if (running === null) return null;
      const { run } = running;
      const done = await running.done;
      if (done.ok) return { report: done.value, failure: null };
      return { report: standingOf(lab, run), failure: done.failure };
    },
  };
}
