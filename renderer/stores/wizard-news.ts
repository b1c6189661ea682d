import type { RunNews } from '../../shared/ipc/shapes.ts';
import { ask, on } from '../bridge.ts';
import type { WizardStore } from './wizard-store.ts';

/**
 * Leads the app's news to the machine, and finds a run again that was going on before the window was loaded. The answer
 * ends the listening.
 */
export function listenToNews(store: WizardStore): () => void {
  const { lab, mode } = store.getState().context;
  // A run's first news can overtake the answer that it has started.
  let early: RunNews[] = [];
  const isStarting = (): boolean => store.getState().wizard.job.kind === 'starting';
  const ends = [
    on('run', (told) => {
      if (told.lab !== lab) return;
      if (isStarting()) early.push(told.news);
      else store.send({ type: 'run-news', news: told.news, paused: told.paused });
    }),
    on('run-ended', (told) => {
      const { run } = told.report;
      if (told.lab !== lab || run === null) return;
      if (told.failure !== undefined) {
        const { code, message } = told.failure;
        store.send({ type: 'run-lost', run, failure: { code, message } });
      } else store.send({ type: 'run-ended', run, report: told.report });
    }),
    on('lab-changed', (told) => {
      const { job, cure } = store.getState().wizard;
      if (told.lab === lab && job.kind === 'none' && cure.kind === 'none') store.send({ type: 'reload' });
    }),
    on('engine-restarted', ({ reason }) => {
      const { job } = store.getState().wizard;
      if (job.kind !== 'running') return;
      store.send({ type: 'run-lost', run: job.run, failure: { code: 'engine-lost', message: reason } });
    }),
    store.subscribe((now, before) => {
      if (before.wizard.job.kind !== 'starting' || now.wizard.job.kind !== 'running') return;
      const told = early;
      early = [];
      for (const news of told) store.send({ type: 'run-news', news });
      void catchUp(store, now.wizard.job.run);
    }),
  ];
  void ask('run:attach', { lab }).then((answer) => {
    if (!answer.ok || !answer.value.running || answer.value.news === null) return;
    const { news } = answer.value;
    store.send({ type: 'attached', run: news.run, mode: news.mailboxes[0]?.requestedMode ?? mode, news });
  });
  return () => {
    for (const end of ends) end();
  };
}

/** A very short run can be over before the answer that it has started. */
async function catchUp(store: WizardStore, run: number): Promise<void> {
  const answer = await ask('run:attach', { lab: store.getState().context.lab });
  if (!answer.ok) return;
  const { report } = answer.value;
  if (report !== null && report.run === run) store.send({ type: 'run-ended', run, report });
}
