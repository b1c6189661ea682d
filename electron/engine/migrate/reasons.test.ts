import { afterAll, beforeAll, expect, it } from 'vitest';
import { SETTINGS } from '../../../shared/lab/settings.ts';
import { ruleText } from '../../../shared/text/evidence-text.ts';
import { runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { REASONS } from './reasons.ts';

let small: SmallLab;
beforeAll(() => {
  small = smallLab(5, 2, 10);
});
afterAll(() => small.discard());

it('no reason and no setting names as its source what its reader cannot look up', () => {
  const grounds = [...Object.values(REASONS), ...Object.values(SETTINGS).map((setting) => setting.grounds)];
  for (const { source } of grounds) expect(source ?? '').not.toMatch(/identity|wizard/i);
});

it('a filter by subject is known of the control file alone, one by date of the window', () => {
  const { lab } = small.twin();
  const plan = { ...small.plan('default'), accounts: [small.aliases[0] ?? ''], createAccounts: true };
  const told = (part: object) =>
    runThrough(lab, { ...plan, ...part })
      .mailboxes.flatMap((mailbox) => mailbox.why)
      .filter(({ rule }) => rule.startsWith('filtered'))
      .map(({ rule, evidence, source }) => ({ rule, evidence, source }));
  const byDate = { rule: 'filtered', evidence: 'documented', source: 'KB307706' };
  const bySubject = {
    rule: 'filtered-by-subject',
    evidence: 'modelled',
    source: 'EXADM migsysc_controlfileparameters',
  };
  expect(told({ dateRange: { from: 0, to: 1 } })).toEqual([byDate]);
  expect(told({ subjectPrefixes: ['Newsletter'] })).toEqual([bySubject]);
  expect(told({ dateRange: { from: 0, to: 1 }, subjectPrefixes: ['Newsletter'] })).toEqual([
    byDate,
    bySubject,
  ]);
});

it('every reason has words of its own', () => {
  for (const { rule } of Object.values(REASONS)) expect(ruleText(rule)).not.toBe(rule);
});

it('events that are known of wizards of Exchange 5.x alone are inferred for that of 2003', () => {
  runThrough(small.lab, small.plan('default'));
  const events = small.lab.all<{ id: number; evidence: string; source: string; reason: string }>(
    'SELECT event_id AS id, evidence, evidence_source AS source, evidence_reason AS reason FROM event ORDER BY id',
  );
  expect(events.map(({ id, evidence, source }) => ({ id, evidence, source }))).toEqual([
    { id: 10002, evidence: 'modelled', source: 'Q166612' },
    { id: 10068, evidence: 'modelled', source: 'Q169130' },
  ]);
  for (const { reason } of events) expect(reason).toMatch(/Exchange 5/);
});
