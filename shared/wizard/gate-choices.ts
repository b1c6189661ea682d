import { curesFor } from './cures.ts';
import type { FixFact, GateFact } from './facts.ts';
import { forget, withAnswers } from './loading.ts';
import type { Effect, WizardEvent, WizardState } from './model.ts';
import { labOf } from './view.ts';

/** The gate that the page shows: the server's as the wizard opens, the whole one on Prerequisites. */
export function gateShown(state: WizardState): GateFact | null {
  const fact = state.page === 'prerequisites' ? state.facts.prerequisites : state.facts.opening;
  return fact.status === 'loaded' ? fact.value : null;
}

/** What "install the fixes" would install now. */
export function offeredFixes(state: WizardState): readonly FixFact[] {
  const gate = gateShown(state);
  const lab = labOf(state.facts);
  return gate === null || lab === null ? [] : curesFor(gate, lab);
}

const JUDGED_AGAIN = ['lab', 'opening', 'prerequisites', 'predictions'] as const;

function install(state: WizardState, fixes: readonly FixFact[]): [WizardState, Effect[]] {
  const [first, ...left] = fixes;
  if (first === undefined) {
    return [{ ...state, cure: { kind: 'none' }, facts: forget(state.facts, JUDGED_AGAIN) }, []];
  }
  const token = state.nextToken;
  return [
    { ...state, nextToken: token + 1, cure: { kind: 'installing', token, left } },
    [{ type: 'install-fix', token, id: first.id }],
  ];
}

export type GateEvent = Extract<
  WizardEvent,
  { type: 'install-fixes' | 'fix-installed' | 'fix-failed' | 'use-default-mode' | 'start-anyway' }
>;

/** The three ways out of a refusal. Only before a run, and one installation at a time. */
export function onGate(state: WizardState, event: GateEvent): [WizardState, Effect[]] {
  if (state.job.kind !== 'none') return [state, []];
  const { cure } = state;
  switch (event.type) {
    case 'install-fixes': {
      const fixes = offeredFixes(state);
      return cure.kind === 'installing' || fixes.length === 0 ? [state, []] : install(state, fixes);
    }
    case 'fix-installed':
      return cure.kind === 'installing' && cure.token === event.token
        ? install(state, cure.left)
        : [state, []];
    case 'fix-failed': {
      if (cure.kind !== 'installing' || cure.token !== event.token) return [state, []];
      const facts = forget(state.facts, JUDGED_AGAIN);
      return [{ ...state, facts, cure: { kind: 'failed', failure: event.failure } }, []];
    }
    case 'use-default-mode': {
      if (cure.kind === 'installing') return [state, []];
      const answers = { ...state.answers, mode: 'default', startAnyway: false } as const;
      return [{ ...withAnswers(state, answers), showIssues: false, cure: { kind: 'none' } }, []];
    }
    case 'start-anyway': {
      const refused = gateShown(state)?.ok === false;
      if (!refused || cure.kind === 'installing') return [state, []];
      const answers = { ...state.answers, startAnyway: true };
      return [{ ...withAnswers(state, answers), showIssues: false, cure: { kind: 'none' } }, []];
    }
  }
}
