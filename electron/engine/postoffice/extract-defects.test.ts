import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { CcMailLabSpec } from '../build/ccmail-spec.ts';
import { labFolder } from '../server/lab-files.ts';
import type { Exchange55Spec } from '../server/lay-exchange55.ts';
import { discardExtraction, extract, programs, sound, SP4, spec } from '../testing/extract-world.ts';

afterEach(discardExtraction);

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
