import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { StoreFault } from '../store/store-fault.ts';
import { must, runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { interruptedRuns } from './claim.ts';
import { ownIdentity } from './process-identity.ts';
import { purgeMailbox } from './purge.ts';
import { latestInterrupted, resumeRun } from './resume.ts';
import { migrate } from './run.ts';
import { runReport } from './run-report.ts';
import { startRun } from './start-run.ts';

let base: SmallLab;
beforeAll(() => {
  base = smallLab(11, 3, 60);
  base.lab.run(
    "INSERT INTO planned(kind, source_mailbox, at) SELECT 'deliver', id, 'before-stage-2' FROM mailbox ORDER BY id LIMIT 1",
  );
});
afterAll(() => base.discard());

const BATCH = { ignoreGate: false, asked: { batchRows: 9 } };

/** Works on a run for so many batches and leaves it; true: it ended before. */
function workFor(lab: Lab, run: number, batches: number): boolean {
  const work = migrate(lab, run);
  for (let batch = 0; batch < batches; batch += 1) if (work.next().done === true) return true;
  work.return({ ...runReport(lab, run) });
  return false;
}

function undisturbed(mode: Mode): string {
  const { lab, plan } = base.twin();
  runThrough(lab, plan(mode), { batchRows: 9 });
  return labDigest(lab);
}

describe('a run that is interrupted between batches', () => {
  it.each<Mode>(['clone', 'default'])(
    'ends in %s mode as one that was not, wherever and how often',
    (mode) => {
      const expected = undisturbed(mode);
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }), (stops) => {
          const { lab, plan } = base.twin();
          const run = must(startRun(lab, plan(mode), BATCH));
          for (const stop of stops) {
            if (workFor(lab, run, stop)) break;
            expect(runReport(lab, run)).toMatchObject({ state: 'interrupted', exit: 2 });
            expect(latestInterrupted(lab)).toBe(run);
            must(resumeRun(lab, run));
          }
          workFor(lab, run, Number.POSITIVE_INFINITY);
          expect(runReport(lab, run).state).toBe('completed');
          expect(labDigest(lab)).toBe(expected);
          lab.close();
        }),
        { numRuns: 8 },
      );
    },
  );

  it('leaves no trace of how many small mailboxes went into one transaction', () => {
    const large = smallLab(2, 210, 210);
    const whole = large.twin();
    runThrough(whole.lab, whole.plan('clone'));
    const run = must(startRun(large.lab, large.plan('clone'), { ignoreGate: false, asked: {} }));
    workFor(large.lab, run, 7);
    must(resumeRun(large.lab, run));
    workFor(large.lab, run, Number.POSITIVE_INFINITY);
    expect(labDigest(large.lab)).toBe(labDigest(whole.lab));
    large.discard();
  });

  it('is taken as cancelled by the next run', () => {
    const { lab, plan } = base.twin();
    const first = must(startRun(lab, plan('clone'), BATCH));
    workFor(lab, first, 4);
    runThrough(lab, plan('default'));
    expect(runReport(lab, first)).toMatchObject({ state: 'cancelled', exit: 2 });
    expect(resumeRun(lab, first)).toMatchObject({ ok: false, failure: { code: 'not-interrupted' } });
  });
});

describe('a disk that is full', () => {
  it.each<Mode>(['clone', 'default'])(
    'interrupts a run in %s mode, which goes on to the same end later',
    (mode) => {
      const expected = undisturbed(mode);
      const { lab, plan } = base.twin();
      const run = must(startRun(lab, plan(mode), BATCH));
      const pages = lab.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
      let faults = 0;
      for (let room = 1; ; room += 3) {
        lab.db.exec(`PRAGMA max_page_count = ${pages + room}`);
        try {
          if (workFor(lab, run, Number.POSITIVE_INFINITY)) break;
        } catch (fault) {
          expect(fault).toBeInstanceOf(StoreFault);
          faults += 1;
        }
        expect(runReport(lab, run).state).toBe('interrupted');
        must(resumeRun(lab, run));
      }
      expect(faults).toBeGreaterThan(0);
      expect(labDigest(lab)).toBe(expected);
    },
  );
});

describe('a claim', () => {
  it('keeps other runs and purges away from mailboxes of a live run, and changes nothing then', () => {
    const { lab, plan, aliases } = base.twin();
    const [first = '', second = ''] = aliases;
    const run = must(startRun(lab, plan('clone', { accounts: [first] }), BATCH));
    const work = migrate(lab, run);
    work.next();
    const before = labDigest(lab);
    expect(startRun(lab, plan('default'), BATCH)).toMatchObject({
      ok: false,
      failure: { code: 'mailbox-claimed' },
    });
    expect(purgeMailbox(lab, { file: lab.path, mailbox: first })).toMatchObject({
      ok: false,
      failure: { code: 'mailbox-claimed' },
    });
    expect(resumeRun(lab, run)).toMatchObject({ ok: false, failure: { code: 'not-interrupted' } });
    expect(labDigest(lab)).toBe(before);
    expect(runReport(lab, run).state).toBe('running');
    expect(runThrough(lab, plan('clone', { accounts: [second] })).state).toBe('completed');
    work.return(runReport(lab, run));
  });

  it('is stale when its process is gone, or another one has its number', () => {
    const { lab, plan } = base.twin();
    const run = must(startRun(lab, plan('clone'), BATCH));
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    lab.run('UPDATE claim SET pid = ?', gone);
    expect(interruptedRuns(lab)).toEqual([run]);
    lab.run('UPDATE claim SET pid = ?, process_started = ?', process.ppid, 'some other time');
    expect(interruptedRuns(lab)).toEqual([run]);
    lab.run("UPDATE claim SET host = 'another machine'");
    expect(interruptedRuns(lab)).toEqual([]);
  });

  it('knows this process by more than its number', () => {
    expect(ownIdentity()).toMatchObject({ pid: process.pid });
    expect(ownIdentity().started).not.toBe('');
  });
});
