import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { targetMailbox } from '../mailbox/directory.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { installFix } from '../report/fix.ts';
import { labDigest, mailboxDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { storeSetting } from '../store/settings.ts';
import { must, runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { fromJournal } from '../../../shared/underneath/from-journal.ts';
import { journalLines } from '../report/journal-lines.ts';
import { checkLab } from './check.ts';
import { purgeMailbox } from './purge.ts';
import { resumeRun } from './resume.ts';
import { runReport, runsReport } from './run-report.ts';
import { startRun } from './start-run.ts';

let base: SmallLab;
let small: SmallLab;
let lab: Lab;
beforeAll(() => {
  base = smallLab(5, 4, 100);
});
afterAll(() => base.discard());
beforeEach(() => {
  small = base.twin();
  lab = small.lab;
});
afterEach(() => lab.close());

const rules = (why: readonly { rule: string }[]): string[] => why.map((one) => one.rule);
const violations = (): unknown => must(checkLab(lab)).violations;
const first = (): string => small.aliases[0] ?? '';
function target(alias: string): number {
  const found = targetMailbox(lab, alias);
  if (found === null) throw new Error(`${alias} has no target mailbox`);
  return found.mailboxId;
}
const source = (alias: string): number =>
  lab.get<{ id: number }>(
    "SELECT m.id AS id FROM mailbox m JOIN directory_object o ON o.id = m.object_id JOIN org ON org.id = o.org_id AND org.role = 'source' WHERE o.alias = ?",
    alias,
  )?.id ?? 0;
const runCount = (): number => lab.get<{ n: number }>('SELECT count(*) AS n FROM run')?.n ?? 0;

describe('a clone run', () => {
  it('ends without warnings, proves what it did and touches no source mailbox', () => {
    const before = small.aliases.map((alias) => mailboxDigest(lab, source(alias)));
    const report = runThrough(lab, small.plan('clone'));
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    expect(report.mailboxes.every((one) => one.effectiveMode === 'clone')).toBe(true);
    expect(small.aliases.map((alias) => mailboxDigest(lab, source(alias)))).toEqual(before);
    expect(violations()).toEqual([]);
    expect(must(checkLab(lab)).later).toEqual([]);
  });

  it('takes over store GUID and .ost key, and a REPLID for every REPLGUID in use', () => {
    runThrough(lab, small.plan('clone'));
    for (const alias of small.aliases) {
      const from = mailboxRow(lab, source(alias));
      const to = mailboxRow(lab, target(alias));
      expect([to.storeGuid, to.ostKey]).toEqual([from.storeGuid, from.ostKey]);
      expect(
        lab.all(
          'SELECT DISTINCT cn_repl FROM message WHERE mailbox_id = ? AND cn_repl NOT IN (SELECT repl FROM replid WHERE mdb_id = ?)',
          to.id,
          to.mdbId,
        ),
      ).toEqual([]);
    }
  });

  it('creates disabled accounts that the source account opens, stamped with the old name', () => {
    runThrough(lab, small.plan('clone'));
    const account = lab.get<{ enabled: number; opened: number }>(
      `SELECT t.enabled AS enabled, m.account_sid = s.sid AS opened FROM mailbox m JOIN directory_object t ON t.id = m.object_id,
         directory_object s WHERE m.id = ? AND s.id = (SELECT object_id FROM mailbox WHERE id = ?)`,
      target(first()),
      source(first()),
    );
    expect(account).toMatchObject({ enabled: 0, opened: 1 });
  });

  it('warns where the target domain does not trust the source domain', () => {
    lab.run("UPDATE org SET trusts_source = 0 WHERE role = 'target'");
    const report = runThrough(lab, small.plan('clone'));
    expect(report.exit).toBe(1);
    expect(rules(report.mailboxes[0]?.why ?? [])).toContain('no-trust');
  });

  it('gives up a mailbox whose folder ids are in the target store already, and goes on', () => {
    runThrough(lab, small.plan('clone', { accounts: [first()] }));
    lab.run(
      "UPDATE proxy_address SET address = address || '-gone' WHERE added_by_run IS NOT NULL AND kind = 'X500'",
    );
    const report = runThrough(lab, small.plan('clone'));
    expect(report).toMatchObject({ state: 'completed', exit: 2 });
    expect(report.mailboxes.map((one) => one.state)).toEqual([
      'failed',
      'completed',
      'completed',
      'completed',
    ]);
    expect(rules(report.mailboxes[0]?.why ?? [])).toEqual(['id-collision']);
  });

  it('gives up a mailbox when the REPLID map is full (0x450)', () => {
    lab.run(
      'INSERT INTO repl(guid) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 32767) SELECT randomblob(16) FROM n',
    );
    lab.run(
      `INSERT OR IGNORE INTO replid(mdb_id, replid, repl, added_by)
       SELECT mdb.id, 32768, (SELECT max(id) FROM repl), 'foreign' FROM mdb JOIN server s ON s.id = server_id JOIN admin_group g ON g.id = admin_group_id
       JOIN org ON org.id = org_id AND org.role = 'target'`,
    );
    const report = runThrough(lab, small.plan('clone', { accounts: [first()] }));
    expect(report.exit).toBe(2);
    expect(rules(report.mailboxes[0]?.why ?? [])).toEqual(['replid-map-full']);
    expect(mailboxRow(lab, target(first())).initialized).toBe(false);
  });
});

describe('an initialized target', () => {
  it('is merged into by a second clone run, which keeps store GUID and .ost key, copies nothing and warns', () => {
    runThrough(lab, small.plan('clone'));
    const keys = small.aliases.map((alias) => mailboxRow(lab, target(alias)));
    const report = runThrough(lab, small.plan('clone'));
    expect(report).toMatchObject({ state: 'completed', exit: 1 });
    for (const one of report.mailboxes) {
      expect(one).toMatchObject({ effectiveMode: 'default', copied: 0, replaced: 0 });
      expect(rules(one.why)).toContain('target-initialized');
    }
    expect(small.aliases.map((alias) => mailboxRow(lab, target(alias)))).toEqual(keys);
    expect(violations()).toEqual([]);
    expect(lab.all("SELECT id FROM event WHERE event_id IS NULL AND type = 'Warning'")).toHaveLength(4);
  });

  it('ends the run where the lab says that clone mode fails then', () => {
    runThrough(lab, small.plan('clone', { accounts: [first()] }));
    storeSetting(lab, 'fallback', 'fail');
    const report = runThrough(lab, small.plan('clone'));
    expect(report).toMatchObject({ state: 'failed', exit: 2 });
    expect(report.mailboxes.map((one) => one.state)).toEqual([
      'failed',
      'not-reached',
      'not-reached',
      'not-reached',
    ]);
    expect(violations()).toEqual([]);
  });

  it.each(['deliver', 'logon'])(
    'comes of a %s between the stages, unless /D sends mail elsewhere',
    (kind) => {
      const planned = (): void => {
        lab.run(
          "INSERT INTO planned(kind, source_mailbox, at) VALUES(?, ?, 'before-stage-2')",
          kind,
          source(first()),
        );
      };
      planned();
      const bounced = kind === 'deliver';
      const plan = small.plan('clone', { targetAddressDomain: bounced ? 'parked.example' : null });
      const report = runThrough(lab, plan);
      expect(report.mailboxes[0]?.effectiveMode).toBe(bounced ? 'clone' : 'default');
      expect(lab.all('SELECT id FROM directory_object WHERE target_address IS NOT NULL')).toEqual([]);
      expect(violations()).toEqual([]);
    },
  );

  it.each(['clone', 'default'] as const)(
    'is kept off by /D in %s mode, and the mailbox, the event log and the journal tell of the bounce',
    (mode) => {
      for (const alias of [first(), first(), small.aliases[1] ?? ''])
        lab.run(
          "INSERT INTO planned(kind, source_mailbox, at) VALUES('deliver', ?, 'before-stage-2')",
          source(alias),
        );
      const report = runThrough(lab, small.plan(mode, { targetAddressDomain: 'parked.example' }));
      const bounced = report.mailboxes.map(
        (mailbox) => rules(mailbox.why).filter((rule) => rule === 'mail-bounced').length,
      );
      expect(bounced).toEqual([1, 1, 0, 0]);
      expect(report.exit).toBe(0);
      const events = lab.all<{ id: null; type: string; text: string; evidence: string }>(
        "SELECT event_id AS id, type, text, evidence FROM event WHERE text LIKE '%bounced%' ORDER BY id",
      );
      expect(events).toHaveLength(3);
      expect(events[0]).toMatchObject({ id: null, type: 'Information', evidence: 'not documented' });
      expect(events[0]?.text).toContain(`${first()}@parked.example`);
      const told = must(journalLines(lab, { file: lab.path })).lines.flatMap((line) => fromJournal(line));
      const [sentence] = told.filter(({ key }) => key === 'underneath.journal.events.bounced');
      expect(sentence).toMatchObject({ depth: 'step', evidence: 'documented', values: { count: 3 } });
      expect(told.map(({ key }) => key)).not.toContain('underneath.journal.events.some');
      expect(violations()).toEqual([]);
    },
  );

  it('keeps its target address where the lab says that /D stays', () => {
    storeSetting(lab, 'clearTargetAddress', 'no');
    runThrough(lab, small.plan('clone', { targetAddressDomain: 'parked.example', accounts: [first()] }));
    expect(
      lab.get('SELECT target_address AS address FROM directory_object WHERE target_address IS NOT NULL'),
    ).toMatchObject({
      address: `SMTP:${first()}@parked.example`,
    });
  });
});

describe('the defect of KB919235', () => {
  beforeEach(() => {
    lab.run("DELETE FROM fix WHERE id = 'KB919235'");
    lab.run("UPDATE server_file SET version = '6.5.7638' WHERE path LIKE '%Mlmig32.dll'");
  });

  it('makes the gate refuse, and nothing is changed but the record of it', () => {
    const before = lab.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").length;
    const objects = lab.all('SELECT * FROM directory_object');
    const report = runReport(lab, must(startRun(lab, small.plan('clone'), { ignoreGate: false, asked: {} })));
    expect(report).toMatchObject({ state: 'refused', exit: 2, gate: { ok: false }, mailboxes: [] });
    expect(report.gate.rules.some((rule) => rule.verdict === 'refuse' && rule.kb.includes('919235'))).toBe(
      true,
    );
    expect(lab.all('SELECT * FROM directory_object')).toEqual(objects);
    expect(lab.all('SELECT * FROM claim')).toEqual([]);
    expect(before).toBeGreaterThan(0);
  });

  it('strikes at the very first mailbox with page heap on', () => {
    storeSetting(lab, 'pageheap', 'on');
    const report = runThrough(lab, small.plan('clone'), { ignoreGate: true });
    expect(report).toMatchObject({ state: 'failed', exit: 2 });
    expect(report.mailboxes.map((one) => one.state)).toEqual([
      'failed',
      'not-reached',
      'not-reached',
      'not-reached',
    ]);
    expect(lab.all("SELECT 1 FROM event WHERE type = 'Error' AND event_id IS NULL")).toHaveLength(1);
    expect(violations()).toEqual([]);
  });

  it('strikes at a seeded mailbox without it; those before are initialized, and a rerun merges them', () => {
    const report = runThrough(lab, small.plan('clone'), { ignoreGate: true });
    expect(report.state).toBe('failed');
    const done = report.mailboxes.filter((one) => one.state === 'completed').map((one) => one.alias);
    const run = must(runsReport(lab, { file: lab.path })).runs[0];
    expect(rules(run?.why ?? []).includes('rerun-merges')).toBe(done.length > 0);
    must(installFix(lab, { file: lab.path, install: 'KB919235' }));
    const again = runThrough(lab, small.plan('clone'));
    expect(again.mailboxes.filter((one) => one.effectiveMode === 'default').map((one) => one.alias)).toEqual(
      done,
    );
    expect(violations()).toEqual([]);
  });

  it('leaves the default mode alone', () => {
    expect(runThrough(lab, small.plan('default'))).toMatchObject({ state: 'completed', exit: 0 });
  });
});

describe('cancelling', () => {
  it.each(['merge', 'rollback'] as const)('keeps what is whole; a half-cloned mailbox: %s', (halfClone) => {
    storeSetting(lab, 'halfClone', halfClone);
    const report = runThrough(lab, small.plan('clone'), { batchRows: 5, cancelAt: 14 });
    expect(report).toMatchObject({ state: 'cancelled', exit: 2 });
    const half = report.mailboxes.find((one) => one.state === 'cancelled');
    if (half === undefined) throw new Error('no mailbox was half done');
    expect(mailboxRow(lab, target(half.alias))).toMatchObject({
      initialized: halfClone === 'merge',
      inTransit: false,
    });
    expect(resumeRun(lab, report.run ?? 0)).toMatchObject({ ok: false });
    const again = runThrough(lab, small.plan('clone'));
    expect(again.mailboxes.find((one) => one.alias === half.alias)?.effectiveMode).toBe(
      halfClone === 'merge' ? 'default' : 'clone',
    );
    expect(violations()).toEqual([]);
  });
});

describe('purging', () => {
  it('deletes what a run created and lets it replicate, so that a clone works again under a new key', () => {
    runThrough(lab, small.plan('default'));
    const old = mailboxRow(lab, target(first()));
    const before = lab.get<{ clock: number }>('SELECT clock FROM lab')?.clock ?? 0;
    const purged = must(purgeMailbox(lab, { file: lab.path, mailbox: first() }));
    expect(purged.replicated).toBe(before + 15 * 60_000);
    expect(targetMailbox(lab, first())).toBeNull();
    expect(purgeMailbox(lab, { file: lab.path, mailbox: first() })).toMatchObject({
      ok: false,
      failure: { code: 'nothing-to-purge' },
    });
    const report = runThrough(lab, small.plan('clone', { accounts: [first()] }));
    expect(report.mailboxes[0]).toMatchObject({ effectiveMode: 'clone', state: 'completed' });
    expect(mailboxRow(lab, target(first())).ostKey).not.toEqual(old.ostKey);
    const checked = must(checkLab(lab));
    expect(checked.violations).toEqual([]);
    expect(checked.later.some((line) => line.includes('deleted'))).toBe(true);
  });
});

describe('a plan', () => {
  it.each([
    ['an account that is not there', { accounts: ['nobody'] }, 'unknown-account'],
    ['a server that is not there', { targetServer: 'NOWHERE' }, 'unknown-server'],
    ['a store that is not there', { targetStore: 'Nothing' }, 'unknown-store'],
    ['a container that is not there', { container: 'CN=Nowhere' }, 'unknown-container'],
  ])('with %s is answered with one sentence and changes nothing', (_what, change, code) => {
    const before = labDigest(lab);
    const started = startRun(lab, small.plan('default', change), { ignoreGate: true, asked: {} });
    expect(started).toMatchObject({ ok: false, failure: { code } });
    expect(labDigest(lab)).toBe(before);
    expect(runCount()).toBe(0);
  });

  it('without leave to create accounts migrates into existing mailboxes alone', () => {
    runThrough(lab, small.plan('default', { accounts: [first()] }));
    const report = runThrough(lab, small.plan('default', { createAccounts: false }));
    expect(report.mailboxes.map((one) => one.state)).toEqual(['completed', 'failed', 'failed', 'failed']);
    expect(report.exit).toBe(2);
  });

  it('with filters in clone mode is refused', () => {
    const plan = small.plan('clone', { subjectPrefixes: ['Re:'] });
    expect(runReport(lab, must(startRun(lab, plan, { ignoreGate: false, asked: {} }))).state).toBe('refused');
  });
});
