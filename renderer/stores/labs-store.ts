import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Labs, News, OpenLab } from '../../shared/ipc/app-commands.ts';
import { ask, on } from '../bridge.ts';

/** What the app tells about labs, for every view of the main window. */
export interface LabsState {
  /** Null until the app has answered for the first time. */
  readonly labs: Labs | null;
  /** Counts the changes of each lab, so that views know when to ask anew. */
  readonly revisions: Readonly<Record<string, number>>;
  /** The last news of each lab's run. */
  readonly runs: Readonly<Record<string, News<'run'>>>;
  /** How each lab's last run of this session ended, until the next one begins. */
  readonly ended: Readonly<Record<string, News<'run-ended'>>>;
  /** Why the engine was last started again, or null. */
  readonly engineProblem: string | null;
}

export const labsStore = createStore<LabsState>(() => ({
  labs: null,
  revisions: {},
  runs: {},
  ended: {},
  engineProblem: null,
}));

export function useLabs<T>(select: (state: LabsState) => T): T {
  return useStore(labsStore, select);
}

/** Takes in a lab that an answer says is open: the news of it come a moment later. */
export function learnLab(lab: OpenLab): void {
  labsStore.setState(({ labs }) => {
    if (labs === null || labs.open.some((open) => open.lab === lab.lab)) return {};
    return { labs: { ...labs, open: [...labs.open, lab] } };
  });
}

/** Keeps the store up to date; the answer ends that. */
export function listenToLabs(): () => void {
  const changed = (lab: string): void =>
    labsStore.setState(({ revisions }) => ({
      revisions: { ...revisions, [lab]: (revisions[lab] ?? 0) + 1 },
    }));
  const ends = [
    on('labs', (labs) => labsStore.setState({ labs })),
    on('lab-changed', ({ lab }) => changed(lab)),
    on('run', (told) =>
      labsStore.setState(({ runs, ended }) => ({
        runs: { ...runs, [told.lab]: told },
        ended: without(ended, told.lab),
      })),
    ),
    on('run-ended', (told) => {
      labsStore.setState(({ runs, ended }) => ({
        runs: without(runs, told.lab),
        ended: { ...ended, [told.lab]: told },
      }));
      changed(told.lab);
    }),
    on('engine-restarted', ({ reason }) => labsStore.setState({ engineProblem: reason, runs: {} })),
  ];
  void ask('labs:list', {}).then((answer) => {
    if (answer.ok) labsStore.setState({ labs: answer.value });
  });
  return () => {
    for (const end of ends) end();
  };
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = all;
  return rest;
}
