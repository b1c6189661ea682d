import { afterEach, describe, expect, it } from 'vitest';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { openSet } from '../migration-files/migration-set.ts';
import { surveySet } from '../migration-files/survey.ts';
import { realPath } from '../server/lab-files.ts';
import type { Exchange55Spec } from '../server/lay-exchange55.ts';
import { harborSpec, userSpec } from '../testing/ccmail-world.ts';
import {
  CORA,
  discardExtraction,
  extract,
  IMRE,
  programs,
  sound,
  SP4,
  spec,
} from '../testing/extract-world.ts';
import { must } from '../testing/small-lab.ts';

afterEach(discardExtraction);

describe('Q197114', () => {
  const office = { users: [CORA, userSpec('Ferris, Nora', 5, { attmail: 1 }), IMRE] };

  it.each<[string, Exchange55Spec, boolean]>([
    ['5.5.2426.0', { level: 'SP1', fixes: ['Q195852'] }, true],
    ['5.5.2448.0', { level: 'SP1', fixes: ['Q197114'] }, false],
    ['SP2 with 5.5.2448.4', { level: 'SP2', fixes: [] }, false],
  ])('at %s', (_, server, strikes) => {
    const { report, events, users, why } = extract(spec(office, server));
    expect(report.state).toBe(strikes ? 'failed' : 'completed');
    expect(why).toEqual(strikes ? ['q197114-access-violation'] : []);
    expect(events).toEqual(strikes ? [['DrWatson', 4097]] : []);
    expect(users).toEqual(
      strikes
        ? { 'Vane Cora': 'not-reached 4', 'Ferris Nora': 'failed 2', 'Brack Imre': 'not-reached 0' }
        : { 'Vane Cora': 'completed 4', 'Ferris Nora': 'completed 5', 'Brack Imre': 'completed 2' },
    );
  });

  it('concerns neither DB6, nor users whose mail has no such address', () => {
    const old: Exchange55Spec = { level: 'RTM', fixes: [] };
    const db6 = spec({ ...office, database: 'DB6', release: '5.1' }, old, { programs: programs('dos-5.1') });
    expect(extract(db6).report.state).toBe('completed');
    expect(extract(spec(office, old), { accounts: ['Vane Cora', 'Brack Imre'] }).users).toEqual(sound);
    expect(extract(spec(office, old), { mail: false }).report.state).toBe('completed');
  });
});

describe('Q194218', () => {
  function sections(described: CcMailLabSpec, change: Partial<PostOfficePlan> = {}): string[] {
    const { lab, report } = extract(described, change);
    expect(report.state).toBe('completed');
    const real = must(realPath(lab, 'C:\\MIGRATE\\HARBOR.001'));
    const set = must(openSet({ simulated: 'C:\\MIGRATE\\HARBOR.001', real, packingList: 'HARBOR.PKL' }));
    const survey = surveySet(set, true);
    expect(survey.faults).toEqual([]);
    return survey.users.filter(({ sections: count }) => count === 1).map(({ address }) => address);
  }
  const cora = 'CCMAIL:Vane Cora at HARBOR';
  const imre = 'CCMAIL:Brack Imre at HARBOR';
  const office = { users: [CORA, userSpec('Brack, Imre', 0)] };
  const before: Exchange55Spec = { level: 'SP1', fixes: ['Q193745'] };
  const fixed: Exchange55Spec = { level: 'SP1', fixes: ['Q194218'] };

  it.each<[string, Partial<PostOfficeSpec>, Exchange55Spec, Partial<PostOfficePlan>, readonly string[]]>([
    ['DB8 below 5.5.2419.0', office, before, {}, [cora]],
    ['DB8 below 5.5.2419.0, mail not migrated', office, before, { mail: false }, []],
    ['DB8 with 5.5.2419.0', office, fixed, {}, [cora, imre]],
    ['DB8 with 5.5.2419.0, mail not migrated', office, fixed, { mail: false }, [cora, imre]],
    ['DB8 at SP2', office, { level: 'SP2', fixes: [] }, {}, [cora, imre]],
  ])('%s', (_, described, server, change, expected) => {
    expect(sections(spec(described, server), change)).toEqual(expected);
  });

  it('is none of DB6', () => {
    const db6 = spec({ ...office, database: 'DB6', release: '5.1' }, before, {
      programs: programs('dos-5.1'),
    });
    expect(sections(db6)).toEqual([cora, imre]);
    expect(sections(db6, { mail: false })).toEqual([cora, imre]);
  });
});

describe('messages with something wrong', () => {
  const nora = (
    flaw: 'invalid-date' | 'zero-size' | 'missing-token' | 'unreadable-contents',
  ): Partial<PostOfficeSpec> => ({
    users: [CORA, userSpec('Ferris, Nora', 5, { flaws: { [flaw]: 1 } }), IMRE],
  });
  const whole = { ...sound, 'Ferris Nora': 'completed 5' };

  it.each<
    [
      string,
      'invalid-date' | 'zero-size' | 'missing-token' | 'unreadable-contents',
      Exchange55Spec,
      Exchange55Spec,
      number,
      string,
    ]
  >([
    [
      'Q233325',
      'invalid-date',
      { level: 'SP2', fixes: ['Q233054'] },
      { level: 'SP2', fixes: ['Q233325'] },
      1011,
      'completed 2',
    ],
    [
      'Q287056',
      'zero-size',
      { level: 'SP4', fixes: ['Q281734'] },
      { level: 'SP4', fixes: ['Q287056'] },
      1027,
      'failed 0',
    ],
    [
      'Q184391',
      'missing-token',
      { level: 'SP1', fixes: [] },
      { level: 'SP2', fixes: [] },
      1029,
      'completed 2',
    ],
    [
      'Q238784',
      'unreadable-contents',
      { level: 'SP3', fixes: ['Q238850'] },
      { level: 'SP3', fixes: ['POSTSP3A'] },
      1032,
      'completed 2',
    ],
  ])('%s', (_, flaw, before, after, event, left) => {
    const struck = extract(spec(nora(flaw), before));
    expect(struck.events).toEqual([['MSExchangeMig', event]]);
    expect(struck.users).toEqual({ ...sound, 'Ferris Nora': left });
    expect(struck.report.exit).toBe(left.startsWith('failed') ? 2 : 1);
    const fixed = extract(spec(nora(flaw), after));
    expect(fixed.events).toEqual([]);
    expect(fixed.users).toEqual(whole);
    expect(fixed.report.exit).toBe(0);
  });
});

describe('personal address books', () => {
  function books(
    server: Exchange55Spec,
    set: ProgramsSpec['set'],
    office: Partial<PostOfficeSpec> = {},
  ): number {
    const base = harborSpec();
    const first = base.postOffices[0];
    if (first === undefined) throw new Error('no post office');
    const { lab } = extract({
      ...base,
      postOffices: [{ ...first, ...office }],
      server,
      programs: programs(set),
    });
    return (
      lab.get<{ count: number }>(
        "SELECT count(*) AS count FROM journal WHERE kind = 'extracted' AND json_extract(detail, '$.part') = 'address-book'",
      )?.count ?? 0
    );
  }

  it('come with Export 8.3 and Mailmig.exe 5.5.2543.0, out of DB8 alone (Q229754)', () => {
    expect(books(SP4, 'dos-8.3')).toBeGreaterThan(0);
    expect(books(SP4, 'dos-8.0')).toBe(0);
    expect(books({ level: 'SP2', fixes: [] }, 'dos-8.3')).toBe(0);
    expect(books(SP4, 'dos-5.1', { database: 'DB6', release: '5.1' })).toBe(0);
  });
});
