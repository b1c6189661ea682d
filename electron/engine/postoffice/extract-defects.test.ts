import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import { openSet } from '../migration-files/migration-set.ts';
import { surveySet } from '../migration-files/survey.ts';
import { labFolder, realPath } from '../server/lab-files.ts';
import type { Exchange55Spec } from '../server/lay-exchange55.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, harborSpec, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { must } from '../testing/small-lab.ts';

let world: CcMailTestLab | null = null;

afterEach(() => {
  world?.discard();
  world = null;
});

interface Outcome {
  readonly lab: Lab;
  readonly report: RunReport;
  readonly events: readonly (readonly [string, number | null])[];
  readonly why: readonly string[];
  /** State and messages in the files, by user. */
  readonly users: Readonly<Record<string, string>>;
}

function extract(spec: CcMailLabSpec, change: Partial<PostOfficePlan> = {}): Outcome {
  world?.discard();
  world = ccMailWorld(spec);
  const { lab, plan } = world;
  const run = must(startImport(lab, plan(change), { ignoreGate: true, asked: {} }, STAGES));
  const work = migrate(lab, run);
  let step = work.next(undefined);
  while (step.done !== true) step = work.next(undefined);
  const events = lab.all<{ source: string; id: number | null }>(
    'SELECT source, event_id AS id FROM event WHERE run_id = ? AND ifnull(event_id, 0) NOT IN (10002, 10003) ORDER BY event.id',
    run,
  );
  const { why } = lab.get<{ why: string }>('SELECT why FROM run WHERE id = ?', run) ?? { why: '[]' };
  return {
    lab,
    report: step.value,
    events: events.map(({ source, id }) => [source, id] as const),
    why: (JSON.parse(why) as { rule: string }[]).map(({ rule }) => rule),
    users: Object.fromEntries(
      lab
        .all<{ key: string; state: string; extracted: number }>(
          'SELECT key, state, extracted FROM run_account WHERE run_id = ? ORDER BY ord',
          run,
        )
        .map(({ key, state, extracted }) => [key, `${state} ${extracted}`]),
    ),
  };
}

const BIN = 'C:\\exchsrvr\\bin';
const SP4: Exchange55Spec = { level: 'SP4', fixes: [] };

function programs(set: ProgramsSpec['set'], more: Partial<ProgramsSpec> = {}): ProgramsSpec[] {
  return [{ set, directory: BIN, renamed: false, missing: [], ...more }];
}

const CORA = userSpec('Vane, Cora', 4);
const IMRE = userSpec('Brack, Imre', 2);

function spec(
  office: Partial<PostOfficeSpec>,
  server: Exchange55Spec = SP4,
  more: Partial<CcMailLabSpec> = {},
): CcMailLabSpec {
  return smallSpec({ users: [CORA, IMRE], ...office }, { server, ...more });
}

const sound = { 'Vane Cora': 'completed 4', 'Brack Imre': 'completed 2' };

describe('what keeps the wizard from working at all', () => {
  it.each<[string, CcMailLabSpec, string]>([
    [
      'Q251018: 32-bit programs at SP3',
      spec(
        { release: '8.5' },
        { level: 'SP3', fixes: [] },
        { programs: programs('win32-8.5', { renamed: true }) },
      ),
      'q251018-memory-error',
    ],
    [
      'Q251018: not even renamed',
      spec({ release: '8.5' }, { level: 'SP3', fixes: [] }, { programs: programs('win32-8.5') }),
      'q251018-memory-error',
    ],
    [
      'Q251018: SP4 without the steps',
      spec({ release: '8.5' }, SP4, { programs: programs('win32-8.5') }),
      'q251018-steps',
    ],
    [
      'Q251018: SP4, a library missing',
      spec({ release: '8.5' }, SP4, {
        programs: programs('win32-8.5', { renamed: true, missing: ['CIW803.DLL'] }),
      }),
      'q251018-steps',
    ],
    ['Q183590: OS/2 programs', spec({}, SP4, { programs: programs('os2-8.0') }), 'q183590-memory-error'],
    [
      'Q152500: Export 5.11',
      spec({ database: 'DB6', release: '5.0' }, SP4, { programs: programs('dos-5.0') }),
      'q152500-hang',
    ],
    [
      'Q174740: 5.1 programs for DB8',
      spec({}, SP4, { programs: programs('dos-5.1') }),
      'q174740-wrong-programs',
    ],
    ['Q258220: DB7', spec({ database: 'DB7', release: '6.0' }), 'q258220-database'],
    ['a damaged post office', spec({ damage: 'Q179072' }), 'damaged-post-office'],
  ])('%s', (_, described, rule) => {
    const { report, why, events, users, lab } = extract(described);
    expect(report).toMatchObject({ state: 'failed', exit: 2 });
    expect(why).toEqual([rule]);
    // No source names an event for any of these messages.
    expect(events).toEqual([['MSExchangeMig', null]]);
    expect(users).toEqual({ 'Vane Cora': 'not-reached 0', 'Brack Imre': 'not-reached 0' });
    expect(lab.all("SELECT key FROM po_user WHERE password = 'reset'")).toEqual([]);
    expect(() => readdirSync(labFolder(lab))).toThrow('ENOENT');
  });

  it.each<[string, Exchange55Spec]>([
    ['SP4', SP4],
    ['the set of 7 July 2000 on SP3', { level: 'SP3', fixes: ['POSTSP3B'] }],
  ])('is gone with %s and the steps of Q251018', (_, server) => {
    const { report, users } = extract(
      spec({ release: '8.5' }, server, { programs: programs('win32-8.5', { renamed: true }) }),
    );
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    expect(users).toEqual(sound);
  });

  it('asks for a drive in the last step of Q251018', () => {
    const described = spec({ release: '8.5' }, SP4, { programs: programs('win32-8.5', { renamed: true }) });
    expect(extract(described, { directory: '\\\\HARBOR\\CCDATA' }).why).toEqual(['q251018-steps']);
  });

  it('is Q238850 for a name that no directory can have, until 5.5.2651.18', () => {
    const office = { name: 'R/D' };
    const failed = extract(spec(office, { level: 'SP3', fixes: [] }));
    expect(failed.report.state).toBe('failed');
    expect(failed.events).toEqual([['MSExchangeMig', 6003]]);
    expect(failed.lab.get<{ text: string }>('SELECT text FROM event WHERE event_id = 6003')?.text).toContain(
      'C:\\MIGRATE\\R/D.001',
    );
    expect(extract(spec(office, { level: 'SP3', fixes: ['Q238850'] })).users).toEqual(sound);
    expect(
      extract(
        spec(
          { ...office, database: 'DB6', release: '5.1' },
          { level: 'SP3', fixes: [] },
          { programs: programs('dos-5.1') },
        ),
      ).users,
    ).toEqual(sound);
  });
});

describe('Bad Parameters on the command line (1004)', () => {
  const refused = { 'Vane Cora': 'failed 0', 'Brack Imre': 'failed 0' };

  it.each<[string, CcMailLabSpec, Partial<PostOfficePlan>]>([
    ['Q186740: Pre-expired Passwords', spec({ options: { preExpiredPasswords: true, inUseBy: [] } }), {}],
    ['Q194869: a long path', spec({}), { files: 'C:\\Migration files' }],
    [
      'Q229314: a name with & before 5.5.2606.0',
      spec({ name: 'R&D' }, { level: 'SP2', fixes: ['Q222839'] }),
      {},
    ],
  ])('%s', (_, described, change) => {
    const { report, events, users, lab } = extract(described, change);
    expect(report).toMatchObject({ state: 'failed', exit: 2 });
    expect(events).toEqual([
      ['MSExchangeMig', 1004],
      ['MSExchangeMig', 1004],
    ]);
    expect(users).toEqual(refused);
    expect(lab.all("SELECT key FROM po_user WHERE password = 'reset'")).toEqual([]);
  });

  it('is over for names with 5.5.2606.0', () => {
    expect(extract(spec({ name: 'R&D' }, { level: 'SP2', fixes: ['Q229314'] })).users).toEqual(sound);
  });
});

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
