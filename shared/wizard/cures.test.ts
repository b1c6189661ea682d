import { describe, expect, test } from 'vitest';
import { curesFor } from './cures.ts';
import type { GateFact, LabFact } from './facts.ts';
import { GATE_SHUT, SAMPLE_LAB } from './sample-facts.ts';

const IDS = ['E55SP3', 'E55SP4', 'Q197114', 'Q287056', 'E2003SP1', 'E2003SP2', 'KB919235'];
const LAB: LabFact = { ...SAMPLE_LAB, available: IDS.map((id) => ({ id, title: id })) };

function refusing(...articles: readonly string[]): GateFact {
  const [rule] = GATE_SHUT.rules;
  if (rule === undefined) throw new Error('no rule');
  return { ok: false, rules: articles.map((kb) => ({ ...rule, kb })) };
}

describe('what is offered to be installed', () => {
  test.each([
    [['KB919235'], ['E2003SP2', 'KB919235']],
    [['Q251018'], ['E55SP4']],
    [['Q197114'], ['Q197114']],
    [['Q194218'], ['E55SP4']],
    [['Q197114', 'Q194218'], ['E55SP4']],
    [['Q229314', 'Q238850'], ['E55SP4']],
    [['Q287056'], ['E55SP4', 'Q287056']],
    [['Q174740'], []],
  ])('for %j is %j', (articles, ids) => {
    expect(curesFor(refusing(...articles), LAB).map((fix) => fix.id)).toEqual(ids);
  });

  test('is what the server has not yet', () => {
    const lab = { ...LAB, available: [{ id: 'Q287056', title: 'x' }] };
    expect(curesFor(refusing('Q287056'), lab).map((fix) => fix.id)).toEqual(['Q287056']);
    expect(curesFor(refusing('Q251018'), lab)).toEqual([]);
  });
});
