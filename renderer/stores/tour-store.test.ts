import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/ipc/app-commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { NOTHING_SEEN, type TourSeen } from '../../shared/tour/facts.ts';
import { forgetTour, markStep, seenIn, tourStore } from './tour-store.ts';

const refused = fail('fix-prerequisite', 'It needs SP2.');
const cases: readonly (readonly [
  what: string,
  name: Command,
  input: unknown,
  answer: Result<unknown>,
  adds: Partial<TourSeen> | null,
])[] = [
  ['Outlook', 'lab:outlook', { lab: 'lab-1', user: 'clara.berg' }, ok({}), { outlook: ['clara.berg'] }],
  ['Outlook that failed', 'lab:outlook', { lab: 'lab-1', user: 'clara.berg' }, refused, null],
  [
    'a refused fix',
    'lab:fix',
    { lab: 'lab-1', install: 'KB919235' },
    refused,
    { refusedFixes: ['KB919235'] },
  ],
  ['an installed fix', 'lab:fix', { lab: 'lab-1', install: 'KB919235' }, ok({}), null],
  ['the fates of a run', 'lab:fate', { lab: 'lab-1' }, ok({ run: 2, mailboxes: [] }), { fatesOf: [2] }],
  ['a run without fates', 'lab:fate', { lab: 'lab-1' }, refused, null],
  ['two runs of one mode', 'comparison:open', {}, ok({ a: { mode: 'clone' }, b: { mode: 'clone' } }), null],
  [
    'both modes',
    'comparison:open',
    {},
    ok({ a: { mode: 'default' }, b: { mode: 'clone' } }),
    { bothModes: true },
  ],
  ['a look at the lab', 'lab:show', { lab: 'lab-1' }, ok({}), null],
];

describe('what a command adds to what was seen', () => {
  it.each(cases)('%s', (_, name, input, answer, adds) => {
    expect(seenIn(NOTHING_SEEN, name, input, answer)).toEqual(adds);
  });

  it('is kept once', () => {
    const seen = { ...NOTHING_SEEN, outlook: ['clara.berg'], fatesOf: [2] };
    expect(seenIn(seen, 'lab:outlook', { user: 'clara.berg' }, ok({}))).toEqual({ outlook: ['clara.berg'] });
    expect(seenIn(seen, 'lab:fate', {}, ok({ run: 2 }))).toBeNull();
  });
});

describe('marks of steps', () => {
  beforeEach(forgetTour);

  it.each([
    [['done', 'skipped'], 'done'],
    [['skipped', 'done'], 'done'],
    [['skipped', 'skipped'], 'skipped'],
  ] as const)('%s: it is %s', (given, left) => {
    for (const mark of given) markStep('undo', mark);
    expect(tourStore.getState().marks).toEqual({ undo: left });
  });

  it('are forgotten when the tour begins anew', () => {
    markStep('undo', 'done');
    forgetTour();
    expect(tourStore.getState().marks).toEqual({});
  });
});
