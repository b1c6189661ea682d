import type { RunReport } from '../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { forget } from '../../shared/wizard/loading.ts';
import { newWizard, step } from '../../shared/wizard/machine.ts';
import type { Answers, Issue, WizardEvent, WizardState } from '../../shared/wizard/model.ts';
import { issuesOn, PAGES } from '../../shared/wizard/pages.ts';
import type { WizardHost } from './wizard-host.ts';

export interface WizardOrder {
  /** The lab's file, for sentences. */
  readonly file: string;
  readonly answers: Partial<Answers>;
  readonly mode: Answers['mode'];
  /** Choose everybody the account list offers. */
  readonly everybody: boolean;
  readonly ignoreGate: boolean;
  readonly resume: boolean;
}

export interface WizardEnd {
  readonly report: RunReport;
  /** Set when the disk or the file failed during the run. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** A wizard walked without a window: the same machine, its defaults, and Next until it runs. */
export interface HeadlessWizard {
  /** Failure codes: those of the pages' issues, of the facts, and of starting a run; nothing has run then. */
  walk(order: WizardOrder): Promise<Result<WizardEnd>>;
  /** Cancel, at any time. */
  cancel(): void;
}

function notRun(state: WizardState, how: 'refused' | 'cancelled'): WizardEnd {
  const { opening, prerequisites } = state.facts;
  const shown = prerequisites.status === 'loaded' ? prerequisites : opening;
  const gate = shown.status === 'loaded' ? shown.value : { ok: true, rules: [] };
  const { mode } = state.answers;
  return { report: { run: null, mode, state: how, exit: 2, gate, mailboxes: [] }, failure: null };
}

function sentence(issue: Issue): Result<never> {
  return fail(issue.code, text(`issue.${issue.code}`, issue.values));
}

export function headlessWizard(host: WizardHost): HeadlessWizard {
  let state = newWizard('default');
  let working: Promise<void> = Promise.resolve();

  const settle = async (event: WizardEvent): Promise<void> => {
    const [after, effects] = step(state, event);
    state = after;
    for (const effect of effects) {
      const answer = await host.perform(effect);
      if (answer !== null) await settle(answer);
    }
  };
  /** Events wait for one another: an effect's answer belongs to the state that asked. */
  const send = (event: WizardEvent): Promise<void> => {
    working = working.then(() => settle(event));
    return working;
  };

  const goOn = async (order: WizardOrder): Promise<Result<WizardEnd> | null> => {
    const page = state.page;
    if (page === 'account-migration' && order.everybody) {
      await send({ type: 'choose-accounts', aliases: 'all', chosen: true });
    }
    // What a page asks for when it is left is asked by Next itself.
    const unasked = state.facts[PAGES[page].asks ?? 'lab'].status === 'idle';
    const [first] = issuesOn(page, state).filter((issue) => issue.code !== 'still-loading' || !unasked);
    if (first?.code === 'gate-refused') {
      if (!order.ignoreGate) return ok(notRun(state, 'refused'));
      await send({ type: 'start-anyway' });
      return null;
    }
    if (first !== undefined) return sentence(first);
    await send({ type: 'next' });
    return null;
  };

  const walkPages = async (order: WizardOrder): Promise<Result<WizardEnd> | null> => {
    while (state.page !== 'progress') {
      if (state.closed) return ok(notRun(state, 'cancelled'));
      const ended = await goOn(order);
      if (ended !== null) return ended;
    }
    return null;
  };

  return {
    walk: async (order) => {
      state = newWizard(order.mode, order.answers);
      await send({ type: 'opened' });
      if (order.resume) await send({ type: 'continue-interrupted' });
      if (order.resume && state.job.kind === 'none') {
        return fail('nothing-interrupted', text('failure.nothing-interrupted', { file: order.file }));
      }
      const stopped = await walkPages(order);
      if (stopped !== null) return stopped;
      if (state.job.kind === 'failed') return { ok: false, failure: state.job.failure };
      // Nobody goes back from here, and there may be 50,000 of each.
      state = { ...state, facts: forget(state.facts, ['accounts', 'matches']) };
      const ended = await host.ended();
      if (ended === null) return ok(notRun(state, 'cancelled'));
      const { report } = ended;
      await send({ type: 'run-ended', run: report.run ?? 0, report });
      await send({ type: 'next' });
      await send({ type: 'finish' });
      return ok(ended);
    },
    cancel: () => {
      void send({ type: 'cancel', sure: true });
    },
  };
}
