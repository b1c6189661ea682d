import { createContext, useContext, useRef } from 'react';
import { useStore } from 'zustand';
import type { FactName, FactTypes, Loadable } from '../../shared/wizard/facts.ts';
import type { Issue, WizardEvent, WizardState } from '../../shared/wizard/model.ts';
import { issuesOn } from '../../shared/wizard/pages.ts';
import type { WizardStore, WizardStoreState } from './wizard-store.ts';

export const WizardStoreContext = createContext<WizardStore | null>(null);

export function useWizardStore(): WizardStore {
  const store = useContext(WizardStoreContext);
  if (store === null) throw new Error('a wizard page stands outside the wizard');
  return store;
}

export function useWindow<T>(select: (state: WizardStoreState) => T): T {
  return useStore(useWizardStore(), select);
}

export function useWizard<T>(select: (state: WizardState) => T): T {
  return useStore(useWizardStore(), (state) => select(state.wizard));
}

export function useSend(): (event: WizardEvent) => void {
  return useWizardStore().send;
}

/** A fact, and its last value while it is asked anew, so that a list does not vanish for a moment. */
export function useFact<Name extends FactName>(
  name: Name,
): {
  readonly status: Loadable<unknown>['status'];
  readonly value: FactTypes[Name] | null;
  readonly message: string;
} {
  const fact: Loadable<FactTypes[Name]> = useWizard((state) => state.facts[name]);
  const last = useRef<FactTypes[Name] | null>(null);
  if (fact.status === 'loaded') last.current = fact.value;
  return {
    status: fact.status,
    value: fact.status === 'loaded' ? fact.value : last.current,
    message: fact.status === 'failed' ? fact.message : '',
  };
}

const NONE: readonly Issue[] = [];

/** What keeps one from leaving the page, once the user has tried to. */
export function useIssues(): readonly Issue[] {
  const wizard = useWizard((state) => state);
  return wizard.showIssues ? issuesOn(wizard.page, wizard) : NONE;
}
