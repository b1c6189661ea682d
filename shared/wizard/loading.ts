import { serverAsked } from './answers.ts';
import type { FactName, Facts } from './facts.ts';
import type { AnswerField, Answers, Effect, WizardState } from './model.ts';
import { needsOn } from './pages.ts';
import { planFrom, sourceOf } from './plan.ts';
import { labOf } from './view.ts';

const ofPlan: readonly AnswerField[] = [
  'type',
  'targetServer',
  'targetStore',
  'sourceServer',
  'createAccounts',
  'accounts',
  'container',
  'restrictToSid',
  'postOfficePath',
  'postOfficeName',
  'method',
  'filesPath',
  'packingList',
  'infoMailboxes',
  'infoMail',
  'infoBulletinBoards',
  'template',
  'ntAccounts',
  'folderOwner',
  'folderAccess',
];
const ofData: readonly AnswerField[] = [
  ...ofPlan,
  'mode',
  'dateRangeOn',
  'dateFrom',
  'dateTo',
  'subjectPrefixes',
  'accountChoices',
  'targetAddressDomain',
];

/** Which answers a fact was asked with: when one of them changes, what was loaded is out of date. */
const ASKED_WITH: Readonly<Record<FactName, readonly AnswerField[]>> = {
  lab: [],
  opening: ['mode', 'type'],
  'post-office': ['type', 'postOfficePath', 'postOfficeName', 'postOfficePasswordGiven'],
  'files-set': ['type', 'packingList'],
  accounts: ['type', 'sourceServer', 'postOfficeName'],
  matches: ofPlan,
  prerequisites: ofData,
  predictions: [...ofData, 'startAnyway'],
};

export const NO_FACTS: Facts = {
  lab: { status: 'idle' },
  opening: { status: 'idle' },
  'post-office': { status: 'idle' },
  'files-set': { status: 'idle' },
  accounts: { status: 'idle' },
  matches: { status: 'idle' },
  prerequisites: { status: 'idle' },
  predictions: { status: 'idle' },
};

/** The names of all facts. */
export const FACTS = Object.keys(NO_FACTS) as readonly FactName[];

/** Forgets facts, so that they are asked again where a page needs them. */
export function forget(facts: Facts, names: readonly FactName[]): Facts {
  const idle = Object.fromEntries(names.map((name) => [name, { status: 'idle' }] as const));
  return { ...facts, ...idle };
}

/** The state with other answers; facts that were asked with what has changed are forgotten. */
export function withAnswers(state: WizardState, answers: Answers): WizardState {
  const stale = FACTS.filter((name) =>
    ASKED_WITH[name].some((field) => !same(answers[field], state.answers[field])),
  );
  return { ...state, answers, facts: stale.length === 0 ? state.facts : forget(state.facts, stale) };
}

function same(a: Answers[AnswerField], b: Answers[AnswerField]): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function question(state: WizardState, fact: FactName, token: number): Effect | null {
  const { answers } = state;
  switch (fact) {
    case 'lab':
      return { type: 'load', fact, token };
    case 'opening':
      return { type: 'load', fact, token, mode: answers.mode, source: sourceOf(answers) };
    case 'accounts':
      return answers.type === 'CCMAIL'
        ? { type: 'load', fact, token, server: null, postOffice: answers.postOfficeName }
        : { type: 'load', fact, token, server: serverAsked(answers), postOffice: null };
    case 'post-office': {
      const { postOfficePath: directory, postOfficeName: name } = answers;
      return { type: 'load', fact, token, directory, name };
    }
    case 'files-set':
      return { type: 'load', fact, token, packingList: answers.packingList };
    case 'matches':
    case 'prerequisites':
    case 'predictions': {
      if (answers.accounts.length === 0 && answers.type !== 'FILE') return null;
      const plan = planFrom(answers, labOf(state.facts));
      if (fact === 'matches') return plan.source === 'EXCHANGE' ? { type: 'load', fact, token, plan } : null;
      if (fact === 'prerequisites') return { type: 'load', fact, token, plan };
      return { type: 'load', fact, token, plan, ignoreGate: answers.startAnyway };
    }
  }
}

/** Asks for a fact anew; null where the answers are not enough to ask. */
export function askFor(state: WizardState, fact: FactName): [WizardState, Effect] | null {
  const token = state.nextToken;
  const effect = question(state, fact, token);
  if (effect === null) return null;
  const facts = { ...state.facts, [fact]: { status: 'loading', token } };
  return [{ ...state, nextToken: token + 1, facts }, effect];
}

/** Asks for what the page needs and nobody has asked for yet. */
export function askForNeeds(state: WizardState, effects: readonly Effect[]): [WizardState, Effect[]] {
  let next = state;
  const asked = [...effects];
  for (const fact of needsOn(state.page, state.answers)) {
    if (next.facts[fact].status !== 'idle') continue;
    const asking = askFor(next, fact);
    if (asking === null) continue;
    next = asking[0];
    asked.push(asking[1]);
  }
  return [next, asked];
}
