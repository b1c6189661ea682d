import { afterEach, describe, expect, it } from 'vitest';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { type CcMailTestLab, ccMailWorld, harborSpec, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { type PoFinding, postOfficeFindings } from './findings.ts';
import { findPrograms } from './find-programs.ts';

let world: CcMailTestLab | null = null;

afterEach(() => {
  world?.discard();
  world = null;
});

function lab(spec: CcMailLabSpec): CcMailTestLab {
  world = ccMailWorld(spec);
  return world;
}

const BIN = 'C:\\exchsrvr\\bin';
const WINNT = 'C:\\WINNT';

function programs(set: ProgramsSpec['set'], directory = BIN, more: Partial<ProgramsSpec> = {}): ProgramsSpec {
  return { set, directory, renamed: false, missing: [], ...more };
}

const CORA = userSpec('Vane, Cora', 3);

/** Findings that are not empty, with those of one post office and its programs. */
function found(
  office: Partial<PostOfficeSpec>,
  laid: readonly ProgramsSpec[] = [programs('dos-8.3')],
  more: Partial<CcMailLabSpec> = {},
): PoFinding[] {
  const { lab: built, plan } = lab(smallSpec({ users: [CORA], ...office }, { programs: laid, ...more }));
  const findings = postOfficeFindings(built, plan());
  world?.discard();
  world = null;
  return (Object.keys(findings) as PoFinding[]).filter((name) => findings[name].length > 0);
}

describe('programs', () => {
  it('are searched in Exchsrvr\\Bin before the path (Q174740)', () => {
    const { lab: built } = lab(
      smallSpec({ users: [CORA] }, { programs: [programs('dos-8.0', WINNT), programs('dos-8.3')] }),
    );
    expect(findPrograms(built).export).toMatchObject({ path: `${BIN}\\EXPORT.EXE`, version: '8.30.03' });
    built.run("DELETE FROM server_file WHERE path = 'C:\\exchsrvr\\bin\\Export.exe'");
    expect(findPrograms(built).export).toMatchObject({ path: `${WINNT}\\EXPORT.EXE`, version: '8.00' });
  });

  it('are found on a mapped drive of the path, and under no other name', () => {
    const { lab: built } = lab(
      smallSpec(
        { users: [CORA] },
        {
          programs: [programs('win32-8.5', '\\\\HARBOR\\CCDATA\\ADMIN')],
          settings: { path: 'C:\\WINNT;M:\\ADMIN;X:\\NOWHERE' },
        },
      ),
    );
    const all = findPrograms(built);
    expect(all.export).toBeNull();
    expect(all.impexpRi?.path).toBe('\\\\HARBOR\\CCDATA\\ADMIN\\IMPEXP.RI');
    expect(all.libraries.map(({ found: one }) => one?.shippedAs)).toEqual([
      'CDMW800.DLL',
      'CFW803.DLL',
      'CIW803.DLL',
    ]);
  });
});

describe('findings of a post office', () => {
  it.each<[string, Partial<PostOfficeSpec>, readonly ProgramsSpec[], readonly PoFinding[]]>([
    ['16-bit 8.3 for DB8', {}, [programs('dos-8.3')], []],
    ['16-bit 8.0 for DB8', {}, [programs('dos-8.0')], []],
    ['none at all', {}, [], ['wrong-executables']],
    ['5.1 for DB8', {}, [programs('dos-5.1')], ['wrong-executables']],
    ['5.1 for DB6', { database: 'DB6', release: '5.1' }, [programs('dos-5.1')], []],
    ['8.3 for DB6', { database: 'DB6', release: '5.1' }, [programs('dos-8.3')], ['wrong-executables']],
    ['older than 5.12 for DB6', { database: 'DB6', release: '5.0' }, [programs('dos-5.0')], ['old-export']],
    ['without IE.RI', {}, [programs('dos-8.3', BIN, { missing: ['IE.RI'] })], ['wrong-executables']],
    ['the right ones in the path alone', {}, [programs('dos-8.3', WINNT)], []],
    [
      'wrong ones in Bin before the right ones',
      {},
      [programs('dos-5.1'), programs('dos-8.3', WINNT)],
      ['wrong-executables'],
    ],
    ['OS/2', {}, [programs('os2-8.0')], ['os2-executables']],
    [
      '32-bit ones, not renamed, for release 8.5',
      { release: '8.5' },
      [programs('win32-8.5', '\\\\HARBOR\\CCADMIN')],
      ['thirty-two-bit-executables', 'thirty-two-bit-steps'],
    ],
    [
      '32-bit ones, not renamed, for release 8.3',
      {},
      [programs('win32-8.5', '\\\\HARBOR\\CCADMIN')],
      ['wrong-executables'],
    ],
    [
      '32-bit ones, renamed and complete',
      { release: '8.5' },
      [programs('win32-8.5', BIN, { renamed: true })],
      ['thirty-two-bit-executables'],
    ],
    [
      '32-bit ones, renamed, a library missing',
      { release: '8.5' },
      [programs('win32-8.5', BIN, { renamed: true, missing: ['CFW803.DLL'] })],
      ['thirty-two-bit-executables', 'thirty-two-bit-steps'],
    ],
    [
      '32-bit ones, renamed, in Winnt',
      { release: '8.5' },
      [programs('win32-8.5', WINNT, { renamed: true })],
      ['thirty-two-bit-executables', 'thirty-two-bit-steps'],
    ],
    ['16-bit ones for release 8.5', { release: '8.5' }, [programs('dos-8.3')], []],
    ['cc:Mail Mobile', { database: 'DB7', release: '6.0' }, [programs('dos-8.3')], ['unsupported-database']],
    ['a damaged one', { damage: 'Q179072' }, [programs('dos-8.3')], ['damaged-post-office']],
    [
      'pre-expired passwords',
      { options: { preExpiredPasswords: true, inUseBy: [] } },
      [programs('dos-8.3')],
      ['pre-expired-passwords'],
    ],
    [
      'a router at work',
      { options: { preExpiredPasswords: false, inUseBy: ['Router'] } },
      [programs('dos-8.3')],
      ['post-office-in-use'],
    ],
    ['a name with &', { name: 'R&D' }, [programs('dos-8.3')], ['post-office-name']],
    [
      'a name with /',
      { name: 'R/D' },
      [programs('dos-8.3')],
      ['post-office-name', 'post-office-name-illegal'],
    ],
    [
      'ATTMAIL in DB8',
      { users: [userSpec('Vane, Cora', 3, { attmail: 1 })] },
      [programs('dos-8.3')],
      ['attmail-headers'],
    ],
    [
      'ATTMAIL in DB6',
      { database: 'DB6', users: [userSpec('Vane, Cora', 3, { attmail: 1 })] },
      [programs('dos-5.1')],
      [],
    ],
    [
      'an invalid date',
      { users: [userSpec('Vane, Cora', 3, { flaws: { 'invalid-date': 1 } })] },
      [programs('dos-8.3')],
      ['invalid-dates'],
    ],
    [
      'a size of 0',
      { users: [userSpec('Vane, Cora', 3, { flaws: { 'zero-size': 1 } })] },
      [programs('dos-8.3')],
      ['zero-size'],
    ],
  ])('%s', (_, office, laid, expected) => {
    expect(found(office, laid)).toEqual(expected);
  });

  it('ask for a drive where the plan gives the network path (Q251018 step 3)', () => {
    const spec = smallSpec(
      { users: [CORA], release: '8.5' },
      { programs: [programs('win32-8.5', BIN, { renamed: true })] },
    );
    const { lab: built, plan } = lab(spec);
    expect(postOfficeFindings(built, plan())['thirty-two-bit-steps']).toEqual([]);
    expect(
      postOfficeFindings(built, plan({ directory: '\\\\HARBOR\\CCDATA' }))['thirty-two-bit-steps'],
    ).toHaveLength(1);
    built.run('DELETE FROM drive');
    expect(postOfficeFindings(built, null)['thirty-two-bit-steps']).toHaveLength(1);
  });

  it('name custom recipients of those without mail, or of all where no mail is migrated, and of DB8 alone', () => {
    const spec = harborSpec();
    const { lab: built, plan } = lab(spec);
    const names = (change: Parameters<typeof plan>[0]): readonly string[] =>
      postOfficeFindings(built, plan(change))['custom-recipients-without-mail'].map(
        (text) => text.split(':')[0] ?? '',
      );
    expect(names({})).toEqual(['Brack Imre']);
    expect(names({ mail: false })).toEqual(['Lund Tove', 'Brack Imre']);
    expect(names({ accounts: ['Vane Cora'] })).toEqual([]);
    expect(names({ dateRange: { from: 0, to: 1 } })).toEqual(['Lund Tove', 'Brack Imre']);
    built.run("UPDATE post_office SET database = 'DB6'");
    expect(names({})).toEqual([]);
  });

  it('look at the mail that is asked for, and at all of it without a plan', () => {
    const { lab: built, plan } = lab(harborSpec());
    const attmail = (change: Parameters<typeof plan>[0]): readonly string[] =>
      postOfficeFindings(built, plan(change))['attmail-headers'];
    expect(attmail({})).toEqual(['Ferris Nora: 1 message']);
    expect(attmail({ mail: false })).toEqual([]);
    expect(attmail({ accounts: ['Vane Cora'] })).toEqual([]);
    expect(attmail({ dateRange: { from: 0, to: 1 } })).toEqual([]);
    expect(postOfficeFindings(built, null)['attmail-headers']).toEqual(['Ferris Nora: 1 message']);
  });

  it('name the parts of a path that are no 8.3 names (Q194869)', () => {
    const { lab: built, plan } = lab(smallSpec({ users: [CORA] }));
    const long = (files: string): readonly string[] =>
      postOfficeFindings(built, plan({ files }))['long-file-path'];
    expect(long('C:\\MIGRATE')).toEqual([]);
    expect(long('C:\\MIGRATE.OLD\\SET_1')).toEqual([]);
    expect(long('C:\\Migration files\\A')).toHaveLength(1);
    expect(long('C:\\MIGRATION\\TOOLONGNAME')).toHaveLength(2);
    expect(postOfficeFindings(built, plan({ method: 'one-step', files: null }))['long-file-path']).toEqual(
      [],
    );
  });

  it('tell of the connector while it runs', () => {
    const { lab: built, plan } = lab(smallSpec({ users: [CORA] }));
    const running = (): readonly string[] => postOfficeFindings(built, plan())['connector-running'];
    expect(running()).toEqual([]);
    built.run("INSERT INTO connector(id, po_id, settings, standing) VALUES(1, 1, '{}', '{}')");
    built.run("INSERT OR REPLACE INTO service(name, state) VALUES('MSExchangeCCMC', 'running')");
    expect(running()).toHaveLength(1);
    built.run("UPDATE service SET state = 'stopped' WHERE name = 'MSExchangeCCMC'");
    expect(running()).toEqual([]);
  });
});
