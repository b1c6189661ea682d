import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Failure } from '../../shared/result.ts';

/** The views of a lab, and the two that belong to none. */
export const LAB_VIEWS = [
  'overview',
  'source',
  'target',
  'server',
  'connector',
  'migration-files',
  'workstations',
  'runs',
  'events',
  'library',
] as const;
export type LabView = (typeof LAB_VIEWS)[number];

export interface Place {
  readonly view: LabView | 'start' | 'compare' | 'browse';
  /** The lab at hand; null only while none is open. */
  readonly lab: string | null;
  /** What one looks at: in view 'browse' see browse-place.ts, in 'workstations' the user, in 'runs' the tab, in 'library' the article. */
  readonly at?: string;
}

export type ConsoleDialog =
  | { readonly kind: 'new-lab' | 'about' }
  | { readonly kind: 'run' | 'undo'; readonly lab: string }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'note'; readonly caption: string; readonly lines: readonly string[] };

interface ConsoleState {
  readonly place: Place;
  readonly dialog: ConsoleDialog | null;
  /** What was done last, for the status bar. */
  readonly said: string;
}

export const consoleStore = createStore<ConsoleState>(() => ({
  place: { view: 'start', lab: null },
  dialog: null,
  said: '',
}));

export function useConsole<T>(select: (state: ConsoleState) => T): T {
  return useStore(consoleStore, select);
}

export function goTo(place: Place): void {
  consoleStore.setState({ place });
}

export function say(said: string): void {
  consoleStore.setState({ said });
}

export function showDialog(dialog: ConsoleDialog | null): void {
  consoleStore.setState({ dialog });
}

export function showFailure(failure: Failure): void {
  showDialog({ kind: 'failure', failure });
}
