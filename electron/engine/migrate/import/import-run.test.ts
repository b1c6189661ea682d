import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunNews, RunReport } from '../../../../shared/ipc/shapes.ts';
import type { ImportPlan } from '../../../../shared/lab/run-plan.ts';
import { labFolder } from '../../server/lab-files.ts';
import { labDigest } from '../../store/digest.ts';
import type { Lab } from '../../store/lab.ts';
import { DOUBLES, type ImportWorld, importWorld, USERS } from '../../testing/import-world.ts';
import { must } from '../../testing/small-lab.ts';
import { checkLab } from '../check.ts';
import { beginWork, endWork } from '../claim.ts';
import { resumeRun } from '../resume.ts';
import { migrate } from '../run.ts';
import { runReport, runsReport } from '../run-report.ts';
import { startImport } from './start-import.ts';

let world: ImportWorld;
let lab: Lab;
beforeEach(() => {
  world = importWorld();
  lab = world.lab;
});
afterEach(() => world.discard());

const start = (plan: ImportPlan = world.plan(), at: Lab = lab) =>
  startImport(at, plan, { ignoreGate: true, asked: {} }, DOUBLES);

function drive(run: number, stopAfter: number | null = null, at: Lab = lab): RunReport {
  const batches = migrate(at, run, undefined, DOUBLES);
  let step = batches.next(undefined);
  for (let told = 1; step.done !== true; told += 1) {
    step = batches.next(stopAfter !== null && told >= stopAfter ? 'cancel' : undefined);
  }
  return step.value;
}

/** Does some batches and leaves the run alone, as a killed process does. */
function abandon(run: number, batches: number, at: Lab): void {
  const work = migrate(at, run, undefined, DOUBLES);
  for (let told = 0; told < batches; told += 1) if (work.next(undefined).done === true) return;
  work.return(runReport(at, run));
}

describe('a run from a post office', () => {
  it('extracts and imports everybody, and tells it', () => {
    const run = must(start());
    const report = drive(run);
    expect(report).toMatchObject({ run, mode: 'default', state: 'completed', exit: 0 });
    expect(report.mailboxes).toMatchObject([
      {
        alias: 'Vane Cora',
        effectiveMode: 'default',
        state: 'completed',
        copied: 3,
        skipped: 0,
        replaced: 0,
      },
      { alias: 'Moss Ira', state: 'completed', copied: 0 },
      { alias: 'Quill Ada', state: 'completed', copied: 5 },
    ]);
    const ids = lab.all<{ id: number; text: string }>(
      'SELECT event_id AS id, text FROM event WHERE run_id = ? ORDER BY event.id',
      run,
    );
    expect(ids.map((event) => event.id)).toEqual([10002, 8001, 10068]);
    expect(ids[2]?.text).toContain('Messages: 8');
    expect(must(checkLab(lab)).violations).toEqual([]);
    expect(must(runsReport(lab, { file: lab.path })).runs).toHaveLength(1);
    // What was only on its way is gone.
    expect(existsSync(`${labFolder(lab)}/C/TEMP/HARBOR.001`)).toBe(false);
  });

  it('keeps extracted files, numbers sets, and tells 10003', () => {
    const plan = world.plan({ method: 'extract', files: 'C:\\MIGRATE' });
    drive(must(start(plan)));
    const run = must(start(plan));
    expect(drive(run).exit).toBe(0);
    for (const set of ['HARBOR.001', 'HARBOR.002']) {
      expect(existsSync(`${labFolder(lab)}/C/MIGRATE/${set}`)).toBe(true);
    }
    expect(
      lab.all<{ id: number }>('SELECT event_id AS id FROM event WHERE run_id = ? ORDER BY event.id', run),
    ).toEqual([{ id: 10002 }, { id: 10003 }]);
    expect(lab.all('SELECT id FROM mailbox WHERE created_by_run IS NOT NULL')).toEqual([]);
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('shows a bar that never goes back', () => {
    const told: RunNews[] = [];
    const batches = migrate(lab, must(start()), undefined, DOUBLES);
    for (let step = batches.next(); step.done !== true; step = batches.next()) told.push(step.value);
    expect(told.map((news) => news.total)).toEqual(told.map(() => 16));
    const done = told.map((news) => news.done);
    expect([...done].sort((a, b) => a - b)).toEqual(done);
    expect(done.at(-1)).toBe(16);
    expect(new Set(told.map((news) => news.stage))).toEqual(new Set([1, 2]));
  });

  it('counts what the date range takes', () => {
    const run = must(start(world.plan({ dateRange: { from: 1000, to: 2000 } })));
    expect(
      lab.all<{ total: number }>('SELECT total FROM run_account WHERE run_id = ? ORDER BY ord', run),
    ).toEqual([{ total: 2 }, { total: 0 }, { total: 2 }]);
  });

  it.each([
    ['a directory that is no post office', { directory: 'C:\\' }, 'not-a-post-office'],
    ['a drive that is not mapped', { directory: 'X:\\' }, 'not-a-post-office'],
    ['another name', { postOffice: 'PIER' }, 'post-office-name'],
    ['a user that is not there', { accounts: ['Nobody Else'] }, 'unknown-account'],
    ['nobody', { accounts: [] }, 'no-accounts'],
    ['a server that is not there', { targetServer: 'NOWHERE' }, 'unknown-server'],
    ['a store that is not there', { targetStore: 'Nothing' }, 'unknown-store'],
    ['a container that is not there', { container: 'cn=None' }, 'unknown-container'],
    ['a template that is not there', { template: 'nobody' }, 'unknown-template'],
    ['an owner that is not there', { folderOwner: 'nobody' }, 'unknown-owner'],
    ['bulletin boards without an owner', { bulletinBoards: true }, 'unknown-owner'],
    ['no directory to extract into', { method: 'extract' as const }, 'files-missing'],
    ['a directory that cannot be', { method: 'extract' as const, files: 'C:\\a|b' }, 'path-name'],
  ])('with %s is answered with one sentence and changes nothing', (_what, change, code) => {
    const before = labDigest(lab);
    expect(start(world.plan(change))).toMatchObject({ ok: false, failure: { code } });
    expect(labDigest(lab)).toBe(before);
  });

  it('takes names in any case, and each account once', () => {
    const run = must(start(world.plan({ accounts: ['vane cora', 'Vane Cora'], postOffice: 'harbor' })));
    expect(drive(run).mailboxes.map((one) => one.alias)).toEqual(['Vane Cora']);
  });

  it('holds the post office while it goes on', () => {
    const run = must(start());
    beginWork(lab, run);
    expect(start()).toMatchObject({ ok: false, failure: { code: 'work-claimed' } });
    endWork(lab, run);
    expect(start().ok).toBe(true);
  });
});

describe('a run that is cut short', () => {
  it('is over when it is cancelled: what is committed stays, the rest is not reached', () => {
    const report = drive(must(start()), 8);
    expect(report).toMatchObject({ state: 'cancelled', exit: 2 });
    expect(report.mailboxes.map((one) => one.state)).toEqual(['completed', 'completed', 'cancelled']);
    expect(must(checkLab(lab)).violations).toEqual([]);
    expect(resumeRun(lab, report.run ?? 0)).toMatchObject({
      ok: false,
      failure: { code: 'not-interrupted' },
    });
  });

  it('is taken as cancelled once another one starts', () => {
    const first = must(start());
    abandon(first, 2, lab);
    expect(runReport(lab, first).state).toBe('interrupted');
    const second = must(start());
    expect(runReport(lab, first)).toMatchObject({ state: 'cancelled', exit: 2 });
    expect(drive(second).exit).toBe(0);
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('ends like an uninterrupted one when it is resumed, wherever it stopped', () => {
    drive(must(start()));
    const whole = labDigest(lab);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 13 }), { minLength: 1, maxLength: 3 }), (stops) => {
        const other = importWorld();
        try {
          const run = must(start(other.plan(), other.lab));
          for (const stop of stops) {
            abandon(run, stop, other.lab);
            if (runReport(other.lab, run).state === 'interrupted') must(resumeRun(other.lab, run));
          }
          expect(drive(run, null, other.lab).state).toBe('completed');
          expect(labDigest(other.lab)).toBe(whole);
        } finally {
          other.discard();
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('what check finds', () => {
  const violations = (): string[] => must(checkLab(lab)).violations.map((one) => one.invariant);

  it.each([
    ['a message that is gone', 'DELETE FROM message WHERE gc = (SELECT max(gc) FROM message)', 'I1'],
    [
      'a message that stands twice',
      'UPDATE message SET search_key = (SELECT search_key FROM message ORDER BY gc LIMIT 1) WHERE gc = (SELECT gc FROM message ORDER BY gc LIMIT 1 OFFSET 1)',
      'I1',
    ],
    ['counts that do not add up', "UPDATE run_account SET copied = copied - 1 WHERE key = 'Vane Cora'", 'I2'],
    ['a failure without a reason', "UPDATE run_account SET state = 'failed' WHERE key = 'Moss Ira'", 'I3'],
  ])('%s', (_what, sql, invariant) => {
    drive(must(start()));
    lab.run(sql);
    expect(violations()).toContain(invariant);
  });

  it('a run that touched a mailbox of somebody else', () => {
    const run = must(start());
    lab.run(
      `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, last_mod, cn_repl, cn_gc, is_read, size, content_id)
       SELECT m.id, mdb.repl, 1, mdb.repl, 1, 0, 'IPM.Note', '', '', zeroblob(16), 0, mdb.repl, mdb.next_gc + 1, 0, 1, 1
       FROM mailbox m JOIN mdb ON mdb.id = m.mdb_id JOIN directory_object o ON o.id = m.object_id WHERE o.alias = 'keeper'`,
    );
    drive(run);
    expect(violations()).toContain('I4');
  });

  it('a mailbox deleted later is no violation', () => {
    drive(must(start()));
    lab.run('DELETE FROM mailbox WHERE created_by_run IS NOT NULL');
    const checked = must(checkLab(lab));
    expect(checked.violations).toEqual([]);
    expect(checked.later).toHaveLength(USERS.length);
  });
});
