import { describe, expect, test } from 'vitest';
import { canGoBack, canGoNext, newWizard, step } from './machine.ts';
import { ALL_SERVERS, type Effect } from './model.ts';
import { issuesOn, pathFor } from './pages.ts';
import { NO_ROWS, rowOf } from './row-table.ts';
import { GATE_SHUT, SAMPLE_LAB, sampleFacts, sampleReport } from './sample-facts.ts';
import { BACK, EVERYBODY, NEXT, OPENED, TO_ACCOUNTS, TO_PREREQUISITES, walkThrough } from './sample-walk.ts';

describe('the walk', () => {
  test('leads through every page of an Exchange source and starts exactly one run', () => {
    const { state, effects } = walkThrough(newWizard('default'), [...TO_PREREQUISITES, NEXT]);
    expect(state.page).toBe('progress');
    expect(state.trail).toEqual(pathFor(state.answers).slice(0, 10));
    const started = effects.filter((effect) => effect.type === 'start-run');
    expect(started).toHaveLength(1);
    expect(started[0]).toMatchObject({
      ignoreGate: false,
      plan: {
        mode: 'default',
        accounts: ['anna', 'bert', 'Cora'],
        sourceServer: 'ALDER1',
        targetServer: 'BIRCH1',
        targetStore: 'First',
        container: 'CN=Users,DC=birchholdings,DC=example',
      },
    });
  });

  test('shows issues only once somebody tried to leave the page', () => {
    const before = walkThrough(newWizard('default'), TO_ACCOUNTS).state;
    expect(before.page).toBe('account-migration');
    expect(before.showIssues).toBe(false);
    const after = walkThrough(before, [NEXT]).state;
    expect(after.page).toBe('account-migration');
    expect(after.showIssues).toBe(true);
    expect(issuesOn(after.page, after).map((issue) => issue.code)).toEqual(['no-accounts']);
  });

  test('skips container and association when no accounts are created', () => {
    const { state } = walkThrough(newWizard('default', { createAccounts: false }), [
      ...TO_ACCOUNTS,
      EVERYBODY,
      NEXT,
    ]);
    expect(state.page).toBe('prerequisites');
    expect(walkThrough(state, [BACK]).state.page).toBe('account-migration');
  });

  test('jumps from the committing page to the first page that is broken meanwhile', () => {
    const ready = walkThrough(newWizard('default'), TO_PREREQUISITES).state;
    expect(ready.page).toBe('prerequisites');
    const broken = walkThrough(ready, [{ type: 'set', answers: { targetStore: 'Gone' } }, NEXT]);
    expect(broken.state.page).toBe('migration-destination');
    expect(broken.state.trail).toEqual(['welcome', 'migration-type', 'exchange-information']);
    expect(broken.state.showIssues).toBe(true);
    expect(broken.effects.some((effect) => effect.type === 'start-run')).toBe(false);
  });

  test('starts the run although the lab was changed from elsewhere after the first pages', () => {
    const ready = walkThrough(newWizard('clone'), TO_PREREQUISITES).state;
    const { state } = walkThrough(ready, [{ type: 'reload' }, NEXT]);
    expect(state.page).toBe('progress');
  });

  test('asks for accounts again, and forgets the chosen ones, when the source server changes', () => {
    const chosen = walkThrough(newWizard('default'), [...TO_ACCOUNTS, EVERYBODY]).state;
    const after = step(chosen, { type: 'set', answers: { sourceServer: 'ALDER2' } });
    expect(after[0].answers.accounts).toEqual([]);
    expect(after[1]).toEqual([
      { type: 'load', fact: 'accounts', token: chosen.nextToken, server: 'ALDER2', postOffice: null },
    ]);
    const [all] = step(chosen, { type: 'set', answers: { sourceServer: ALL_SERVERS } });
    expect(all.facts.accounts.status).toBe('loading');
  });

  test('writes aliases as the list does and names the first unknown one', () => {
    const { state } = walkThrough(
      newWizard('default', { accounts: ['CORA', 'anna', 'nobody'] }),
      TO_ACCOUNTS,
    );
    expect(state.answers.accounts).toEqual(['anna', 'Cora', 'nobody']);
    expect(issuesOn(state.page, state)).toMatchObject([
      { code: 'unknown-account', values: { alias: 'nobody' } },
    ]);
  });

  test('drops an answer to a question that is out of date', () => {
    const [asked] = step(newWizard('default'), OPENED);
    const [again] = step(asked, { type: 'reload' });
    const stale = step(again, { type: 'loaded', fact: 'opening', token: 2, value: GATE_SHUT });
    expect(stale[0].facts.opening).toEqual(again.facts.opening);
    expect(canGoNext(stale[0])).toBe(false);
  });

  test('says what could not be loaded and asks again', () => {
    const [asked] = step(newWizard('default'), OPENED);
    const failure = { code: 'lab-io', message: 'The disk is gone.' };
    const [failed] = step(asked, { type: 'load-failed', fact: 'lab', token: 1, failure });
    expect(issuesOn('welcome', failed)[0]?.code).toBe('loading-failed');
    const [, effects] = step(failed, { type: 'reload' });
    expect(effects.map((effect) => effect.type)).toEqual(['load', 'load']);
  });
});

describe('clone mode', () => {
  test('leaves its filters switched off', () => {
    const start = walkThrough(newWizard('clone'), [OPENED]).state;
    const [state] = step(start, {
      type: 'set',
      answers: { dateRangeOn: true, dateFrom: 1, subjectPrefixes: ['Re'], restrictToSid: true },
    });
    expect(state.answers).toEqual({ ...start.answers, restrictToSid: true });
  });

  test('refuses filters that came with saved answers, and lets them be switched off', () => {
    const { state } = walkThrough(newWizard('clone', { subjectPrefixes: ['Re'] }), TO_ACCOUNTS);
    expect(state.page).toBe('migration-information');
    expect(issuesOn(state.page, state)[0]?.code).toBe('filters-in-clone');
    const after = walkThrough(state, [{ type: 'set', answers: { subjectPrefixes: [] } }, NEXT]).state;
    expect(after.page).toBe('account-migration');
  });
});

describe('the gate', () => {
  const shut = sampleFacts(GATE_SHUT);

  test('keeps one on the first page, before anything was filled in', () => {
    const { state } = walkThrough(newWizard('clone'), [OPENED, NEXT], shut);
    expect(state.page).toBe('welcome');
    expect(issuesOn('welcome', state)[0]).toMatchObject({ field: 'gate', code: 'gate-refused' });
  });

  test('installs the fixes in their order and judges again', () => {
    const opened = walkThrough(newWizard('clone'), [OPENED], shut).state;
    const [first, asked] = step(opened, { type: 'install-fixes' });
    expect(asked).toMatchObject([{ type: 'install-fix', id: 'E2003SP2' }]);
    expect(canGoNext(first)).toBe(false);
    const one = asked[0] as Extract<Effect, { type: 'install-fix' }>;
    const [second, then] = step(first, { type: 'fix-installed', token: one.token });
    expect(then).toMatchObject([{ type: 'install-fix', id: 'KB919235' }]);
    const two = then[0] as Extract<Effect, { type: 'install-fix' }>;
    expect(step(second, { type: 'fix-installed', token: one.token })).toEqual([second, []]);
    const [, loads] = step(second, { type: 'fix-installed', token: two.token });
    expect(loads.map((effect) => effect.type === 'load' && effect.fact)).toEqual(['lab', 'opening']);
  });

  test('lets one use the default mode, and asks the gate about that', () => {
    const opened = walkThrough(newWizard('clone'), [OPENED], shut).state;
    const { state } = walkThrough(opened, [{ type: 'use-default-mode' }, NEXT], sampleFacts());
    expect(state.answers.mode).toBe('default');
    expect(state.page).toBe('migration-type');
  });

  test('lets one start anyway, and the run is asked for as the original would', () => {
    const opened = walkThrough(newWizard('clone'), [OPENED, { type: 'start-anyway' }], shut).state;
    const rest = TO_PREREQUISITES.slice(1);
    const { effects } = walkThrough(opened, [...rest, NEXT], shut);
    expect(effects.find((effect) => effect.type === 'start-run')).toMatchObject({ ignoreGate: true });
  });

  test('offers nothing to go on against when it does not refuse', () => {
    const opened = walkThrough(newWizard('clone'), [OPENED]).state;
    expect(step(opened, { type: 'start-anyway' })[0].answers.startAnyway).toBe(false);
  });
});

describe('the run', () => {
  const started = walkThrough(newWizard('default'), [...TO_PREREQUISITES, NEXT]).state;
  const token = started.job.kind === 'starting' ? started.job.token : -1;
  const running = step(started, { type: 'run-started', token, run: 4 })[0];

  test('cannot be left by Back or Next while it lives', () => {
    expect(canGoBack(running)).toBe(false);
    expect(canGoNext(running)).toBe(false);
    expect(walkThrough(running, [BACK, NEXT]).state).toEqual(running);
  });

  test('keeps the last row of every mailbox', () => {
    const row = {
      alias: 'anna',
      requestedMode: 'default',
      effectiveMode: 'default',
      state: 'copying',
      copied: 1,
      skipped: 0,
      replaced: 0,
      why: [],
      stage: 2,
      done: 1,
      total: 3,
    } as const;
    const news = {
      run: 4,
      state: 'running',
      stage: 2,
      done: 1,
      total: 3,
      journal: 1,
      current: 'anna',
    } as const;
    const [first] = step(running, { type: 'run-news', news: { ...news, mailboxes: [row] } });
    const [second] = step(first, { type: 'run-news', news: { ...news, done: 2, mailboxes: [] } });
    const rows = second.job.kind === 'running' ? second.job.rows : NO_ROWS;
    expect(rows.list.map((known) => known.alias)).toEqual(['anna', 'bert', 'Cora']);
    expect(rowOf(rows, 'anna')?.copied).toBe(1);
    expect(rowOf(rows, 'Cora')).toMatchObject({ state: 'waiting', total: 3 });
    expect(second.job).toMatchObject({ news: { done: 2 } });
    expect(step(second, { type: 'run-news', news: { ...news, run: 9, mailboxes: [] } })).toEqual([
      second,
      [],
    ]);
  });

  test('asks before it cancels, and only once', () => {
    const [asking, none] = step(running, { type: 'cancel' });
    expect(asking.asking).toBe('cancel');
    expect(none).toEqual([]);
    const [no] = step(asking, { type: 'answer-question', yes: false });
    expect(no).toEqual(running);
    const [yes, effects] = step(asking, { type: 'answer-question', yes: true });
    expect(effects).toEqual([{ type: 'cancel-run', run: 4 }]);
    expect(step(yes, { type: 'cancel', sure: true })[1]).toEqual([]);
    const [ended] = step(yes, { type: 'run-ended', run: 4, report: sampleReport(4, 'cancelled') });
    expect(walkThrough(ended, [NEXT, { type: 'finish' }]).state.closed).toBe(true);
  });

  test('is cancelled as soon as it is known when Cancel came first', () => {
    const [cancelling] = step(started, { type: 'cancel', sure: true });
    expect(step(cancelling, { type: 'run-started', token, run: 5 })[1]).toEqual([
      { type: 'cancel-run', run: 5 },
    ]);
  });

  test('is shown again by a reloaded window', () => {
    const [state] = step(newWizard('default'), { type: 'attached', run: 7, mode: 'clone', news: null });
    expect(state.page).toBe('progress');
    expect(state.answers.mode).toBe('clone');
    expect(step(state, { type: 'run-ended', run: 7, report: sampleReport(7) })[0].job.kind).toBe('ended');
  });

  test('of a lab that was interrupted can be continued from the first page', () => {
    const facts = { ...sampleFacts(), lab: { ...SAMPLE_LAB, interrupted: 3 } };
    const { state, effects } = walkThrough(
      newWizard('default'),
      [OPENED, { type: 'continue-interrupted' }],
      facts,
    );
    expect(state.page).toBe('progress');
    expect(effects.at(-1)).toMatchObject({ type: 'resume-run', run: 3 });
  });

  test('shows why it could not start, and nothing can start a second one', () => {
    const failure = { code: 'mailbox-claimed', message: 'Somebody else has it.' };
    const [state] = step(started, { type: 'run-not-started', token, failure });
    expect(state.job).toMatchObject({ kind: 'failed', failure });
    expect(walkThrough(state, [NEXT]).state.page).toBe('completing');
    expect(canGoBack(state)).toBe(false);
  });
});
