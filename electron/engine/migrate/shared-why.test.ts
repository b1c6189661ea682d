import { afterAll, beforeAll, expect, it } from 'vitest';
import { runThrough, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { runReport } from './run-report.ts';
import { readWhy } from './shared-why.ts';

let small: SmallLab;
beforeAll(() => {
  small = smallLab(21, 6, 30);
});
afterAll(() => small.discard());

it('gives equal lists of reasons as one, and never another for it', () => {
  for (let kind = 0; kind < 1_000; kind += 1) {
    const json = JSON.stringify([{ rule: `rule-${kind}`, evidence: 'modelled', source: null, reason: 'so' }]);
    expect(readWhy(json)).toEqual(JSON.parse(json));
    expect(readWhy(json)).toBe(readWhy(json));
  }
});

it('lets the mailboxes of a report share their reasons', () => {
  const { run, mailboxes } = runThrough(small.lab, small.plan('clone'));
  const kinds = new Set(mailboxes.map((mailbox) => JSON.stringify(mailbox.why)));
  const report = runReport(small.lab, run ?? 0);
  expect(new Set(report.mailboxes.map((mailbox) => mailbox.why)).size).toBe(kinds.size);
  expect(report.mailboxes).toEqual(mailboxes);
});
