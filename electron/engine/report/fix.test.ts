import { afterEach, describe, expect, it } from 'vitest';
import type { Lab } from '../store/lab.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import { evaluateGate } from './gate.ts';
import { installFix, listAvailableFixes } from './fix.ts';
import { HOTFIX_MLMIG32, layServer, MLMIG32, putFile, type ServerLevel } from './server-install.ts';
import { setServer } from './server.ts';

let bare: BareLab | null = null;
afterEach(() => {
  bare?.discard();
  bare = null;
});

function labAt(level: ServerLevel): Lab {
  bare = bareLab();
  layServer(bare.lab, level);
  return bare.lab;
}

const install = (lab: Lab, id: string) => installFix(lab, { file: lab.path, install: id });
const failureOf = (lab: Lab, id: string) => {
  const done = install(lab, id);
  return done.ok ? null : done.failure.code;
};
const available = (lab: Lab) => listAvailableFixes(lab).map((fix) => fix.id);

describe('fixes', () => {
  it('go on in order: the service pack, then the hotfix, and then clone mode may start', () => {
    const lab = labAt('SP1');
    expect(available(lab)).toEqual(['E2003SP2', 'KB919235']);
    expect(failureOf(lab, 'KB919235')).toBe('fix-prerequisite');
    expect(install(lab, 'E2003SP2').ok).toBe(true);
    expect(available(lab)).toEqual(['KB919235']);
    expect(evaluateGate(lab, { mode: 'clone', source: 'EXCHANGE' }).ok).toBe(false);
    expect(install(lab, 'KB919235')).toMatchObject({
      ok: true,
      value: { installed: 'KB919235', files: [{ path: MLMIG32, version: '6.5.7651.29' }] },
    });
    expect(available(lab)).toEqual([]);
    expect(evaluateGate(lab, { mode: 'clone', source: 'EXCHANGE' }).ok).toBe(true);
  });

  it.each([
    ['RTM', 'KB919235', 'fix-prerequisite'],
    ['SP1', 'E2003SP1', 'fix-installed'],
    ['SP2', 'E2003SP1', 'fix-contained'],
    ['SP2', 'E2003SP2', 'fix-installed'],
    ['SP2+hotfix', 'KB919235', 'fix-installed'],
    ['SP1', 'KB000000', 'fix-unknown'],
  ] as const)('on %s refuse %s with a reason and change nothing', (level, id, code) => {
    const lab = labAt(level);
    const before = JSON.stringify([lab.all('SELECT * FROM fix'), lab.all('SELECT * FROM server_file')]);
    expect(failureOf(lab, id)).toBe(code);
    expect(JSON.stringify([lab.all('SELECT * FROM fix'), lab.all('SELECT * FROM server_file')])).toBe(before);
  });

  it('give the file exactly as the article lists it', () => {
    const lab = labAt('SP2');
    install(lab, 'kb919235');
    expect(
      lab.get('SELECT size, modified, platform, evidence FROM server_file WHERE path = ?', MLMIG32),
    ).toEqual({
      size: 4_470_784,
      modified: Date.parse('2006-06-12T22:21:00Z'),
      platform: 'x86',
      evidence: 'documented',
    });
  });

  it('leave a newer file alone', () => {
    const lab = labAt('SP1');
    putFile(lab, HOTFIX_MLMIG32);
    const done = install(lab, 'E2003SP2');
    expect(done.ok && done.value.files.map((file) => file.path)).not.toContain(MLMIG32);
    expect(evaluateGate(lab, { mode: 'clone', source: 'EXCHANGE' }).ok).toBe(true);
  });
});

describe('settings of the server', () => {
  it.each([
    ['pageheap=on', null],
    ['fallback=fail', null],
    ['halfClone=rollback', null],
    ['replicationMinutes=30', null],
    ['utcOffsetMinutes=-300', null],
    ['pageheap', 'setting-form'],
    ['=on', 'setting-form'],
    ['pageheap=maybe', 'setting-value'],
    ['replicationMinutes=soon', 'setting-value'],
    ['replicationMinutes=-1', 'setting-value'],
    ['colour=red', 'setting-unknown'],
  ])('%s: %s', (set, code) => {
    const lab = labAt('SP1');
    const done = setServer(lab, { file: lab.path, set });
    expect(done.ok ? null : done.failure.code).toBe(code);
    if (!done.ok) {
      expect(lab.all('SELECT * FROM setting')).toEqual([]);
      return;
    }
    const [key = '', value] = set.split('=');
    expect((done.value.settings as Record<string, string>)[key]).toBe(value);
  });
});
