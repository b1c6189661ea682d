import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Command, CommandInput, CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { Result } from '../../shared/result.ts';
import { NOTHING_SEEN, type TourSeen } from '../../shared/tour/facts.ts';
import { on, overhear } from '../bridge.ts';

/** What became of a step in this session. */
export type TourMark = 'done' | 'skipped';

interface TourState {
  readonly seen: TourSeen;
  /** By the id of the step. A step that was done once stays so, also when the lab goes back to before it. */
  readonly marks: Readonly<Record<string, TourMark>>;
  /** The panel is to take the focus as soon as it stands. */
  readonly wantsFocus: boolean;
}

export const tourStore = createStore<TourState>(() => ({
  seen: NOTHING_SEEN,
  marks: {},
  wantsFocus: false,
}));

export function useTour<T>(select: (state: TourState) => T): T {
  return useStore(tourStore, select);
}

/** `skipped` never takes the place of `done`. */
export function markStep(id: string, mark: TourMark): void {
  tourStore.setState(({ marks }) =>
    marks[id] === 'done' || marks[id] === mark ? {} : { marks: { ...marks, [id]: mark } },
  );
}

/** Begins anew: nothing seen, no step taken. */
export function forgetTour(): void {
  tourStore.setState({ seen: NOTHING_SEEN, marks: {} });
}

export function wantTourFocus(wantsFocus: boolean): void {
  tourStore.setState({ wantsFocus });
}

/** What a command of this window adds to what was seen; null: nothing. */
export function seenIn(
  seen: TourSeen,
  name: Command,
  given: unknown,
  answer: Result<unknown>,
): Partial<TourSeen> | null {
  // The contract ties each name to its input and answer; only the generic cannot see it here.
  switch (name) {
    case 'lab:outlook': {
      const { user } = given as CommandInput<'lab:outlook'>;
      return answer.ok ? { outlook: [...new Set([...seen.outlook, user])] } : null;
    }
    case 'lab:fix': {
      const { install } = given as CommandInput<'lab:fix'>;
      return answer.ok ? null : { refusedFixes: [...new Set([...seen.refusedFixes, install])] };
    }
    case 'lab:fate': {
      if (!answer.ok) return null;
      const { run } = answer.value as CommandOutput<'lab:fate'>;
      return seen.fatesOf.includes(run) ? null : { fatesOf: [...seen.fatesOf, run] };
    }
    case 'comparison:open': {
      if (!answer.ok) return null;
      const { a, b } = answer.value as CommandOutput<'comparison:open'>;
      return a.mode === b.mode ? null : { bothModes: true };
    }
    default:
      return null;
  }
}

/** Watches what this window does to labs, and the wizard's windows; the answer ends that. */
export function followTour(): () => void {
  const see = (what: Partial<TourSeen> | null): void => {
    if (what !== null) tourStore.setState(({ seen }) => ({ seen: { ...seen, ...what } }));
  };
  const ends = [
    on('wizard-moved', ({ mode }) => {
      if (mode === 'clone') see({ cloneWizard: true });
    }),
    overhear((name, input, answer) => see(seenIn(tourStore.getState().seen, name, input, answer))),
  ];
  return () => {
    for (const end of ends) end();
  };
}
