import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import library55 from '../../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import { GATE_POLICY } from '../../../shared/gate/evaluate.ts';
import { parseKbRecord } from '../../../shared/gate/record.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import type { Lab } from '../store/lab.ts';
import { type BareLab, bareLab } from '../testing/bare-lab.ts';
import { cloneFault } from './fault.ts';
import { evaluateGate } from './gate.ts';
import { kbLibrary } from './kb-library.ts';
import { HOTFIX_MLMIG32, layServer, putFile, type ServerLevel } from './server-install.ts';
import { setServer } from './server.ts';

let bare: BareLab | null = null;
afterEach(() => {
  bare?.discard();
  bare = null;
});

function labAt(level: ServerLevel, aliases: readonly string[] = ['anna']): Lab {
  bare = bareLab(aliases);
  layServer(bare.lab, level);
  bare.lab.run("INSERT INTO container(org_id, dn) VALUES(2, 'CN=Users')");
  return bare.lab;
}

const PLAN: RunPlan = {
  mode: 'clone',
  source: 'EXCHANGE',
  accounts: ['anna'],
  sourceServer: 'MAIL1',
  targetServer: 'MAIL2',
  targetStore: 'Mailbox Store',
  container: 'CN=Users',
  createAccounts: true,
  dateRange: null,
  subjectPrefixes: null,
  targetAddressDomain: null,
  restrictToSid: false,
  accountChoices: {},
};

function clone(lab: Lab) {
  const report = evaluateGate(lab, { mode: 'clone', source: 'EXCHANGE' });
  const rule = report.rules.find((candidate) => candidate.kb === 'KB919235');
  if (rule === undefined) throw new Error('no rule for KB919235');
  return { ok: report.ok, rule };
}

function judged(lab: Lab, plan: Partial<RunPlan>) {
  const whole = { ...PLAN, ...plan };
  const report = evaluateGate(lab, { mode: whole.mode, source: whole.source, plan: whole });
  return report.rules.filter((rule) => rule.judged === 'prerequisites' && rule.verdict !== 'pass');
}

describe('the rule of KB919235', () => {
  it.each([
    ['RTM', false],
    ['SP1', false],
    ['SP2', false],
    ['SP2+hotfix', true],
  ] as const)('lets clone mode start on %s: %s', (level, passes) => {
    const lab = labAt(level);
    expect(clone(lab).ok).toBe(passes);
    expect(cloneFault(lab).faulty).toBe(!passes);
  });

  it('does not pass a DLL that was copied onto SP1 by hand', () => {
    const lab = labAt('SP1');
    putFile(lab, HOTFIX_MLMIG32);
    const { ok, rule } = clone(lab);
    expect(ok).toBe(false);
    expect(rule.found).toBe('Exchange Server 2003 SP1 (build 6.5.7226), Mlmig32.dll 6.5.7651.29');
    expect(cloneFault(lab).faulty).toBe(true);
  });

  it.each([
    ['6.5.7651.9', false],
    ['6.5.7651.29', true],
    ['6.5.7653.33', true],
    [null, false],
  ])('judges Mlmig32.dll %s on SP2 by its number', (version, passes) => {
    const lab = labAt('SP2');
    putFile(lab, { ...HOTFIX_MLMIG32, version });
    expect(clone(lab).ok).toBe(passes);
    expect(cloneFault(lab).faulty).toBe(!passes);
  });

  it('does not pass a server without the file or without the product', () => {
    const lab = labAt('SP2+hotfix');
    lab.run("DELETE FROM server_file WHERE path LIKE '%Mlmig32.dll'");
    expect(clone(lab).rule.found).toContain('no Mlmig32.dll');
    lab.run('DELETE FROM product');
    expect(clone(lab).rule.found).toContain('no Exchange Server 2003');
    expect(clone(lab).ok).toBe(false);
  });

  it('says that the refusal is the policy of the lab, what Microsoft advised, and what the way without it costs', () => {
    const { rule } = clone(labAt('SP1'));
    expect(rule.evidence).toBe('documented');
    expect(rule.judged).toBe('opening');
    expect(rule.advice).toContain(GATE_POLICY);
    for (const words of [
      'Product Support Services',
      'next service pack',
      'No restart',
      'no other hotfix',
      '.ost',
    ])
      expect(rule.advice.join(' ')).toContain(words);
  });

  it('leaves the default mode alone', () => {
    const report = evaluateGate(labAt('RTM'), { mode: 'default', source: 'EXCHANGE' });
    expect(report.ok).toBe(true);
    expect(report.rules.find((rule) => rule.kb === 'KB919235')?.verdict).toBe('pass');
  });
});

describe('the defect', () => {
  it('strikes the first mailbox with page heap on, and a seeded one of them without', () => {
    const lab = labAt('SP1');
    const places = Array.from({ length: 40 }, (_, index) => cloneFault(lab).failsAtOrdinal(index + 1));
    // Never the first where there is another one: that is what page heap changes, and a rerun has something to merge.
    expect(places[0]).toBe(0);
    expect(places.every((place, index) => index === 0 || (place >= 1 && place <= index))).toBe(true);
    expect(new Set(places).size).toBeGreaterThan(2);
    expect(cloneFault(lab).why.evidence).toBe('modelled');
    setServer(lab, { file: lab.path, set: 'pageheap=on' });
    expect(cloneFault(lab).failsAtOrdinal(40)).toBe(0);
    expect(cloneFault(lab).why.evidence).toBe('documented');
  });
});

describe('the rules about the data', () => {
  it('say nothing about a clean plan', () => {
    expect(judged(labAt('SP2+hotfix'), {})).toEqual([]);
  });

  it('refuse filters in clone mode, and only there', () => {
    const lab = labAt('SP2+hotfix');
    const filtered = { dateRange: { from: 0, to: 1 }, subjectPrefixes: ['[x]'] };
    expect(judged(lab, filtered)).toMatchObject([
      { kb: 'aa996178', verdict: 'refuse', found: 'a date range; 1 subject prefix' },
    ]);
    expect(judged(lab, { ...filtered, mode: 'default' })).toEqual([]);
  });

  it('refuse a server, store or container that is not there', () => {
    const lab = labAt('SP2+hotfix');
    expect(judged(lab, { targetServer: 'NOWHERE' })).toMatchObject([{ verdict: 'refuse' }]);
    expect(judged(lab, { targetStore: 'None', container: 'CN=None' })[0]?.found).toBe(
      'no mailbox store "None" on MAIL2; no container "CN=None" in the target directory',
    );
    expect(judged(lab, { container: '', createAccounts: false })).toEqual([]);
  });

  it('refuse to migrate within one organization', () => {
    const lab = labAt('SP2+hotfix');
    lab.run("UPDATE org SET name = 'ALDER MILLS' WHERE role = 'target'");
    expect(judged(lab, {})).toMatchObject([
      { verdict: 'refuse', found: 'both organizations are "Alder Mills"' },
    ]);
  });

  it('warn when the target domain does not trust the source', () => {
    const lab = labAt('SP2+hotfix');
    lab.run("UPDATE org SET trusts_source = 0 WHERE role = 'target'");
    expect(judged(lab, {})).toMatchObject([{ kb: 'KB328871', verdict: 'warn' }]);
  });

  it('note mail that is due between the stages, unless it bounces', () => {
    const lab = labAt('SP2+hotfix');
    const plan = (kind: string) =>
      lab.run(
        "INSERT INTO planned(kind, source_mailbox, at) VALUES(?, ?, 'before-stage-2')",
        kind,
        bare?.mailboxes.source[0] ?? 0,
      );
    plan('deliver');
    expect(judged(lab, {})).toMatchObject([
      { kb: 'KB842101', verdict: 'note', found: 'mail will arrive for anna' },
    ]);
    expect(judged(lab, { targetAddressDomain: 'relay.example' })).toEqual([]);
    plan('logon');
    expect(judged(lab, { targetAddressDomain: 'relay.example' })).toMatchObject([
      { found: 'anna will log on' },
    ]);
  });
});

describe('the library', () => {
  it('holds one rule with its own id per record', () => {
    const ids = kbLibrary().map((record) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds every record that lies in its folder, each in a file of its own name', () => {
    const folder = join(import.meta.dirname, '../../../resources/kb');
    const files = readdirSync(folder).filter(
      (name) => name.endsWith('.json') && name !== 'mlmig32-windows.json',
    );
    expect(files.map((name) => name.slice(0, -'.json'.length)).sort()).toEqual(
      kbLibrary()
        .map((record) => record.id)
        .sort(),
    );
  });

  it('names defects that have a window, and says how every refusal is lifted', () => {
    const windows = new Set(library55.windows.map((window) => window.kb));
    const named = kbLibrary().flatMap(({ test }) => (test.kind === 'defect' ? [test.window] : []));
    expect(named.filter((window) => !windows.has(window))).toEqual([]);
    expect(kbLibrary().filter((record) => record.effect === 'refuse' && record.advice.length === 0)).toEqual(
      [],
    );
  });

  it('ends every sentence of advice with a full stop, and needs with none', () => {
    const wrong = kbLibrary().flatMap((record) => [
      ...record.advice.filter((line) => !line.endsWith('.')),
      ...(record.needs.endsWith('.') ? [record.needs] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a list', []],
    ['a missing field', { ...kbLibrary()[0], needs: undefined }],
    ['an unknown field', { ...kbLibrary()[0], extra: 1 }],
    [
      'a version that is none',
      {
        ...kbLibrary()[0],
        test: { kind: 'installed', product: 'x', level: 'SP2', files: [{ path: 'x', version: 'new' }] },
      },
    ],
    ['a claim without its ground', { ...kbLibrary()[0], source: null }],
  ])('refuses %s', (_what, record) => {
    expect(parseKbRecord(record)).toMatchObject({ ok: false, failure: { code: 'kb-record' } });
  });
});
