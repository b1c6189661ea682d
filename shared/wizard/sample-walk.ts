import type { FactTypes } from './facts.ts';
import { step } from './machine.ts';
import type { Effect, FactAnswer, WizardEvent, WizardState } from './model.ts';
import { sampleFacts } from './sample-facts.ts';

/* Walking the machine without a window, for tests. */

/** A host that answers every load at once, as the window's engine would, and keeps the other effects. */
export function walkThrough(
  start: WizardState,
  events: readonly WizardEvent[],
  facts: FactTypes = sampleFacts(),
): { state: WizardState; effects: Effect[] } {
  let state = start;
  const effects: Effect[] = [];
  const queue = [...events];
  for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
    const [after, asked] = step(state, event);
    state = after;
    for (const effect of asked) {
      effects.push(effect);
      if (effect.type === 'load') queue.unshift(answer(effect.fact, effect.token, facts));
    }
  }
  return { state, effects };
}

function answer<Name extends keyof FactTypes>(fact: Name, token: number, facts: FactTypes): WizardEvent {
  return { type: 'loaded', fact, token, value: facts[fact] } as FactAnswer;
}

export const NEXT: WizardEvent = { type: 'next' };
export const BACK: WizardEvent = { type: 'back' };
export const OPENED: WizardEvent = { type: 'opened' };
export const EVERYBODY: WizardEvent = { type: 'choose-accounts', aliases: 'all', chosen: true };
export const TO_ACCOUNTS = [OPENED, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT] as const;
export const TO_PREREQUISITES = [...TO_ACCOUNTS, EVERYBODY, NEXT, NEXT, NEXT] as const;
