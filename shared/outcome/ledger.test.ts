import { describe, expect, it } from 'vitest';
import { compareOutcomes, countFates, type OutcomeRow, ostOutcome } from './compare.ts';
import { worstFate } from './fate.ts';
import { fateOf, LEDGER, type LedgerId, worstId } from './ledger.ts';

describe('the ledger', () => {
  it.each(Object.entries(LEDGER))('founds %s on a source or a reason', (_id, entry) => {
    const { evidence, source, reason } = entry.grounds;
    if (evidence === 'documented') expect(source).toBeTruthy();
    else expect(reason).toBeTruthy();
  });

  it('calls documented only what a source says of this very thing', () => {
    const documented = Object.entries(LEDGER).filter(([, entry]) => entry.grounds.evidence === 'documented');
    expect(documented.map(([id]) => id).sort()).toEqual([
      'delegate-not-carried',
      'ost-kept',
      'ost-refused',
      'ost-without-mailbox',
    ]);
  });

  it('lets the worst action decide over a rule', () => {
    const ids: LedgerId[] = ['rule-without-identifier', 'rule-folder-wrong', 'rule-folder-translated'];
    expect(worstId(ids, 'rule-without-identifier')).toBe('rule-folder-wrong');
    expect(worstId([], 'rule-without-identifier')).toBe('rule-without-identifier');
    expect(worstFate(['KEEP', 'LOST', 'DANGLE'])).toBe('DANGLE');
    expect(worstFate([])).toBeNull();
  });
});

describe('two labs side by side', () => {
  const row: OutcomeRow = {
    run: 1,
    requestedMode: 'clone',
    effectiveMode: 'clone',
    state: 'completed',
    copied: 3,
    skipped: 0,
    replaced: 0,
    ost: 'KEEP',
    lostItems: 0,
    rules: { XLATE: 2 },
    references: {},
    permissions: {},
  };

  it('stand beside each other by alias, whatever its case, and nobody is left out', () => {
    const a = new Map([
      ['anna', row],
      ['ben', row],
    ]);
    const b = new Map([
      ['clara', row],
      ['Anna', row],
    ]);
    expect(compareOutcomes(a, b)).toEqual([
      { alias: 'anna', a: row, b: row },
      { alias: 'ben', a: row, b: null },
      { alias: 'clara', a: null, b: row },
    ]);
  });

  it('count fates and tell an .ost kept or rebuilt', () => {
    const fates = [
      fateOf('a', 'rule-not-carried'),
      fateOf('b', 'rule-not-carried'),
      fateOf('c', 'rule-file-target'),
    ];
    expect(countFates(fates)).toEqual({ LOST: 2, KEEP: 1 });
    expect(ostOutcome({ ...fateOf('x', 'ost-kept'), lostItems: [] })).toBe('KEEP');
    expect(ostOutcome({ ...fateOf('x', 'ost-renamed'), lostItems: [] })).toBe('REBUILD');
    expect(ostOutcome(null)).toBeNull();
  });
});
