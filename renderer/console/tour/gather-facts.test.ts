import { expect, it } from 'vitest';
import { NOTHING_SEEN } from '../../../shared/tour/facts.ts';
import { gatherFacts, type LabAnswers } from './gather-facts.ts';

const item = { folder: 'Outbox', subject: 'Tour plan', pending: 'new', error: null };
const ANSWERS: LabAnswers = {
  shown: {
    server: { fixes: [{ id: 'E2003SP2' }] },
    profiles: [
      {
        alias: 'lars.holt',
        workstation: 'LAPTOP-1',
        outlook: '2003',
        mode: 'cached',
        pointsTo: 'source',
        ost: 'outlook.ost',
        unsynchronised: 3,
      },
    ],
  },
  runs: [],
  copies: [{ number: 1, at: 0, clock: 0, kind: 'run', detail: 'default', bytes: 1 }],
  files: [{ status: 'current', pending: [item, item, item] }],
};

it('counts what waits in the .ost in use, and what is stranded in another', () => {
  expect(gatherFacts(ANSWERS, NOTHING_SEEN)).toEqual({
    runs: [],
    fixes: ['E2003SP2'],
    profiles: [{ alias: 'lars.holt', pointsTo: 'source' }],
    wentBack: false,
    laptop: { waiting: 3, stranded: 0, refused: false },
    seen: NOTHING_SEEN,
  });
  const files = [
    { status: 'set-aside', pending: [item, item] },
    { status: 'current', pending: [item] },
  ] as const;
  expect(gatherFacts({ ...ANSWERS, files }, NOTHING_SEEN).laptop).toEqual({
    waiting: 1,
    stranded: 2,
    refused: true,
  });
});

it('tells from the copies that one has gone back, and each run by number, mode and state', () => {
  const went = { number: 2, at: 0, clock: 0, kind: 'undo', detail: '1', bytes: 1 };
  const run = {
    run: 4,
    mode: 'clone',
    state: 'failed',
    exit: 2,
    mailboxes: [],
    started: 0,
    ended: 1,
    why: [],
  } as const;
  const facts = gatherFacts({ ...ANSWERS, copies: [went], runs: [run] }, NOTHING_SEEN);
  expect(facts.wentBack).toBe(true);
  expect(facts.runs).toEqual([{ run: 4, mode: 'clone', state: 'failed' }]);
});
