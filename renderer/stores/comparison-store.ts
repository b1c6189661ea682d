import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TwinNews, TwinReport } from '../../shared/ipc/comparison-commands.ts';
import type { News } from '../../shared/ipc/app-commands.ts';
import type { Failure } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { ask, on } from '../bridge.ts';
import { say } from './console-store.ts';
import { learnLab } from './labs-store.ts';

export const COMPARISON_TABS = ['fates', 'trees', 'bytes', 'losses'] as const;
export type ComparisonTab = (typeof COMPARISON_TABS)[number];

/** A twin run that goes on, or how it was cut short. */
export interface Twin {
  readonly lab: string;
  readonly clients: boolean;
  readonly state: 'going' | 'stopping' | 'stopped' | 'failed';
  readonly news: TwinNews | null;
  readonly failure: Failure | null;
}

interface ComparisonState {
  /** The labs that were chosen; null: the view chooses. */
  readonly a: string | null;
  readonly b: string | null;
  /** The link speed as it was typed; null: as the left lab is set. */
  readonly link: string | null;
  readonly twin: Twin | null;
  /** How the last twin run ended, with what it has to say. */
  readonly report: TwinReport | null;
}

export const comparisonStore = createStore<ComparisonState>(() => ({
  a: null,
  b: null,
  link: null,
  twin: null,
  report: null,
}));

export function useComparison<T>(select: (state: ComparisonState) => T): T {
  return useStore(comparisonStore, select);
}

export function chooseLab(side: 'a' | 'b', lab: string): void {
  comparisonStore.setState({ [side]: lab });
}

export function setLink(link: string): void {
  comparisonStore.setState({ link });
}

function change(lab: string, next: Partial<Twin>): void {
  comparisonStore.setState(({ twin }) => (twin?.lab === lab ? { twin: { ...twin, ...next } } : {}));
}

/** Runs both modes on forks of a lab, and lays the forks side by side. Its news end up in the store. */
export async function startTwin(lab: string, clients: boolean): Promise<void> {
  comparisonStore.setState({ twin: { lab, clients, state: 'going', news: null, failure: null } });
  // How it ends is told as news, to whichever window is there then.
  const answer = await ask('twin:start', { lab, clients });
  if (!answer.ok && answer.failure.code !== 'twin-going') ended({ lab, done: null, failure: answer.failure });
}

function ended({ lab, done, failure }: News<'twin-ended'>): void {
  if (done !== null) {
    const { default: merged, clone, report } = done;
    learnLab(merged);
    learnLab(clone);
    comparisonStore.setState({ twin: null, a: merged.lab, b: clone.lab, report });
    say(text('comparison.twin.done'));
  } else if (failure !== null) {
    const stopped = failure.code === 'twin-cancelled';
    change(lab, { state: stopped ? 'stopped' : 'failed', failure });
  }
}

/** Follows twin runs, also one that began before this window was loaded; the answer ends that. */
export function listenToTwins(): () => void {
  const ends = [on('twin', ({ lab, news }) => change(lab, { news })), on('twin-ended', ended)];
  void ask('twin:attach', {}).then((answer) => {
    const going = answer.ok ? answer.value.twins[0] : undefined;
    if (going === undefined || comparisonStore.getState().twin !== null) return;
    comparisonStore.setState({ twin: { ...going, state: 'going', failure: null } });
  });
  return () => {
    for (const end of ends) end();
  };
}

/** Asks a twin run to stop at the next piece of work. */
export async function stopTwin(lab: string): Promise<void> {
  change(lab, { state: 'stopping' });
  await ask('twin:cancel', { lab });
}

/** Takes the notice of a twin run that stopped or failed away. */
export function forgetTwin(): void {
  comparisonStore.setState({ twin: null });
}
