import { describe, expect, test } from 'vitest';
import { canGoNext, canPressNext, newWizard, step } from './machine.ts';
import type { WizardState } from './model.ts';
import { GATE_SHUT, sampleFacts } from './sample-facts.ts';
import { BACK, EVERYBODY, NEXT, OPENED, TO_ACCOUNTS, TO_PREREQUISITES, walkThrough } from './sample-walk.ts';

/** Answers every load that a page waits for, as the lab does a moment later. */
function arrive(state: WizardState, facts = sampleFacts()): WizardState {
  let after = state;
  for (const name of ['lab', 'opening', 'accounts', 'matches', 'prerequisites', 'predictions'] as const) {
    const fact = after.facts[name];
    if (fact.status !== 'loading') continue;
    const answer = { type: 'loaded', fact: name, token: fact.token, value: facts[name] } as const;
    after = step(after, answer as Parameters<typeof step>[1])[0];
  }
  return after;
}

const reloading = (events: readonly Parameters<typeof step>[1][]): WizardState =>
  step(walkThrough(newWizard('default'), events).state, { type: 'reload' })[0];

describe('Next while a page is read again', () => {
  test('is not to be pressed before the page has been there once', () => {
    const [first] = step(newWizard('default'), OPENED);
    expect(canPressNext(first)).toBe(false);
    expect(canPressNext(arrive(first))).toBe(true);
  });

  test('is kept, and goes on as soon as the lab has answered', () => {
    const again = reloading([OPENED]);
    expect(canGoNext(again)).toBe(false);
    expect(canPressNext(again)).toBe(true);
    const [pressed] = step(again, NEXT);
    expect(pressed.page).toBe('welcome');
    expect(arrive(pressed)).toMatchObject({ page: 'migration-type', trail: ['welcome'], nextPending: false });
  });

  test('survives a second change of the lab', () => {
    const [pressed] = step(reloading([OPENED]), NEXT);
    const [again] = step(pressed, { type: 'reload' });
    expect(arrive(again).page).toBe('migration-type');
  });

  test('is judged by what the lab then answers', () => {
    const [pressed] = step(reloading([...TO_ACCOUNTS]), NEXT);
    expect(arrive(pressed)).toMatchObject({
      page: 'account-migration',
      showIssues: true,
      nextPending: false,
    });
    const clone = step(walkThrough(newWizard('clone'), [OPENED]).state, { type: 'reload' })[0];
    expect(arrive(step(clone, NEXT)[0], sampleFacts(GATE_SHUT)).page).toBe('welcome');
  });

  test('says what could not be read', () => {
    const [pressed] = step(reloading([OPENED]), NEXT);
    const { lab, opening } = pressed.facts;
    if (lab.status !== 'loading' || opening.status !== 'loading') throw new Error('nothing is asked');
    const failure = { code: 'lab-io', message: 'The disk is gone.' };
    const [failed] = step(pressed, { type: 'load-failed', fact: 'lab', token: lab.token, failure });
    const end = arrive(failed);
    expect(end).toMatchObject({ page: 'welcome', showIssues: true, nextPending: false });
  });

  test.each([BACK, { type: 'set', answers: {} } as const, EVERYBODY, { type: 'cancel' } as const])(
    'is forgotten when something else is done meanwhile',
    (event) => {
      const [pressed] = step(reloading([...TO_ACCOUNTS, EVERYBODY]), NEXT);
      expect(pressed.nextPending).toBe(true);
      expect(step(pressed, event)[0].nextPending).toBe(false);
    },
  );

  test('starts no run by what nobody has seen', () => {
    const again = reloading(TO_PREREQUISITES);
    expect(canPressNext(again)).toBe(false);
    const [pressed] = step(again, NEXT);
    expect(arrive(pressed).page).toBe('prerequisites');
  });
});
