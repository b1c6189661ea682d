import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRules, type GateFacts, GATE_POLICY } from './evaluate.ts';
import type { KbRecord } from './record.ts';

const PATH = 'C:\\exchsrvr\\bin\\Mlmig32.dll';
const LIBRARY = {
  file: 'Mlmig32.dll',
  product: 'Exchange Server 5.5',
  windows: [{ kb: 'Q100000', introduced: '5.5.2000.0', fixed: '5.5.2448.0', problem: 'a test' }],
  servicePackOnly: [],
};
const RECORD: KbRecord = {
  id: 'q100000',
  kb: 'Q100000',
  title: 'A test',
  appliesTo: ['Microsoft Exchange Server, version 5.5'],
  modes: ['default', 'clone'],
  sources: ['CCMAIL'],
  judged: 'opening',
  effect: 'refuse',
  test: {
    kind: 'defect',
    finding: 'attmail-headers',
    window: 'Q100000',
    steps: ['thirty-two-bit-steps'],
    clear: 'Nobody is concerned.',
  },
  certainty: 'may',
  needs: 'a newer file',
  notConcerned: 'It concerns both modes.',
  advice: ['Wait.'],
  evidence: 'documented',
  source: 'Q100000',
  reason: null,
};

interface Scene {
  readonly version?: string | null;
  readonly product?: boolean;
  readonly found?: readonly string[] | undefined;
  readonly steps?: readonly string[];
}

function facts({
  version = '5.5.2232.2',
  product = true,
  found = ['Vane Cora'],
  steps = [],
}: Scene): GateFacts {
  return {
    mode: 'default',
    source: 'CCMAIL',
    products: product ? [{ name: 'Exchange Server 5.5', level: 'SP1', build: '2232' }] : [],
    files: version === null ? [] : [{ path: PATH, version }],
    planned: true,
    findings: { 'attmail-headers': found, 'thirty-two-bit-steps': steps },
    defects: { library: LIBRARY, path: PATH },
  };
}

const judge = (scene: Scene, record: KbRecord = RECORD) => evaluateRules([record], facts(scene)).rules[0];

describe('a defect of a file', () => {
  it.each<[string, Scene, 'pass' | 'refuse']>([
    ['strikes inside its window', {}, 'refuse'],
    ['strikes in the version in which it came', { version: '5.5.2000.0' }, 'refuse'],
    ['is not there before it came', { version: '5.5.1960.3' }, 'pass'],
    ['is gone in the version that fixes it', { version: '5.5.2448.0' }, 'pass'],
    ['is gone in later versions, by number', { version: '5.5.10000.0' }, 'pass'],
    ['counts as there without the file', { version: null }, 'refuse'],
    ['is not there without the product', { product: false }, 'pass'],
    ['strikes nobody where nothing is found', { found: [] }, 'pass'],
    ['leaves steps to be done once it is gone', { version: '5.5.2448.0', steps: ['step 1'] }, 'refuse'],
    ['asks for no steps where nothing is found', { found: [], steps: ['step 1'] }, 'pass'],
  ])('%s', (_what, scene, verdict) => {
    expect(judge(scene)?.verdict).toBe(verdict);
  });

  it('names the file, the open steps and what was found', () => {
    expect(judge({ steps: ['step 1: not renamed'] })?.found).toBe(
      'Exchange Server 5.5 SP1, Mlmig32.dll 5.5.2232.2; step 1: not renamed; Vane Cora',
    );
    expect(judge({ found: [] })?.found).toBe('Nobody is concerned.');
  });

  it("gives the article's own word for how sure it is, and says whose policy a refusal is", () => {
    expect(judge({})?.advice).toEqual([expect.stringContaining('may happen'), 'Wait.', GATE_POLICY]);
    expect(judge({}, { ...RECORD, certainty: 'will', effect: 'warn' })?.advice).toEqual([
      expect.stringContaining('will happen'),
      'Wait.',
    ]);
    expect(judge({}, { ...RECORD, certainty: null })?.advice).toEqual(['Wait.', GATE_POLICY]);
  });

  it('passes or refuses, and a higher version never refuses where a lower one passed above the window', () => {
    const version = fc.tuple(fc.nat(3000), fc.nat(9)).map(([build, fix]) => `5.5.${build}.${fix}`);
    fc.assert(
      fc.property(version, (at) => {
        const [, , build] = at.split('.').map(Number);
        const inside = (build ?? 0) >= 2000 && (build ?? 0) < 2448;
        expect(judge({ version: at })?.verdict).toBe(inside ? 'refuse' : 'pass');
      }),
    );
  });
});

describe('a rule', () => {
  it('says nothing about what was not looked for', () => {
    const all = facts({});
    expect(evaluateRules([RECORD], { ...all, findings: {} }).rules).toEqual([]);
  });

  it('about the data waits until accounts are chosen', () => {
    const later: KbRecord = { ...RECORD, judged: 'prerequisites' };
    expect(evaluateRules([later], { ...facts({}), planned: false }).rules).toEqual([]);
    expect(evaluateRules([later], facts({})).ok).toBe(false);
  });

  it('for other sources is left out', () => {
    expect(evaluateRules([RECORD], { ...facts({}), source: 'FILE' })).toEqual({ ok: true, rules: [] });
  });
});
