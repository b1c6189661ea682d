import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CommandInput, Preferences } from '../../shared/ipc/app-commands.ts';
import { ask, on } from '../bridge.ts';

interface PreferencesState {
  /** Null until the app has answered for the first time. */
  readonly preferences: Preferences | null;
}

export const preferencesStore = createStore<PreferencesState>(() => ({ preferences: null }));

export function usePreferences(): Preferences | null {
  return useStore(preferencesStore, (state) => state.preferences);
}

/** Keeps the store up to date; the answer ends that. */
export function listenToPreferences(): () => void {
  const stop = preferencesStore.subscribe(({ preferences }) => {
    document.documentElement.dataset.underlines = preferences?.accessKeys === true ? 'always' : 'on-alt';
  });
  void ask('app:preferences', {}).then((answer) => {
    if (answer.ok) preferencesStore.setState({ preferences: answer.value });
  });
  const end = on('preferences', (preferences) => preferencesStore.setState({ preferences }));
  return () => {
    end();
    stop();
  };
}

export async function setPreferences(changes: CommandInput<'app:set-preferences'>): Promise<void> {
  const answer = await ask('app:set-preferences', changes);
  if (answer.ok) preferencesStore.setState({ preferences: answer.value });
}
