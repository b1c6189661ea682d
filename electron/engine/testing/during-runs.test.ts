import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLab } from '../migrate/check.ts';
import { purgeMailbox } from '../migrate/purge.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { startRun } from '../migrate/start-run.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { deliverMail, logOnUser } from '../outlook/mail.ts';
import { outlook } from '../outlook/outlook.ts';
import { fateReport } from '../report/fate.ts';
import { setServer } from '../report/server.ts';
import type { Lab } from '../store/lab.ts';
import { must, type SmallLab, smallLab } from './small-lab.ts';

/*
 * People go on working while a run goes on, is interrupted or has ended. Whatever they do when, no invariant breaks, and
 * everybody's fate can be told.
 */

const MAILBOXES = 5;
/** The soak asks for a hundred times as many. */
const STORIES = 25 * Number(process.env.MWL_RUNS ?? 1);

let base: SmallLab;
beforeAll(() => {
  base = smallLab(31, MAILBOXES, 60);
});
afterAll(() => base.discard());

const file = '';
/** What somebody does; a refusal (a locked mailbox, nothing to purge) is an answer like any other. */
const DEEDS: Readonly<Record<string, (lab: Lab, mailbox: string, gc: string) => unknown>> = {
  deliver: (lab, mailbox) => deliverMail(lab, { file, mailbox }),
  logon: (lab, mailbox) => logOnUser(lab, { file, mailbox }),
  'plan mail': (lab, mailbox) => deliverMail(lab, { file, mailbox, at: 'before-stage-2' }),
  'plan logon': (lab, mailbox) => logOnUser(lab, { file, mailbox, at: 'before-stage-2' }),
  synchronize: (lab, user) => outlook(lab, { file, user, sync: true }),
  compose: (lab, user) => outlook(lab, { file, user, compose: 2, sync: true }),
  'work offline': (lab, user) => outlook(lab, { file, user, compose: 1 }),
  're-point': (lab, user, targetgc) => exprofre(lab, { file, user, targetgc }),
  purge: (lab, mailbox) => purgeMailbox(lab, { file, mailbox }),
  'fail rather than fall back': (lab) => setServer(lab, { file, set: 'fallback=fail' }),
  'fall back': (lab) => setServer(lab, { file, set: 'fallback=merge' }),
  'take half clones back': (lab) => setServer(lab, { file, set: 'halfClone=rollback' }),
};

const who = fc.nat(MAILBOXES - 1);
const deed = fc.record({ what: fc.constantFrom(...Object.keys(DEEDS)), who });
const story = fc.record({
  mode: fc.constantFrom('clone' as const, 'clone' as const, 'default' as const),
  accounts: fc.uniqueArray(who, { minLength: 1 }),
  batchRows: fc.constantFrom(3, 9, 40),
  meanwhile: fc.array(
    fc.record({
      afterBatches: fc.nat(6),
      deed,
      run: fc.constantFrom('goes on', 'is interrupted', 'is left'),
    }),
    { maxLength: 4 },
  ),
  afterwards: fc.array(deed, { maxLength: 3 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Works on a run for so many batches; true: it has ended. */
function workOn(work: ReturnType<typeof migrate>, batches: number): boolean {
  for (let batch = 0; batch < batches; batch += 1) if (work.next().done === true) return true;
  return false;
}

function tell(lab: Lab, { mode, accounts, batchRows, meanwhile, afterwards }: Story): number {
  const gc = lab.get<{ fqdn: string }>("SELECT fqdn FROM server WHERE role = 'gc' ORDER BY id DESC LIMIT 1");
  const act = ({ what, who: whose }: Story['afterwards'][number]): void => {
    DEEDS[what]?.(lab, base.aliases[whose] ?? '', gc?.fqdn ?? '');
  };
  const plan = base.plan(mode, { accounts: accounts.map((index) => base.aliases[index] ?? '') });
  const run = must(startRun(lab, plan, { ignoreGate: false, asked: { batchRows } }));
  let work = migrate(lab, run);
  let ended = false;
  for (const next of meanwhile) {
    ended = workOn(work, next.afterBatches);
    if (ended) break;
    if (next.run !== 'goes on') work.return({ ...runReport(lab, run) });
    act(next.deed);
    if (next.run === 'is left') return run;
    if (next.run === 'is interrupted') {
      must(resumeRun(lab, run));
      work = migrate(lab, run);
    }
  }
  if (!ended) workOn(work, Number.POSITIVE_INFINITY);
  for (const next of afterwards) act(next);
  return run;
}

it('whatever people do during a run and after it, no invariant breaks and every fate can be told', () => {
  fc.assert(
    fc.property(fc.array(story, { minLength: 1, maxLength: 3 }), (stories) => {
      const { lab } = base.twin();
      for (const each of stories) {
        const run = tell(lab, each);
        expect(must(checkLab(lab)).violations).toEqual([]);
        expect(must(fateReport(lab, { file, run })).run).toBe(run);
      }
      lab.close();
    }),
    { numRuns: STORIES },
  );
});
