import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TwinNews, TwinReport } from '../../shared/ipc/comparison-commands.ts';
import type { Failure } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { ask, on } from '../bridge.ts';
import { say } from './console-store.ts';

export const COMPARISON_TABS = ['fates', 'trees', 'bytes', 'losses'] as const;
export type ComparisonTab = (typeof COMPARISON_TABS)[number];

/** A twin run that was started in this window. */
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
  const stopListening = on('twin', (told) => {
    if (told.lab === lab) change(lab, { news: told.news });
  });
  const done = await ask('twin:start', { lab, clients });
  stopListening();
  if (done.ok) {
    const { default: merged, clone, report } = done.value;
    comparisonStore.setState({ twin: null, a: merged.lab, b: clone.lab, report });
    say(text('comparison.twin.done'));
  } else {
    const stopped = done.failure.code === 'twin-cancelled';
    change(lab, { state: stopped ? 'stopped' : 'failed', failure: done.failure });
  }
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
