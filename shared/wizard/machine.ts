import type { Mode } from '../lab/run-plan.ts';
import { changed, emptyAnswers, withDefaults } from './answers.ts';
import { onGate } from './gate-choices.ts';
import { askFor, askForNeeds, FACTS, forget, NO_FACTS, withAnswers } from './loading.ts';
import { allowedChoice } from './matches.ts';
import {
  type Answers,
  type Effect,
  type FactAnswer,
  PAGE_ORDER,
  type PageId,
  type Settable,
  type WizardEvent,
  type WizardState,
} from './model.ts';
import { issuesOn, needsOn, PAGES, pathFor } from './pages.ts';
import { planFrom } from './plan.ts';
import { onCancel, onRun } from './running.ts';
import { labOf } from './view.ts';

type Answer = [WizardState, Effect[]];

/** A wizard before it opens. `answers` may bring earlier ones along; the mode is the one it was started in. */
export function newWizard(mode: Mode, answers: Partial<Answers> = {}): WizardState {
  return {
    page: 'welcome',
    trail: [],
    answers: { ...emptyAnswers(mode), ...answers, mode },
    facts: NO_FACTS,
    showIssues: false,
    shown: false,
    nextPending: false,
    cure: { kind: 'none' },
    job: { kind: 'none' },
    asking: null,
    nextToken: 1,
    closed: false,
  };
}

/** Whether Back leads somewhere: along the user's own trail, and never out of a run. */
export function canGoBack(state: WizardState): boolean {
  return state.trail.length > 0 && PAGES[state.page].terminal !== true && state.cure.kind !== 'installing';
}

/** Whether Next can be pressed; that the page's issues are solved shows only then. */
export function canGoNext(state: WizardState): boolean {
  if (state.page === 'progress') return state.job.kind === 'ended' || state.job.kind === 'failed';
  if (state.page === 'completing' || state.cure.kind === 'installing') return false;
  const { asks } = PAGES[state.page];
  if (asks !== undefined && state.facts[asks].status === 'loading') return false;
  return needsOn(state.page, state.answers).every((name) => state.facts[name].status !== 'loading');
}

/**
 * Whether Next takes a press: also while a page that was there is read anew, and is kept until it is. A run starts by what
 * somebody has seen, so the page that commits waits.
 */
export function canPressNext(state: WizardState): boolean {
  return canGoNext(state) || isReadAnew(state);
}

function isReadAnew(state: WizardState): boolean {
  const { terminal, commits } = PAGES[state.page];
  return state.shown && terminal !== true && commits !== true && state.cure.kind !== 'installing';
}

/** The first page of the whole path, up to the one that commits, which has an issue. */
function firstBroken(state: WizardState): PageId | null {
  const path = pathFor(state.answers).filter((page) => PAGES[page].terminal !== true);
  return path.find((page) => issuesOn(page, state).length > 0) ?? null;
}

function moveTo(state: WizardState, page: PageId, trail: readonly PageId[]): WizardState {
  return { ...state, page, trail, showIssues: false, shown: false };
}

function commit(state: WizardState): Answer {
  const broken = firstBroken(state);
  if (broken !== null) {
    const path = pathFor(state.answers);
    return [{ ...moveTo(state, broken, path.slice(0, path.indexOf(broken))), showIssues: true }, []];
  }
  const token = state.nextToken;
  const plan = planFrom(state.answers, labOf(state.facts));
  return [
    {
      ...moveTo(state, 'progress', [...state.trail, state.page]),
      nextToken: token + 1,
      job: { kind: 'starting', token, plan, cancelling: false },
    },
    [{ type: 'start-run', token, plan, ignoreGate: state.answers.startAnyway }],
  ];
}

/** Asks what the page asks for on being left, unless that is known already or the entries themselves are wrong. */
function askBeforeLeaving(state: WizardState): Answer | null {
  const { asks } = PAGES[state.page];
  if (asks === undefined || state.facts[asks].status === 'loaded') return null;
  // A failure may be over: the same question is asked again, and what it said last is not held against the entries.
  const fresh = { ...state, facts: forget(state.facts, [asks]) };
  const wrong = issuesOn(state.page, fresh).filter((found) => found.code !== 'still-loading');
  const asking = wrong.length > 0 ? null : askFor(fresh, asks);
  return asking === null ? null : [{ ...asking[0], nextPending: true, showIssues: false }, [asking[1]]];
}

function next(state: WizardState): Answer {
  if (!canGoNext(state)) return [isReadAnew(state) ? { ...state, nextPending: true } : state, []];
  const asking = askBeforeLeaving(state);
  if (asking !== null) return asking;
  if (issuesOn(state.page, state).length > 0) return [{ ...state, showIssues: true }, []];
  if (PAGES[state.page].commits === true) return commit(state);
  // The page itself may have left the path meanwhile, so the next one is found by the order of all pages.
  const here = PAGE_ORDER.indexOf(state.page);
  const following = pathFor(state.answers).find((page) => PAGE_ORDER.indexOf(page) > here);
  return following === undefined ? [state, []] : [moveTo(state, following, [...state.trail, state.page]), []];
}

function back(state: WizardState): WizardState {
  const page = state.trail.at(-1);
  return page === undefined || !canGoBack(state) ? state : moveTo(state, page, state.trail.slice(0, -1));
}

/** The names of known accounts as the list writes them, in the list's order; unknown ones stay, to be told about. */
function inListOrder(state: WizardState, wanted: readonly string[]): readonly string[] {
  const fact = state.facts.accounts;
  if (fact.status !== 'loaded') return [...new Set(wanted)];
  const asked = new Set(wanted.map((alias) => alias.toLowerCase()));
  const known = fact.value.map((account) => account.alias);
  const lower = new Set(known.map((alias) => alias.toLowerCase()));
  return [
    ...known.filter((alias) => asked.has(alias.toLowerCase())),
    ...new Set(wanted.filter((alias) => !lower.has(alias.toLowerCase()))),
  ];
}

function chooseAccounts(
  state: WizardState,
  event: Extract<WizardEvent, { type: 'choose-accounts' }>,
): WizardState {
  const fact = state.facts.accounts;
  if (fact.status !== 'loaded') return state;
  const all = fact.value.map((account) => account.alias);
  const known = new Set(all);
  const meant = event.aliases === 'all' ? all : event.aliases;
  const dropped = new Set(meant);
  const accounts = event.chosen
    ? inListOrder(state, [...state.answers.accounts, ...meant.filter((alias) => known.has(alias))])
    : state.answers.accounts.filter((alias) => !dropped.has(alias));
  return withAnswers(state, { ...state.answers, accounts });
}

/** A password that was entered anew looks the same here, but the post office has to be asked again. */
function set(state: WizardState, answers: Partial<Settable>): WizardState {
  const facts = answers.postOfficePasswordGiven === true ? forget(state.facts, ['post-office']) : state.facts;
  return withAnswers({ ...state, facts }, changed(state.answers, answers, labOf(state.facts)));
}

function chooseMatch(state: WizardState, event: Extract<WizardEvent, { type: 'choose-match' }>): WizardState {
  const fact = state.facts.matches;
  const match =
    fact.status === 'loaded' ? fact.value.find((found) => found.alias === event.alias) : undefined;
  if (match === undefined) return state;
  const { accountChoices } = state.answers;
  const choice = { ...accountChoices[event.alias], ...allowedChoice(match, event.choice) };
  return withAnswers(state, {
    ...state.answers,
    accountChoices: { ...accountChoices, [event.alias]: choice },
  });
}

function loaded(state: WizardState, event: FactAnswer): WizardState {
  const asked = state.facts[event.fact];
  if (asked.status !== 'loading' || asked.token !== event.token) return state;
  const fact = { status: 'loaded', token: event.token, value: event.value } as const;
  const known: WizardState = { ...state, facts: { ...state.facts, [event.fact]: fact } };
  if (state.job.kind !== 'none') return known;
  // Only the first page fills in what is empty: what was cleared later stays cleared when the lab is read again.
  if (event.fact === 'lab' && state.page === 'welcome')
    return withAnswers(known, withDefaults(known.answers, event.value));
  if (event.fact === 'files-set') {
    return withAnswers(known, { ...known.answers, infoBulletinBoards: event.value.publicMessages > 0 });
  }
  if (event.fact !== 'accounts') return known;
  return withAnswers(known, { ...known.answers, accounts: inListOrder(known, known.answers.accounts) });
}

function loadFailed(state: WizardState, event: Extract<WizardEvent, { type: 'load-failed' }>): WizardState {
  const asked = state.facts[event.fact];
  if (asked.status !== 'loading' || asked.token !== event.token) return state;
  const { code, message } = event.failure;
  const fact = { status: 'failed', token: event.token, code, message } as const;
  const failed = { ...state, facts: { ...state.facts, [event.fact]: fact } };
  // What the page asked for on being left is what keeps one on it now.
  return PAGES[state.page].asks === event.fact ? { ...failed, nextPending: false, showIssues: true } : failed;
}

/** Everything that is asked of the lab is asked again, the page's own part at once. */
function reload(state: WizardState): WizardState {
  if (state.job.kind !== 'none') return state;
  return {
    ...state,
    facts: forget(state.facts, FACTS),
  };
}

function react(state: WizardState, event: WizardEvent): Answer {
  const editable = state.job.kind === 'none';
  switch (event.type) {
    case 'opened':
      return [state, []];
    case 'next':
      return next(state);
    case 'back':
      return [back(state), []];
    case 'cancel':
      return onCancel(state, event.sure === true);
    case 'answer-question':
      if (state.asking === null) return [state, []];
      return event.yes ? onCancel(state, true) : [{ ...state, asking: null }, []];
    case 'finish':
      return state.page === 'completing' ? [{ ...state, closed: true }, [{ type: 'close' }]] : [state, []];
    case 'help':
      return [state, [{ type: 'help', page: state.page }]];
    case 'set':
      return [editable ? set(state, event.answers) : state, []];
    case 'choose-accounts':
      return [editable ? chooseAccounts(state, event) : state, []];
    case 'choose-match':
      return [editable ? chooseMatch(state, event) : state, []];
    case 'reload':
      return [reload(state), []];
    case 'loaded':
      return [loaded(state, event), []];
    case 'load-failed':
      return [loadFailed(state, event), []];
    case 'install-fixes':
    case 'fix-installed':
    case 'fix-failed':
    case 'use-default-mode':
    case 'start-anyway':
      return onGate(state, event);
    default:
      return onRun(state, event);
  }
}

/**
 * The only place where anything of the wizard changes. It returns what the host shall do and does nothing itself;
 * answers come back as events. What comes too late, or does not fit, changes nothing.
 */
export function step(state: WizardState, event: WizardEvent): Answer {
  if (state.closed) return [state, []];
  const heard = state.nextPending && !KEEP_NEXT.has(event.type) ? { ...state, nextPending: false } : state;
  const [after, effects] = react(heard, event);
  if (after.closed) return [after, effects];
  const [asked, all] = askForNeeds(after, effects);
  const now = asked.shown || !isThere(asked) ? asked : { ...asked, shown: true };
  if (!now.nextPending || !canGoNext(now)) return [now, all];
  const [gone, more] = step({ ...now, nextPending: false }, { type: 'next' });
  return [gone, [...all, ...more]];
}

/** What does not come from the person leaves a pressed Next pending. */
const KEEP_NEXT: ReadonlySet<WizardEvent['type']> = new Set(['loaded', 'load-failed', 'reload', 'help']);

function isThere(state: WizardState): boolean {
  return needsOn(state.page, state.answers).every((name) => state.facts[name].status === 'loaded');
}
