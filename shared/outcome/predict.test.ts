import { describe, expect, it } from 'vitest';
import { type MailboxFacts, type OstFacts, predictRun, type RunFacts } from './predict.ts';

const OST: OstFacts = {
  inUse: true,
  willBeRenamed: false,
  beforeOutlook2003: false,
  fitsAfterClone: true,
  fitsAfterMerge: false,
};
const RUN: RunFacts = {
  mode: 'clone',
  starts: true,
  filtered: false,
  cloneFailsAt: null,
  faultWhy: null,
  fallback: 'merge',
};

function mailbox(facts: Partial<MailboxFacts> = {}): MailboxFacts {
  return {
    alias: 'anna',
    target: 'new',
    events: [],
    mailBounces: false,
    idsTaken: false,
    ost: OST,
    rulesAfterClone: 'XLATE',
    rulesAfterMerge: 'LOST',
    ...facts,
  };
}

function one(facts: Partial<MailboxFacts>, run: Partial<RunFacts> = {}) {
  const [prediction] = predictRun({ ...RUN, ...run }, [mailbox(facts)]);
  return prediction;
}

describe('predictRun', () => {
  it('keeps the .ost and the rules of a clean clone', () => {
    expect(one({})).toMatchObject({ effectiveMode: 'clone', ost: 'KEEP', rules: 'XLATE' });
  });

  it('loses both in the default mode', () => {
    expect(one({}, { mode: 'default' })).toMatchObject({
      effectiveMode: 'default',
      ost: 'REBUILD',
      rules: 'LOST',
    });
  });

  it.each([
    ['the target is initialized', { target: 'initialized' }, 'target-initialized'],
    ['mail arrives between the stages', { events: ['deliver'] }, 'mail-between-stages'],
    ['the user logs on between the stages', { events: ['logon'] }, 'logon-between-stages'],
    [
      'the user logs on though mail bounces',
      { events: ['logon', 'deliver'], mailBounces: true },
      'logon-between-stages',
    ],
  ] as const)('merges when %s', (_what, facts, rule) => {
    expect(one(facts)).toMatchObject({ effectiveMode: 'default', ost: 'REBUILD', rules: 'LOST' });
    expect(one(facts)?.why[0]?.rule).toBe(rule);
  });

  it('clones when the mail that arrives bounces', () => {
    expect(one({ events: ['deliver'], mailBounces: true })).toMatchObject({
      effectiveMode: 'clone',
      ost: 'KEEP',
    });
  });

  it('keeps the .ost when it merges into an earlier clone', () => {
    const facts = {
      target: 'initialized',
      ost: { ...OST, fitsAfterMerge: true },
      rulesAfterMerge: 'XLATE',
    } as const;
    expect(one(facts)).toMatchObject({ effectiveMode: 'default', ost: 'KEEP', rules: 'XLATE' });
  });

  it('sees that ExProfRe renames an older .ost, and that one set aside before stays so', () => {
    expect(one({ ost: { ...OST, willBeRenamed: true } })).toMatchObject({
      effectiveMode: 'clone',
      ost: 'REBUILD',
    });
    expect(one({ ost: { ...OST, inUse: false } })).toMatchObject({ ost: 'REBUILD' });
    expect(one({ ost: null })).toMatchObject({ ost: null });
  });

  it('clones nothing into a database that has the ids already, and goes on with the next', () => {
    const mailboxes = [mailbox({ alias: 'a', idsTaken: true }), mailbox({ alias: 'b' })];
    expect(predictRun(RUN, mailboxes).map((prediction) => prediction.effectiveMode)).toEqual([null, 'clone']);
  });

  it('knows of an .ost that is kept for Outlook 2003, and infers it for an older one', () => {
    expect(one({})?.why.at(-1)).toMatchObject({ rule: 'ost-kept', evidence: 'documented' });
    expect(one({ ost: { ...OST, beforeOutlook2003: true } })).toMatchObject({
      ost: 'KEEP',
      why: [{ rule: 'clone-mode' }, { rule: 'ost-kept-before-2003', evidence: 'modelled' }],
    });
  });

  it('says of a filter in clone mode what it does, and that this is inferred', () => {
    expect(one({}, { filtered: true })).toMatchObject({
      effectiveMode: 'default',
      why: [{ rule: 'filters-in-clone-mode', evidence: 'modelled' }, {}],
    });
  });

  it('predicts nothing for a run that the gate refuses', () => {
    expect(one({}, { starts: false })).toMatchObject({ effectiveMode: null, ost: null, rules: null });
  });

  it('ends at the mailbox at which the defect strikes, counting only those to be cloned', () => {
    const mailboxes = ['a', 'b', 'c', 'd'].map((alias) =>
      mailbox({ alias, target: alias === 'b' ? 'initialized' : 'new' }),
    );
    const modes = (at: number) =>
      predictRun({ ...RUN, cloneFailsAt: () => at }, mailboxes).map((prediction) => prediction.effectiveMode);
    expect(modes(0)).toEqual([null, null, null, null]);
    expect(modes(1)).toEqual(['clone', 'default', null, null]);
    expect(modes(2)).toEqual(['clone', 'default', 'clone', null]);
  });

  it('ends at an initialized mailbox when falling back is forbidden', () => {
    const mailboxes = [
      mailbox({ alias: 'a' }),
      mailbox({ alias: 'b', target: 'initialized' }),
      mailbox({ alias: 'c' }),
    ];
    expect(predictRun({ ...RUN, fallback: 'fail' }, mailboxes).map((one) => one.effectiveMode)).toEqual([
      'clone',
      null,
      null,
    ]);
  });

  it('gives every prediction a reason with its ground', () => {
    for (const prediction of predictRun(RUN, [mailbox(), mailbox({ target: 'missing' })]))
      for (const why of prediction.why) expect(why.source ?? why.reason).toBeTruthy();
  });
});
