import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { newLab } from '../build/new-lab.ts';
import { orgOf, sourceAliases } from '../mailbox/directory.ts';
import { checkLab } from '../migrate/check.ts';
import { migrate } from '../migrate/run.ts';
import { startRun } from '../migrate/start-run.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { outlook } from '../outlook/outlook.ts';
import { labDigest } from '../store/digest.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { compareLabs } from './compare.ts';
import { eventsReport } from './events.ts';
import { fateReport, type MailboxFates } from './fate.ts';
import { installFix } from './fix.ts';
import { evaluateGate } from './gate.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-fate-'));
const labs: Lab[] = [];
afterAll(() => {
  for (const lab of labs) lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(name: string): Lab {
  const file = join(folder, name);
  const built = newLab({ file, seed: 7 });
  if (!built.ok) throw new Error(built.failure.message);
  const opened = openLab(file);
  if (!opened.ok) throw new Error(opened.failure.message);
  labs.push(opened.value);
  for (const install of ['E2003SP2', 'KB919235']) installFix(opened.value, { file, install });
  return opened.value;
}

function planOf(lab: Lab, mode: Mode): RunPlan {
  const target = orgOf(lab, 'target').id;
  const place = lab.get<{ server: string; store: string }>(
    `SELECT server.netbios AS server, mdb.name AS store FROM mdb JOIN server ON server.id = mdb.server_id
      JOIN admin_group g ON g.id = server.admin_group_id WHERE g.org_id = ? ORDER BY mdb.id LIMIT 1`,
    target,
  );
  return {
    mode,
    source: 'EXCHANGE',
    accounts: sourceAliases(lab),
    sourceServer: '*',
    targetServer: place?.server ?? '',
    targetStore: place?.store ?? '',
    container: lab.get<{ dn: string }>('SELECT dn FROM container WHERE org_id = ?', target)?.dn ?? '',
    createAccounts: true,
    dateRange: null,
    subjectPrefixes: null,
    targetAddressDomain: null,
    restrictToSid: false,
    accountChoices: {},
  };
}

function rehearse(name: string, mode: Mode): Lab {
  const lab = open(name);
  const started = startRun(lab, planOf(lab, mode), { ignoreGate: false, asked: {} });
  if (!started.ok) throw new Error(started.failure.message);
  const news = migrate(lab, started.value);
  while (news.next().done !== true);
  return lab;
}

function fates(lab: Lab): readonly MailboxFates[] {
  const report = fateReport(lab, { file: lab.path });
  if (!report.ok) throw new Error(report.failure.message);
  return report.value.mailboxes;
}

/** Alias, effective mode, .ost and what decided over it, number of lost items, fates of the rules. */
function told(lab: Lab) {
  return fates(lab).map((one) => [
    one.alias,
    one.effectiveMode,
    one.ost?.rule,
    one.ost?.lostItems.length,
    one.rules.map((rule) => rule.fate).join(' '),
  ]);
}

let merged: Lab;
let cloned: Lab;
beforeAll(() => {
  merged = rehearse('default.mwlab', 'default');
  cloned = rehearse('clone.mwlab', 'clone');
});

describe('the lessons of the default scenario', () => {
  it('come out in clone mode as each is meant', () => {
    expect(told(cloned)).toEqual([
      ['clara.berg', 'clone', 'ost-kept', 0, 'XLATE XLATE'],
      ['lars.holt', 'clone', 'ost-kept', 0, 'XLATE'],
      ['ines.moor', 'default', 'ost-refused', 0, 'LOST'],
      ['otto.lind', 'clone', 'ost-renamed', 0, 'XLATE'],
      ['maud.frost', 'clone', 'ost-kept', 0, 'XLATE XLATE'],
      ['tess.ryde', 'default', 'ost-refused', 0, 'LOST'],
      ['cora.vane', 'clone', 'ost-kept', 0, 'XLATE KEEP'],
      ['bruno.hale', 'clone', 'ost-kept', 0, 'XLATE'],
    ]);
  });

  it('cost every .ost in the default mode, and strand what was not synchronized', () => {
    const table = told(merged);
    expect(table.map((row) => row[1])).toEqual(Array(8).fill('default'));
    expect(table.every((row) => row[2] === 'ost-refused' || row[2] === 'ost-renamed')).toBe(true);
    expect(table.find((row) => row[0] === 'lars.holt')?.[3]).toBe(3);
    const lost = fates(merged).find((one) => one.alias === 'lars.holt')?.ost?.lostItems[0];
    expect(lost?.rescue).toContain('.pst');
  });

  it('keep delegates and permissions in clone mode and lose them in the default mode', () => {
    const permissions = (lab: Lab) =>
      fates(lab)
        .find((one) => one.alias === 'maud.frost')
        ?.permissions.map((one) => one.fate);
    expect(permissions(cloned)).toEqual(['KEEP', 'KEEP', 'KEEP', 'KEEP']);
    expect(permissions(merged)).toEqual(['LOST', 'LOST', 'LOST', 'LOST']);
  });

  it('keep every entry ID in clone mode; in the default mode the target refers to its own folders', () => {
    const calendar = (lab: Lab) =>
      fates(lab)[0]?.references.find((one) => one.name === 'Calendar (0x36D0 on inbox)')?.fate;
    expect(calendar(cloned)).toBe('KEEP');
    expect(calendar(merged)).toBe('REBUILD');
    const dangling = fates(merged)[0]?.references.filter((one) => one.fate === 'DANGLE');
    expect(dangling?.map((one) => one.rule)).toEqual(['reference-not-found', 'reference-not-found']);
  });
});

describe('looking at fates', () => {
  it('changes nothing in the lab', () => {
    const before = labDigest(cloned);
    fates(cloned);
    expect(checkLab(cloned)).toMatchObject({ ok: true, value: { ok: true, violations: [] } });
    expect(labDigest(cloned)).toBe(before);
  });

  it('tells the same after the user has really met the new mailbox', () => {
    const gc = merged.get<{ fqdn: string }>(
      "SELECT fqdn FROM server JOIN admin_group g ON g.id = admin_group_id WHERE g.org_id = ? AND role = 'gc'",
      orgOf(merged, 'target').id,
    );
    for (const lab of [merged, cloned]) {
      const before = told(lab);
      const user = 'lars.holt';
      expect(exprofre(lab, { file: lab.path, user, targetgc: gc?.fqdn ?? '' }).ok).toBe(true);
      expect(outlook(lab, { file: lab.path, user, sync: true }).ok).toBe(true);
      expect(told(lab)).toEqual(before);
      expect(checkLab(lab)).toMatchObject({ value: { ok: true } });
    }
  });

  it('founds each on a source or says why it is only modelled', () => {
    for (const lab of [merged, cloned])
      for (const one of fates(lab))
        for (const fate of [
          ...one.rules,
          ...one.references,
          ...one.permissions,
          ...(one.ost ? [one.ost] : []),
        ])
          expect(fate.evidence === 'documented' ? fate.source : fate.reason, fate.rule).toBeTruthy();
  });

  it('refuses a run that is not there, and a lab without runs, in one sentence', () => {
    expect(fateReport(cloned, { file: cloned.path, run: 99 })).toMatchObject({
      failure: { code: 'unknown-run' },
    });
    const empty = open('empty.mwlab');
    expect(fateReport(empty, { file: empty.path })).toMatchObject({ failure: { code: 'no-run' } });
    expect(compareLabs(empty, cloned)).toMatchObject({ failure: { code: 'no-run' } });
  });
});

describe('two labs side by side', () => {
  it('show what each mode did to every mailbox', () => {
    const compared = compareLabs(merged, cloned);
    expect(compared).toMatchObject({ ok: true });
    expect(compared.ok && compared.value.mailboxes[0]).toMatchObject({
      alias: 'clara.berg',
      a: { effectiveMode: 'default', ost: 'REBUILD', rules: { LOST: 2 } },
      b: { effectiveMode: 'clone', ost: 'KEEP', rules: { XLATE: 2 } },
    });
  });
});

describe('around the run', () => {
  it('the gate warns of the logged-on target, the early mail and the unsynchronized items by name', () => {
    const lab = open('gate.mwlab');
    const found = (mode: Mode) =>
      evaluateGate(lab, { mode, source: 'EXCHANGE', plan: planOf(lab, mode) })
        .rules.filter((rule) => rule.verdict !== 'pass')
        .map((rule) => `${rule.verdict} ${rule.found}`);
    expect(found('clone')).toEqual([
      'warn tess.ryde (the user has logged on)',
      'note mail will arrive for ines.moor',
    ]);
    expect(found('default')).toEqual(['warn lars.holt: 3 items']);
  });

  it('the log has an event for every fallback, and no number for it', () => {
    const report = eventsReport(cloned);
    const warnings = report.ok ? report.value.events.filter((event) => event.type === 'Warning') : [];
    expect(warnings).toHaveLength(2);
    for (const event of warnings) expect(event).toMatchObject({ id: null, evidence: 'not documented' });
  });
});
