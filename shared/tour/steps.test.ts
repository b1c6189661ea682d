import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EN, isTextKey } from '../text/text.ts';
import { NOTHING_SEEN, type TourFacts, type TourRun, type TourSeen } from './facts.ts';
import { TOUR_STEPS, tourStepAt } from './steps.ts';

const PEOPLE = ['clara.berg', 'lars.holt', 'otto.lind'];

const profilesAt = (pointsTo: 'source' | 'target'): TourFacts['profiles'] =>
  PEOPLE.map((alias) => ({ alias, pointsTo }));

const FRESH: TourFacts = {
  runs: [],
  fixes: [],
  profiles: profilesAt('source'),
  wentBack: false,
  laptop: { waiting: 3, stranded: 0, refused: false },
  seen: NOTHING_SEEN,
};

const run = (mode: TourRun['mode'], state: TourRun['state'], number = 1): TourRun => ({
  run: number,
  mode,
  state,
});

const seen = (what: Partial<TourSeen>): Partial<TourFacts> => ({ seen: { ...NOTHING_SEEN, ...what } });

const MERGED: Partial<TourFacts> = { runs: [run('default', 'completed')] };
const CLONED: Partial<TourFacts> = { runs: [run('clone', 'completed', 4)] };
const BOTH_FIXES: Partial<TourFacts> = { fixes: ['E2003SP2', 'KB919235'] };
const SWITCHED: Partial<TourFacts> = { profiles: profilesAt('target') };
const REFUSED: Partial<TourFacts> = { laptop: { waiting: 0, stranded: 3, refused: true } };
const UPLOADED: Partial<TourFacts> = { laptop: { waiting: 0, stranded: 0, refused: false } };

/** Step, what is the case, the facts, and whether that is the step taken. */
const cases: readonly (readonly [step: string, what: string, facts: Partial<TourFacts>, done: boolean])[] = [
  ['welcome', 'nothing happened', {}, true],
  ['default-run', 'nothing happened', {}, false],
  ['default-run', 'a run goes on', { runs: [run('default', 'running')] }, false],
  ['default-run', 'a run was cancelled', { runs: [run('default', 'cancelled')] }, false],
  ['default-run', 'a clone run was completed', CLONED, false],
  ['default-run', 'it was completed', MERGED, true],
  [
    'default-run',
    'it was completed after a cancelled one',
    { runs: [run('default', 'cancelled'), run('default', 'completed', 2)] },
    true,
  ],
  ['outlook-before', 'nobody opened Outlook', MERGED, false],
  ['outlook-before', 'Outlook was opened before the run', seen({ outlook: ['clara.berg'] }), false],
  ['outlook-before', 'somebody opened Outlook', { ...MERGED, ...seen({ outlook: ['otto.lind'] }) }, true],
  [
    'outlook-before',
    'the profile points to the target',
    { ...MERGED, ...SWITCHED, ...seen({ outlook: ['otto.lind'] }) },
    false,
  ],
  ['outlook-before', 'nobody has that profile', { ...MERGED, ...seen({ outlook: ['nobody'] }) }, false],
  ['exprofre', 'the profiles are as they were', MERGED, false],
  ['exprofre', 'they point to the target', { ...MERGED, ...SWITCHED }, true],
  [
    'exprofre',
    'another profile points to the target',
    { ...MERGED, profiles: [{ alias: 'clara.berg', pointsTo: 'target' }] },
    false,
  ],
  ['outlook-refused', 'Outlook has not been opened', { ...MERGED, ...SWITCHED }, false],
  ['outlook-refused', 'the old file holds items', { ...MERGED, ...SWITCHED, ...REFUSED }, true],
  [
    'outlook-refused',
    'the old file holds none',
    { ...MERGED, laptop: { waiting: 0, stranded: 0, refused: true } },
    false,
  ],
  ['undo', 'the run is still there', { ...MERGED, wentBack: true }, false],
  ['undo', 'there was no run', {}, false],
  ['undo', 'one has gone back', { wentBack: true }, true],
  ['clone-refused', 'no wizard was opened', {}, false],
  ['clone-refused', 'it was opened', seen({ cloneWizard: true }), true],
  ['clone-refused', 'nothing is missing', { ...BOTH_FIXES, ...seen({ cloneWizard: true }) }, false],
  ['clone-refused', 'only SP2 is there', { fixes: ['E2003SP2'], ...seen({ cloneWizard: true }) }, true],
  ['start-anyway', 'the run was refused', { runs: [run('clone', 'refused')] }, false],
  ['start-anyway', 'the run failed', { runs: [run('clone', 'failed')] }, true],
  ['start-anyway', 'a default run failed', { runs: [run('default', 'failed')] }, false],
  ['undo-again', 'the failed run is still there', { runs: [run('clone', 'failed')], wentBack: true }, false],
  ['undo-again', 'one has gone back', { wentBack: true }, true],
  ['hotfix-refused', 'nothing was tried', {}, false],
  ['hotfix-refused', 'SP2 was refused', seen({ refusedFixes: ['E2003SP2'] }), false],
  ['hotfix-refused', 'the hotfix was refused', seen({ refusedFixes: ['KB919235'] }), true],
  ['fixes', 'SP2 alone is there', { fixes: ['E2003SP2'] }, false],
  ['fixes', 'both are there', BOTH_FIXES, true],
  ['clone-run', 'it failed', { runs: [run('clone', 'failed')] }, false],
  ['clone-run', 'it was completed', CLONED, true],
  ['outlook-kept', 'the profile was not switched', { ...CLONED, ...UPLOADED }, false],
  ['outlook-kept', 'the items wait', { ...CLONED, ...SWITCHED }, false],
  ['outlook-kept', 'the .ost was refused', { ...CLONED, ...SWITCHED, ...REFUSED }, false],
  ['outlook-kept', 'the items went up', { ...CLONED, ...SWITCHED, ...UPLOADED }, true],
  ['outlook-kept', 'the items went up after a default run', { ...MERGED, ...SWITCHED, ...UPLOADED }, false],
  ['rules', 'nobody read the fates', CLONED, false],
  ['rules', 'another run was read', { ...CLONED, ...seen({ fatesOf: [3] }) }, false],
  ['rules', 'they were read', { ...CLONED, ...seen({ fatesOf: [3, 4] }) }, true],
  ['comparison', 'nothing was compared', CLONED, false],
  ['comparison', 'both modes were compared', seen({ bothModes: true }), true],
  ['what-next', 'nothing happened', {}, true],
];

const stepOf = (id: string) => {
  const found = TOUR_STEPS.find((step) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};

describe('when a step has been taken', () => {
  it.each(cases)('%s: %s', (id, _, facts, done) => {
    expect(stepOf(id).done({ ...FRESH, ...facts })).toBe(done);
  });

  it('every step has a case in which it is taken', () => {
    const taken = new Set(cases.filter(([, , , done]) => done).map(([id]) => id));
    expect(TOUR_STEPS.map((step) => step.id).filter((id) => !taken.has(id))).toEqual([]);
  });
});

describe('what a step talks about', () => {
  it('is the copies while there are runs, and the comparison once there are none', () => {
    const { where } = stepOf('comparison');
    expect(where({ ...FRESH, ...CLONED })).toEqual({ kind: 'dialog', dialog: 'undo' });
    expect(where({ ...FRESH, wentBack: true })).toEqual({ kind: 'view', view: 'compare' });
    expect(where({ ...FRESH, ...CLONED, ...seen({ bothModes: true }) })).toEqual({
      kind: 'view',
      view: 'compare',
    });
  });

  it('is the wizard until its run has failed, and the run then', () => {
    const { where } = stepOf('start-anyway');
    expect(where({ ...FRESH, runs: [run('clone', 'failed')] })).toEqual({ kind: 'view', view: 'runs' });
  });

  it.each([
    ['default-run', { kind: 'wizard', mode: 'default' }],
    ['exprofre', { kind: 'view', view: 'workstations' }],
    ['outlook-refused', { kind: 'view', view: 'workstations', at: 'lars.holt' }],
    ['undo', { kind: 'dialog', dialog: 'undo' }],
    ['clone-refused', { kind: 'dialog', dialog: 'run' }],
    ['start-anyway', { kind: 'wizard', mode: 'clone' }],
    ['fixes', { kind: 'view', view: 'server' }],
    ['rules', { kind: 'view', view: 'runs', at: 'fates' }],
  ] as const)('%s: the place for it', (id, place) => {
    expect(stepOf(id).where(FRESH)).toEqual(place);
  });
});

describe('the sentences of the tour', () => {
  it('are there, each used once, under the id of its step', () => {
    const keys = TOUR_STEPS.flatMap(({ id, title, act, look }) => {
      const used = [title, act, ...look.map(({ key }) => key)];
      expect(used.filter((key) => !key.startsWith(`tour.${id}.`))).toEqual([]);
      return used;
    });
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('say in one sentence what to do, and in at most two what to look at', () => {
    const fullStops = (key: keyof typeof EN): number => (EN[key].match(/[a-z0-9]\.( |$)/gi) ?? []).length;
    expect(TOUR_STEPS.filter(({ act }) => fullStops(act) !== 1).map(({ id }) => id)).toEqual([]);
    expect(TOUR_STEPS.filter(({ look }) => look.length < 1 || look.length > 2).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('name their source or their reason wherever they have evidence', () => {
    const claims = TOUR_STEPS.flatMap(({ look }) => look.map(({ evidence }) => evidence));
    const told = claims.filter((evidence) => evidence !== null);
    expect(told.length).toBeGreaterThan(TOUR_STEPS.length);
    expect(told.filter(({ evidence, source }) => evidence === 'documented' && source === null)).toEqual([]);
    expect(told.filter(({ evidence, reason }) => evidence !== 'documented' && reason === null)).toEqual([]);
  });
});

describe('the kept number of a step', () => {
  it.each([
    [null, 'welcome'],
    [0, 'welcome'],
    [3, 'exprofre'],
    [TOUR_STEPS.length - 1, 'what-next'],
    [100, 'what-next'],
    [-1, 'welcome'],
  ])('%s leads to %s', (number, id) => {
    expect(tourStepAt(number).step.id).toBe(id);
  });

  it('leads to a step, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        const { index, step } = tourStepAt(number);
        expect(TOUR_STEPS[index]).toBe(step);
      }),
    );
  });
});
