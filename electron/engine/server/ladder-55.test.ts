import { afterEach, describe, expect, it } from 'vitest';
import windows from '../../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import { installFix, listAvailableFixes } from '../report/fix.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import type { Lab } from '../store/lab.ts';
import { defectActive, MLMIG32_55 } from './defects.ts';
import { type Exchange55Spec, layExchange55 } from './lay-exchange55.ts';
import { EXCHANGE_55, filesAt, type Level, productNamed } from './products.ts';
import { levelOf, putFile, versionOf } from './server-rows.ts';

const MAILMIG = 'C:\\exchsrvr\\bin\\Mailmig.exe';

let bare: BareLab | null = null;
afterEach(() => {
  bare?.discard();
  bare = null;
});

function labAt(level: Exchange55Spec['level'], ...fixes: string[]): Lab {
  bare = bareLab();
  layExchange55(bare.lab, { level, fixes });
  return bare.lab;
}

const install = (lab: Lab, id: string) => installFix(lab, { file: lab.path, install: id });
const standing = (lab: Lab) =>
  JSON.stringify(
    ['product', 'fix', 'server_file', 'service', 'act'].map((table) => lab.all(`SELECT * FROM ${table}`)),
  );

describe('the ladder of Exchange Server 5.5', () => {
  it.each([
    ['RTM', '5.5.1960', '5.5.1960.3', 659_728, '5.5.1960.3'],
    ['SP1', '5.5.2232', '5.5.2232.2', 717_584, '5.5.1960.3'],
    ['SP2', '5.5.2448', '5.5.2448.4', 857_360, '5.5.2448.0'],
    ['SP3', '5.5.2650', '5.5.2650.12', 909_584, '5.5.2650.12'],
    ['SP4', '5.5.2653', '5.5.2653', null, '5.5.2653'],
  ] as const)('%s is build %s with Mlmig32.dll %s', (level, build, dll, size, exe) => {
    const lab = labAt(level);
    expect(lab.get('SELECT level, build FROM product WHERE name = ?', EXCHANGE_55)).toEqual({ level, build });
    expect(lab.get('SELECT version, size, evidence FROM server_file WHERE path = ?', MLMIG32_55)).toEqual({
      version: dll,
      size,
      evidence: level === 'SP4' ? 'modelled' : 'documented',
    });
    expect(versionOf(lab, MAILMIG)).toBe(exe);
    expect(lab.get("SELECT state FROM service WHERE name = 'MSExchangeDS'")).toEqual({ state: 'running' });
  });

  it('ships what the windows of the defects say', () => {
    for (const { release, version } of windows.shipped) {
      const level = release.slice('5.5 '.length) as Level;
      const dll = filesAt(productNamed(EXCHANGE_55), level).find((file) => file.path === MLMIG32_55);
      if (version === null) expect(dll?.evidence).toBe('modelled');
      else expect(dll?.version).toBe(version);
    }
  });

  it.each(['SP1', 'SP2', 'SP3', 'SP4'] as const)('goes from RTM to %s in one step', (level) => {
    const lab = labAt('RTM');
    expect(install(lab, `E55${level}`).ok).toBe(true);
    const upgraded = lab.all('SELECT path, version, size FROM server_file ORDER BY path');
    expect(levelOf(lab, EXCHANGE_55)).toBe(level);
    bare?.discard();
    expect(upgraded).toEqual(labAt(level).all('SELECT path, version, size FROM server_file ORDER BY path'));
  });
});

describe('fixes of Exchange Server 5.5', () => {
  it.each([
    ['RTM', 'Q194218', null, '5.5.2419.0'],
    ['SP1', 'Q197114', null, '5.5.2448.0'],
    ['SP1', 'q214822', null, '5.5.2543.1'],
    ['SP3', 'POSTSP3A', null, '5.5.2651.29'],
    ['SP3', 'POSTSP3B', null, '5.5.2652.39'],
    ['SP4', 'Q287056', null, '5.5.2654.89'],
    // SP2's Mailmig.exe is exactly 5.5.2448.0, but it is the DLL, 5.5.2448.4, that contains the hotfix.
    ['SP2', 'Q197114', 'fix-contained', '5.5.2448.4'],
    ['SP2', 'Q194218', 'fix-contained', '5.5.2448.4'],
    ['SP3', 'E55SP2', 'fix-contained', '5.5.2650.12'],
    ['SP4', 'POSTSP3B', 'fix-contained', '5.5.2653'],
    ['SP2', 'E55SP2', 'fix-installed', '5.5.2448.4'],
    ['SP3', 'Q287056', 'fix-prerequisite', '5.5.2650.12'],
    ['SP2', 'POSTSP3A', 'fix-prerequisite', '5.5.2448.4'],
    ['SP3', 'Q251018', 'fix-unknown', '5.5.2650.12'],
    ['SP3', 'KB919235', 'fix-no-product', '5.5.2650.12'],
    ['SP3', 'Q1', 'fix-unknown', '5.5.2650.12'],
  ] as const)('on %s installing %s: %s', (level, id, code, dll) => {
    const lab = labAt(level);
    const before = standing(lab);
    const done = install(lab, id);
    expect(done.ok ? null : done.failure.code).toBe(code);
    expect(versionOf(lab, MLMIG32_55)).toBe(dll);
    if (code !== null) expect(standing(lab)).toBe(before);
  });

  it('says which fix an article is in that has none of its own', () => {
    const done = install(labAt('SP3'), 'Q251018');
    expect(done.ok ? '' : done.failure.message).toContain('POSTSP3B');
  });

  it('names the higher version that contains an older hotfix', () => {
    const done = install(labAt('SP3'), 'Q197114');
    expect(done.ok ? '' : done.failure.message).toContain('Mlmig32.dll 5.5.2650.12');
  });

  it('stay where they are newer than a service pack that comes behind them', () => {
    const lab = labAt('RTM', 'Q197114');
    const done = install(lab, 'E55SP1');
    expect(done.ok && done.value.files.map((file) => file.path)).not.toContain(MLMIG32_55);
    expect(versionOf(lab, MLMIG32_55)).toBe('5.5.2448.0');
    expect(levelOf(lab, EXCHANGE_55)).toBe('SP1');
  });

  it('take the place of older ones, and no older one comes back', () => {
    const lab = labAt('SP1');
    expect(install(lab, 'Q194218').ok).toBe(true);
    expect(listAvailableFixes(lab).map(({ id }) => id)).toContain('Q197114');
    expect(install(lab, 'Q197114').ok).toBe(true);
    expect(listAvailableFixes(lab).map(({ id }) => id)).not.toContain('Q194218');
    expect(install(lab, 'Q194218')).toMatchObject({ ok: false, failure: { code: 'fix-installed' } });
  });

  it('can be installed again after somebody took the file away', () => {
    const lab = labAt('SP1', 'Q197114');
    lab.run('DELETE FROM server_file WHERE path = ?', MLMIG32_55);
    expect(install(lab, 'Q197114').ok).toBe(true);
    expect(versionOf(lab, MLMIG32_55)).toBe('5.5.2448.0');
  });
});

describe('a defect', () => {
  it.each([
    ['RTM', [], 'Q197114', true],
    ['SP1', ['Q194218'], 'Q197114', true],
    ['SP1', ['Q194218'], 'Q194218', false],
    ['SP1', ['Q197114'], 'Q197114', false],
    ['SP2', [], 'Q197114', false],
    ['SP2', [], 'Q251018', true],
    ['SP3', ['POSTSP3A'], 'Q251018', true],
    ['SP3', ['POSTSP3A'], 'Q262989', true],
    ['SP3', ['POSTSP3B'], 'Q262989', false],
    ['SP3', ['POSTSP3B'], 'Q251018', false],
    ['SP4', [], 'Q251018', false],
    ['SP4', [], 'Q287056', true],
    ['SP1', ['WEB3'], 'Q214836', true],
    ['RTM', [], 'Q169130', true],
    ['SP1', [], 'Q169130', false],
  ] as const)('%s with %j has %s: %s', (level, fixes, kb, there) => {
    expect(defectActive(labAt(level, ...fixes), kb)).toBe(there);
  });

  it('is judged by the file, whatever stands beside it', () => {
    const lab = labAt('SP1');
    const [newer] = productNamed(EXCHANGE_55).hotfixes.filter(({ id }) => id === 'Q197114');
    const file = newer?.files[0];
    if (file === undefined) throw new Error('no file');
    putFile(lab, file);
    expect(defectActive(lab, 'Q197114')).toBe(false);
    lab.run('DELETE FROM server_file WHERE path = ?', MLMIG32_55);
    expect(defectActive(lab, 'Q197114')).toBe(true);
  });

  it('is in no server without Exchange Server 5.5, and one that nobody knows is a bug', () => {
    bare = bareLab();
    expect(defectActive(bare.lab, 'Q197114')).toBe(false);
    expect(() => defectActive(labAt('SP1'), 'Q1')).toThrow('Q1');
  });
});
