import type { Effect, JobState, WizardEvent, WizardState } from './model.ts';
import { NO_ROWS, waitingRows, withRows } from './row-table.ts';

export type RunEvent = Extract<
  WizardEvent,
  {
    type:
      | 'continue-interrupted'
      | 'run-started'
      | 'run-not-started'
      | 'run-news'
      | 'run-ended'
      | 'run-lost'
      | 'pause'
      | 'resume'
      | 'step'
      | 'attached';
  }
>;

type Running = Extract<JobState, { kind: 'running' }>;
type Answer = [WizardState, Effect[]];

function resumeInterrupted(state: WizardState): Answer {
  const lab = state.facts.lab;
  const run = lab.status === 'loaded' ? lab.value.interrupted : null;
  if (run === null || state.job.kind !== 'none' || state.cure.kind === 'installing') return [state, []];
  const token = state.nextToken;
  return [
    {
      ...state,
      page: 'progress',
      trail: [...state.trail, state.page],
      showIssues: false,
      nextToken: token + 1,
      job: { kind: 'starting', token, plan: null, cancelling: false },
    },
    [{ type: 'resume-run', token, run }],
  ];
}

function onStarting(state: WizardState, event: RunEvent): Answer {
  const { job } = state;
  if (job.kind !== 'starting') return [state, []];
  if (event.type === 'run-not-started' && event.token === job.token) {
    return [{ ...state, asking: null, job: { kind: 'failed', failure: event.failure, rows: NO_ROWS } }, []];
  }
  if (event.type !== 'run-started' || event.token !== job.token) return [state, []];
  const { run } = event;
  const { cancelling, plan } = job;
  const { accounts } = state.facts;
  const known = accounts.status === 'loaded' ? accounts.value : [];
  const rows = plan === null ? NO_ROWS : waitingRows(plan, known);
  return [
    { ...state, job: { kind: 'running', run, paused: false, cancelling, news: null, rows } },
    cancelling ? [{ type: 'cancel-run', run }] : [],
  ];
}

function onRunning(state: WizardState, job: Running, event: RunEvent): Answer {
  switch (event.type) {
    case 'run-news': {
      if (event.news.run !== job.run) return [state, []];
      const rows = withRows(job.rows, event.news.mailboxes);
      const paused = !job.cancelling && (event.paused ?? job.paused);
      return [{ ...state, job: { ...job, paused, news: event.news, rows } }, []];
    }
    case 'run-ended':
      if (event.run !== job.run) return [state, []];
      return [{ ...state, asking: null, job: { kind: 'ended', report: event.report, rows: job.rows } }, []];
    case 'run-lost':
      if (event.run !== job.run) return [state, []];
      return [
        { ...state, asking: null, job: { kind: 'failed', failure: event.failure, rows: job.rows } },
        [],
      ];
    case 'pause':
      if (job.paused || job.cancelling) return [state, []];
      return [{ ...state, job: { ...job, paused: true } }, [{ type: 'pause-run', run: job.run }]];
    case 'resume':
      if (!job.paused) return [state, []];
      return [{ ...state, job: { ...job, paused: false } }, [{ type: 'continue-run', run: job.run }]];
    case 'step':
      if (job.cancelling) return [state, []];
      return [{ ...state, job: { ...job, paused: true } }, [{ type: 'step-run', run: job.run }]];
    default:
      return [state, []];
  }
}

function attach(state: WizardState, event: Extract<RunEvent, { type: 'attached' }>): Answer {
  if (state.job.kind !== 'none') return [state, []];
  const { run, news } = event;
  const rows = withRows(NO_ROWS, news?.mailboxes ?? []);
  return [
    {
      ...state,
      page: 'progress',
      trail: [],
      showIssues: false,
      answers: { ...state.answers, mode: event.mode },
      job: { kind: 'running', run, paused: false, cancelling: false, news, rows },
    },
    [],
  ];
}

/** Everything about the run. What comes too late, or is about another run, changes nothing. */
export function onRun(state: WizardState, event: RunEvent): Answer {
  if (event.type === 'continue-interrupted') return resumeInterrupted(state);
  if (event.type === 'attached') return attach(state, event);
  if (state.job.kind === 'starting') return onStarting(state, event);
  return state.job.kind === 'running' ? onRunning(state, state.job, event) : [state, []];
}

/** Cancel: asks while a run lives (unless sure), closes the wizard otherwise. Cancelling takes effect between batches. */
export function onCancel(state: WizardState, sure: boolean): Answer {
  const { job } = state;
  const lives = job.kind === 'starting' || job.kind === 'running';
  if (!lives) return [{ ...state, closed: true }, [{ type: 'close' }]];
  if (job.cancelling) return [{ ...state, asking: null }, []];
  if (!sure) return [{ ...state, asking: 'cancel' }, []];
  if (job.kind === 'starting') return [{ ...state, asking: null, job: { ...job, cancelling: true } }, []];
  return [
    { ...state, asking: null, job: { ...job, cancelling: true, paused: false } },
    [{ type: 'cancel-run', run: job.run }],
  ];
}
