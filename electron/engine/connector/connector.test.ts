import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { realPath } from '../server/lab-files.ts';
import type { Lab } from '../store/lab.ts';
import type { CcMailTestLab } from '../testing/ccmail-world.ts';
import {
  ADMIN,
  connectorEvents,
  connectorWorld,
  damage,
  eventIds,
  file,
  programs,
  service,
  shown,
  STORE,
  WINNT,
  work,
} from '../testing/connector-world.ts';
import { connectorFindings } from './findings.ts';

let world: CcMailTestLab | null = null;
afterEach(() => {
  world?.discard();
  world = null;
});

function lab(
  office?: Partial<PostOfficeSpec>,
  laid?: readonly ProgramsSpec[],
  more?: Partial<CcMailLabSpec>,
): Lab {
  world = connectorWorld(office, laid, more);
  return world.lab;
}

describe('a post office of release 8.5', () => {
  const at85 = (laid: readonly ProgramsSpec[]) => lab({ release: '8.5' }, laid);

  it('is corrupted by the 16-bit programs, with the signs of Q179072', () => {
    const on = at85([programs('dos-8.3', WINNT)]);
    expect(connectorFindings(on)).toHaveLength(2);
    const done = work(on);
    expect(done).toMatchObject({ state: 'stopped', result: 'damaged' });
    expect(done.connector.postOffice.damaged).toBe(true);
    expect(eventIds(on)).toEqual([59, 62, 71, 59, 68]);
    expect(JSON.parse(damage(on) ?? '{}')).toMatchObject({
      cause: 'Q248195',
      files: ['CLANDATA', 'NFTerror.log'],
    });
    const log = realPath(on, '\\\\HARBOR\\CCDATA\\NFTerror.log');
    expect(log.ok && existsSync(log.value)).toBe(true);
  });

  it('stays corrupted: the right programs do not heal it', () => {
    const on = at85([programs('dos-8.3', WINNT)]);
    work(on);
    const before = damage(on);
    for (const name of ['Import.exe', 'Export.exe'])
      expect(file(on, 'delete', `${WINNT}\\${name}`).ok).toBe(true);
    expect(service(on, 'start').ok).toBe(true);
    expect(shown(on)?.state).toBe('stopped');
    expect(damage(on)).toBe(before);
  });

  it('runs after the five steps, and a full cycle of directory synchronization completes', () => {
    const on = at85([programs('dos-8.3', WINNT), programs('win32-8.5', ADMIN)]);
    // Without the first step the files cannot be replaced.
    expect(file(on, 'copy', `${ADMIN}\\IMPORT32.EXE`, `${WINNT}\\Import.exe`)).toMatchObject({
      failure: { code: 'file-in-use' },
    });
    expect(service(on, 'stop').ok).toBe(true);
    for (const name of ['Import', 'Export']) {
      expect(file(on, 'rename', `${ADMIN}\\${name}32.exe`, `${name}.exe`).ok).toBe(true);
      expect(file(on, 'copy', `${ADMIN}\\${name}.exe`, WINNT)).toMatchObject({
        ok: true,
        value: { replaced: { version: '8.30.03', flavour: '16-bit' } },
      });
    }
    for (const name of ['Cdmw800', 'Cfw803', 'Ciw803'])
      expect(file(on, 'copy', `${ADMIN}\\${name}.dll`, WINNT).ok).toBe(true);
    expect(file(on, 'copy', `${ADMIN}\\Impexp.ri`, STORE).ok).toBe(true);
    expect(connectorFindings(on)).toEqual([]);
    const started = service(on, 'start');
    expect(started.ok && started.value.events.filter(({ type }) => type === 'Error')).toEqual([]);
    expect(work(on)).toMatchObject({ state: 'running', result: 'ok', code: 0 });
    expect(damage(on)).toBeNull();
  });

  const right = [programs('win32-8.5', WINNT, { renamed: true }), programs('win32-8.5', STORE)];
  it.each([
    [
      'under their own names',
      [programs('win32-8.5', WINNT), right[1]],
      [43, ...Array(25).fill(86), 85],
      'stopped',
    ],
    [
      'outside the path',
      [programs('win32-8.5', ADMIN, { renamed: true }), right[1]],
      [43, ...Array(25).fill(86), 85],
      'stopped',
    ],
    [
      'without a library',
      [
        programs('win32-8.5', WINNT, { renamed: true, missing: ['CFW803.DLL'] }),
        programs('win32-8.5', STORE, { missing: ['CFW803.DLL'] }),
      ],
      [null],
      'running',
    ],
    ['without the resource file in Ccmcdata', [right[0]], [65, 14005, 59], 'running'],
  ] as const)('is left alone by 32-bit programs %s, which do not work', (_, laid, ids, state) => {
    const on = at85(laid.flatMap((each) => (each === undefined ? [] : [each])));
    const before = on.all('SELECT * FROM po_user');
    expect(work(on)).toMatchObject({ state, result: 'failed' });
    expect(eventIds(on)).toEqual(ids);
    expect(damage(on)).toBeNull();
    expect(on.all('SELECT * FROM po_user')).toEqual(before);
    expect(connectorFindings(on)).toEqual([]);
  });

  it('works with the registry values of Q251360, without renaming anything', () => {
    const on = at85([programs('win32-8.5', ADMIN)]);
    for (const set of ['Import=Import32.exe', 'Export=Export32.exe', `cc:Mail Admin file path=${ADMIN}`])
      expect(shown(on, { set })?.restartNeeded).toBe(true);
    // They count from the next start on.
    expect(work(on)).toMatchObject({ state: 'stopped', result: 'failed' });
    expect(service(on, 'start').ok).toBe(true);
    expect(work(on)).toMatchObject({ state: 'running', result: 'ok' });
    expect(shown(on)?.programs.map(({ path }) => path)).toEqual(
      ['IMPORT32.EXE', 'EXPORT32.EXE', 'IMPEXP.RI', 'CDMW800.DLL', 'CFW803.DLL', 'CIW803.DLL'].map(
        (name) => `${ADMIN}\\${name}`,
      ),
    );
  });
});

describe('a post office before 8.5', () => {
  it('works with the 16-bit programs', () => {
    const on = lab();
    expect(connectorFindings(on)).toEqual([]);
    expect(work(on)).toMatchObject({ state: 'running', result: 'ok' });
    expect(eventIds(on)).toEqual([]);
  });

  it('of DB6 needs no resource file', () => {
    const on = lab({ database: 'DB6', release: '5.1' }, [programs('dos-5.1', WINNT)]);
    expect(work(on)).toMatchObject({ result: 'ok' });
    expect(shown(on)?.settings.find(({ key }) => key === 'version')?.value).toBe('5.15/5.14');
  });
});

describe('troubles of the connector', () => {
  it.each([
    ['no programs (Q294947)', [], {}, [], 'cycle', [43, ...Array(25).fill(86), 85], 2, 'stopped'],
    [
      'no IE.RI (Q190275)',
      [programs('dos-8.3', WINNT, { missing: ['IE.RI'] })],
      {},
      [],
      'transfer',
      [65],
      1,
      'running',
    ],
    [
      'no IE.RI in dirsync (Q233164)',
      [programs('dos-8.3', WINNT, { missing: ['IE.RI'] })],
      {},
      [],
      'cycle',
      [65, 14005, 59],
      1,
      'running',
    ],
    ['a wrong name (Q233164)', null, {}, ['name=HAVEN'], 'cycle', [14005, 59], 3, 'running'],
    ['a wrong password (Q233164)', null, {}, ['password=wrong'], 'cycle', [14005, 59], 3, 'running'],
    ['a wrong path (Q233164)', null, {}, ['path=\\\\HARBOR\\ELSEWHERE'], 'cycle', [14005, 59], 3, 'running'],
    ['no access (Q233164)', null, {}, ['access=no'], 'cycle', [14005, 59], 3, 'running'],
    ['no access in a transfer (Q166045)', null, {}, ['access=no'], 'transfer', [70], 3, 'running'],
    ['another database chosen (Q168465)', null, {}, ['version=5.15/5.14'], 'cycle', [68], 1, 'running'],
    [
      'programs of another database (Q168465)',
      [programs('dos-5.1', WINNT)],
      {},
      [],
      'cycle',
      [68],
      1,
      'running',
    ],
    ['OS/2 programs', [programs('os2-8.0', WINNT)], {}, [], 'cycle', [null], null, 'running'],
    [
      'a damaged post office (Q179072)',
      null,
      { damage: 'Q179072' },
      [],
      'cycle',
      [59, 62, 71, 59, 68],
      4,
      'stopped',
    ],
  ] as const)('%s', (_, laid, office, settings, what, ids, code, state) => {
    const on = laid === null ? lab(office) : lab(office, laid);
    for (const set of settings) shown(on, { set });
    if (settings.length > 0) {
      service(on, 'stop');
      service(on, 'start');
    }
    const logged = connectorEvents(on).length;
    const directory = () => JSON.stringify(on.all('SELECT * FROM po_user'));
    const before = directory();
    const done = work(on, what);
    expect(eventIds(on).slice(logged)).toEqual(ids);
    expect(done).toMatchObject({ state, code });
    expect(done.result).not.toBe('ok');
    expect(directory()).toBe(before);
  });

  it('write the article texts, and say where a text is ours', () => {
    const on = lab({}, [programs('dos-8.3', WINNT, { missing: ['IE.RI'] })]);
    work(on);
    const rows = on.all<{ id: number; text: string; evidence: string }>(
      "SELECT event_id AS id, text, evidence FROM event WHERE source = 'MSExchangeCCMC' ORDER BY event.id",
    );
    expect(rows[0]).toMatchObject({ id: 65, evidence: 'documented' });
    expect(rows[0]?.text).toContain('R0002 Resource file not found: C:\\WINNT\\IE.RI.');
    expect(rows.find(({ id }) => id === 14005)?.evidence).toBe('modelled');
  });

  it('count threads up to 25', () => {
    const on = lab({}, []);
    work(on);
    const restarts = connectorEvents(on).filter(({ id }) => id === 86);
    expect(restarts.at(0)?.text).toContain('started so far is 1.');
    expect(restarts.at(-1)?.text).toContain('started so far is 25.');
  });
});
