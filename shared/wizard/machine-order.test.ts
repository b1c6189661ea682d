import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canGoBack, newWizard, step } from './machine.ts';
import { ALL_SERVERS, PAGE_ORDER, type Settable, type WizardEvent } from './model.ts';
import { issuesOn, PAGES, pathFor } from './pages.ts';
import { GATE_OPEN, GATE_SHUT, SAMPLE_LAB, sampleFacts, sampleReport } from './sample-facts.ts';
import { BACK, EVERYBODY, NEXT, OPENED, walkThrough } from './sample-walk.ts';

const aliases = fc.subarray(['anna', 'bert', 'Cora', 'nobody']);
const settable: fc.Arbitrary<Partial<Settable>> = fc.record(
  {
    type: fc.constantFrom('EXCHANGE', 'CCMAIL', 'FILE', 'NOTES'),
    postOfficePath: fc.constantFrom('M:\\', ''),
    postOfficeName: fc.constantFrom('HARBOR', 'PIER', ''),
    postOfficePasswordGiven: fc.boolean(),
    method: fc.constantFrom('one-step', 'extract'),
    filesPath: fc.constantFrom('C:\\MIGRATE', 'nowhere', ''),
    packingList: fc.constantFrom('C:\\A.PKL', ''),
    infoMailboxes: fc.boolean(),
    infoMail: fc.boolean(),
    infoBulletinBoards: fc.boolean(),
    folderOwner: fc.constantFrom('anna', ''),
    destination: fc.constantFrom('server', 'pst'),
    targetServer: fc.constantFrom('BIRCH1', 'NONE', ''),
    targetStore: fc.constantFrom('First', 'Second', 'Gone'),
    sourceServer: fc.constantFrom('ALDER1', 'ALDER2', ALL_SERVERS, 'NONE'),
    createAccounts: fc.boolean(),
    dateRangeOn: fc.boolean(),
    dateFrom: fc.constantFrom(null, 1, 5),
    dateTo: fc.constantFrom(null, 3),
    subjectPrefixes: fc.constantFrom([], ['Re']),
    accounts: aliases,
    container: fc.constantFrom('CN=Users,DC=birchholdings,DC=example', ''),
    targetAddressDomain: fc.constantFrom(null, 'hold.example', 'no domain'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Settable>>;
const token = fc.integer({ min: 0, max: 12 });
const failure = { code: 'x', message: 'It failed.' };
const event: fc.Arbitrary<WizardEvent> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(NEXT) },
  { weight: 3, arbitrary: fc.constant(BACK) },
  { weight: 2, arbitrary: fc.constant(EVERYBODY) },
  fc.record({ type: fc.constant('set' as const), answers: settable }),
  fc.record({ type: fc.constant('choose-accounts' as const), aliases, chosen: fc.boolean() }),
  fc.record({
    type: fc.constant('choose-match' as const),
    alias: fc.constantFrom('anna', 'bert', 'nobody'),
    choice: fc.constantFrom({ createNew: true }, { logonId: 'Cora' }, { fullName: '' }),
  }),
  fc.constantFrom<WizardEvent>(
    { type: 'install-fixes' },
    { type: 'use-default-mode' },
    { type: 'start-anyway' },
    { type: 'continue-interrupted' },
    { type: 'reload' },
    { type: 'cancel' },
    { type: 'answer-question', yes: true },
    { type: 'answer-question', yes: false },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'help' },
    { type: 'finish' },
  ),
  fc.record({ type: fc.constant('run-started' as const), token, run: fc.constantFrom(1, 2) }),
  token.map((at): WizardEvent => ({ type: 'run-not-started', token: at, failure })),
  token.map((at): WizardEvent => ({ type: 'fix-installed', token: at })),
  fc
    .tuple(token, fc.constantFrom('post-office' as const, 'files-set' as const))
    .map(([at, fact]): WizardEvent => ({ type: 'load-failed', fact, token: at, failure })),
  fc.constantFrom(1, 2).map((run): WizardEvent => ({ type: 'run-ended', run, report: sampleReport(run) })),
  fc.constantFrom(1, 2).map((run): WizardEvent => ({ type: 'run-lost', run, failure })),
);

const scene = fc.record({
  mode: fc.constantFrom('default' as const, 'clone' as const),
  gate: fc.constantFrom(GATE_OPEN, GATE_SHUT),
  interrupted: fc.constantFrom(null, 3),
  events: fc.array(event, { maxLength: 60 }),
});

describe('whatever happens in whatever order', () => {
  test('the page is known, the trail has no repeats, and at most one run is ever started, with valid answers', () => {
    fc.assert(
      fc.property(scene, ({ mode, gate, interrupted, events }) => {
        const facts = { ...sampleFacts(gate), lab: { ...SAMPLE_LAB, interrupted } };
        let state = newWizard(mode);
        let started = 0;
        for (const happening of [OPENED, ...events]) {
          const before = state;
          const { state: after, effects } = walkThrough(before, [happening], facts);
          state = after;
          expect(PAGE_ORDER).toContain(state.page);
          const pages = [...state.trail, state.page];
          expect(new Set(pages).size).toBe(pages.length);
          const order = pages.map((page) => PAGE_ORDER.indexOf(page));
          expect([...order].sort((a, b) => a - b)).toEqual(order);
          if (state.job.kind === 'starting' || state.job.kind === 'running') {
            expect(state.page).toBe('progress');
          }
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          for (const effect of effects) {
            if (effect.type !== 'start-run' && effect.type !== 'resume-run') continue;
            started += 1;
            if (effect.type === 'resume-run') continue;
            const path = pathFor(before.answers).filter((page) => PAGES[page].terminal !== true);
            expect(path.flatMap((page) => issuesOn(page, before))).toEqual([]);
          }
        }
        expect(started).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1500 },
    );
  });

  test('Back undoes Next: the same page, trail and answers', () => {
    fc.assert(
      fc.property(scene, ({ mode, gate, events }) => {
        const facts = sampleFacts(gate);
        const { state } = walkThrough(newWizard(mode), [OPENED, ...events], facts);
        const { state: after } = walkThrough(state, [NEXT], facts);
        if (after.page === state.page || !canGoBack(after)) return;
        // A jump to a broken page is no step forward.
        if (PAGE_ORDER.indexOf(after.page) < PAGE_ORDER.indexOf(state.page)) return;
        const { state: again } = walkThrough(after, [BACK], facts);
        expect(again.page).toBe(state.page);
        expect(again.trail).toEqual(state.trail);
        // Whether migration files hold public folders is read when their page is left, and stays known.
        const { infoBulletinBoards, ...others } = again.answers;
        expect({ ...others, infoBulletinBoards }).toEqual(
          again.answers.type === 'FILE' ? { ...state.answers, infoBulletinBoards } : state.answers,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('a closed wizard does nothing any more', () => {
    const [closed, effects] = step(newWizard('default'), { type: 'cancel' });
    expect(effects).toEqual([{ type: 'close' }]);
    fc.assert(
      fc.property(event, (happening) => {
        expect(step(closed, happening)).toEqual([closed, []]);
      }),
    );
  });
});
