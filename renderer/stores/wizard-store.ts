import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WizardContext, WizardMoved } from '../../shared/ipc/app-commands.ts';
import { WIZARD_PRESSES } from '../../shared/ipc/presenting.ts';
import { newWizard, step } from '../../shared/wizard/machine.ts';
import type { Effect, PageId, WizardEvent, WizardState } from '../../shared/wizard/model.ts';
import type { EffectHost, Pace } from './wizard-effects.ts';

/** The machine's state and what the window alone knows. */
export interface WizardStoreState {
  readonly context: WizardContext;
  readonly wizard: WizardState;
  readonly pace: Pace;
  readonly helpFor: PageId | null;
  /** Of the post office, as it was typed. It goes with the question that opens it, and nowhere else. */
  readonly password: string;
  /** Milliseconds of the window's own clock: when the run began and ended, for the timer. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

export interface WizardStore extends StoreApi<WizardStoreState> {
  readonly send: (event: WizardEvent) => void;
}

interface Surroundings {
  readonly perform: (effect: Effect, host: EffectHost) => Promise<void>;
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  /** Told what was pressed and which page came, for those who follow this window. */
  readonly moved?: (page: PageId, pressed: Press) => void;
}

/** Wraps the machine for a window: every event goes through `step`, every effect to `perform`. */
export function createWizardStore(
  context: WizardContext,
  { perform, now, moved }: Surroundings,
): WizardStore {
  const store = createStore<WizardStoreState>(() => ({
    context,
    wizard: newWizard(context.mode),
    pace: 'full',
    helpFor: null,
    password: '',
    startedAt: null,
    endedAt: null,
  }));
  const host: EffectHost = {
    lab: context.lab,
    pace: () => store.getState().pace,
    password: () => store.getState().password,
    send: (event) => send(event),
    showHelp: (page) => store.setState({ helpFor: page }),
  };
  const send = (event: WizardEvent): void => {
    const before = store.getState();
    const [wizard, effects] = step(before.wizard, event);
    if (isPress(event.type)) moved?.(before.wizard.page, event.type);
    if (wizard.page !== before.wizard.page || event.type === 'opened') moved?.(wizard.page, 'page');
    if (wizard !== before.wizard) store.setState({ wizard, ...timing(before, wizard, now) });
    for (const effect of effects) void perform(effect, host);
  };
  return { ...store, send };
}

type Press = WizardMoved['pressed'];

function isPress(type: string): type is Press {
  return type !== 'page' && WIZARD_PRESSES.some((press) => press === type);
}

function timing(
  before: WizardStoreState,
  wizard: WizardState,
  now: () => number,
): Partial<Pick<WizardStoreState, 'startedAt' | 'endedAt'>> {
  const lives = wizard.job.kind === 'starting' || wizard.job.kind === 'running';
  if (lives && before.startedAt === null) return { startedAt: now() };
  const over = wizard.job.kind === 'ended' || wizard.job.kind === 'failed';
  return over && before.endedAt === null ? { endedAt: now() } : {};
}
