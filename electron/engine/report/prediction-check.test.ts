import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLab } from '../migrate/check.ts';
import { purgeMailbox } from '../migrate/purge.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { startRun } from '../migrate/start-run.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { deliverMail, logOnUser } from '../outlook/mail.ts';
import { outlook } from '../outlook/outlook.ts';
import type { Lab } from '../store/lab.ts';
import { must, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { setServer } from './server.ts';

let base: SmallLab;
beforeAll(() => {
  base = smallLab(21, 3, 30);
});
afterAll(() => base.discard());

/** Clones all mailboxes, and lets something happen when the first one is done; answers run and lab. */
function disturbed(happens: (lab: Lab, last: string) => void): { lab: Lab; run: number; last: string } {
  const { lab, plan, aliases } = base.twin();
  const last = aliases.at(-1) ?? '';
  const run = must(startRun(lab, plan('clone'), { ignoreGate: false, asked: { batchRows: 9 } }));
  const work = migrate(lab, run);
  while (runReport(lab, run).mailboxes[0]?.state !== 'completed') work.next();
  work.return({ ...runReport(lab, run) });
  happens(lab, last);
  must(resumeRun(lab, run));
  Array.from(migrate(lab, run));
  return { lab, run, last };
}

const HAPPENINGS: readonly (readonly [string, (lab: Lab, last: string) => void])[] = [
  ['mail arrives', (lab, mailbox) => void must(deliverMail(lab, { file: '', mailbox }))],
  ['a user logs on', (lab, last) => void must(logOnUser(lab, { file: '', mailbox: last.toUpperCase() }))],
  ['a mailbox is purged', (lab, mailbox) => void must(purgeMailbox(lab, { file: '', mailbox }))],
  [
    'a re-pointed Outlook connects',
    (lab, user) => {
      const targetgc = lab.get<{ fqdn: string }>(
        "SELECT fqdn FROM server WHERE role = 'gc' ORDER BY id DESC LIMIT 1",
      );
      must(exprofre(lab, { file: '', user, targetgc: targetgc?.fqdn ?? '' }));
      must(outlook(lab, { file: '', user, sync: true }));
    },
  ],
  [
    'the lab is set to fail rather than fall back, and a user logs on',
    (lab, mailbox) => {
      must(setServer(lab, { file: '', set: 'fallback=fail' }));
      must(logOnUser(lab, { file: '', mailbox }));
    },
  ],
];

describe('a run in which something happens that nobody could predict', () => {
  it.each(HAPPENINGS)('is no broken invariant: %s', (_what, happens) => {
    const { lab } = disturbed(happens);
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('is no broken invariant: what an earlier run made is purged before the first batch', () => {
    const { lab, plan, aliases } = base.twin();
    Array.from(migrate(lab, must(startRun(lab, plan('clone'), { ignoreGate: false, asked: {} }))));
    const run = must(startRun(lab, plan('clone'), { ignoreGate: false, asked: {} }));
    must(purgeMailbox(lab, { file: '', mailbox: aliases[0] ?? '' }));
    must(resumeRun(lab, run));
    Array.from(migrate(lab, run));
    expect(runReport(lab, run).mailboxes[0]).not.toMatchObject({ effectiveMode: 'default' });
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('is no broken invariant: mail for one mailbox brings a run down that was set to fail, before the others', () => {
    const { lab, plan, aliases } = base.twin();
    must(setServer(lab, { file: '', set: 'fallback=fail' }));
    const run = must(startRun(lab, plan('clone'), { ignoreGate: false, asked: { batchRows: 9 } }));
    const work = migrate(lab, run);
    work.next();
    must(deliverMail(lab, { file: '', mailbox: aliases[0] ?? '' }));
    while (work.next().done !== true);
    expect(runReport(lab, run).mailboxes.at(-1)).toMatchObject({ state: 'not-reached' });
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('is no broken invariant: a logon is planned while the accounts are being created', () => {
    const { lab, plan, aliases } = base.twin();
    const run = must(startRun(lab, plan('clone'), { ignoreGate: false, asked: { batchRows: 9 } }));
    const work = migrate(lab, run);
    work.next();
    must(logOnUser(lab, { file: '', mailbox: aliases[0] ?? '', at: 'before-stage-2' }));
    while (work.next().done !== true);
    expect(runReport(lab, run).mailboxes[0]).toMatchObject({ effectiveMode: 'default' });
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('is still held to its prediction for everybody else', () => {
    const { lab, run, last } = disturbed(
      (there, mailbox) => void must(deliverMail(there, { file: '', mailbox })),
    );
    const other = base.aliases[1] ?? '';
    lab.run(
      "UPDATE run_mailbox SET effective_mode = 'default' WHERE run_id = ? AND (match ->> 'alias') IN (?, ?)",
      run,
      other,
      last,
    );
    const told = must(checkLab(lab)).violations.filter((one) => one.invariant === 'prediction');
    expect(new Set(told.map((one) => one.alias))).toEqual(new Set([other]));
  });

  it('says of a mailbox that was purged while its data moved that its target is gone', () => {
    const { lab, plan, aliases } = base.twin();
    const run = must(startRun(lab, plan('clone'), { ignoreGate: false, asked: { batchRows: 9 } }));
    const work = migrate(lab, run);
    while (runReport(lab, run).mailboxes[0]?.state !== 'copying') work.next();
    work.return({ ...runReport(lab, run) });
    must(purgeMailbox(lab, { file: '', mailbox: aliases[0] ?? '' }));
    must(resumeRun(lab, run));
    Array.from(migrate(lab, run));
    const [first] = runReport(lab, run).mailboxes;
    expect(first).toMatchObject({ state: 'failed' });
    expect(first?.why.map((one) => one.rule)).toContain('target-gone');
    expect(must(checkLab(lab)).violations).toEqual([]);
  });
});
