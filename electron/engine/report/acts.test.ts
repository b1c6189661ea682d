import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverMail, logOnUser } from '../outlook/mail.ts';
import { must, type SmallLab, smallLab } from '../testing/small-lab.ts';
import { actsReport } from './acts.ts';

let small: SmallLab;
beforeAll(() => {
  small = smallLab(31, 2, 10);
});
afterAll(() => small.discard());

it('tells what was done after a number, with what came of it, and the last number where none is given', () => {
  const { lab, aliases } = small;
  const file = lab.path;
  const [mailbox = ''] = aliases;
  const before = must(actsReport(lab, { file }));
  expect(before.acts).toEqual([]);
  must(deliverMail(lab, { file, mailbox }));
  must(logOnUser(lab, { file, mailbox }));
  must(logOnUser(lab, { file, mailbox, at: 'before-stage-2' }));
  const { last, acts } = must(actsReport(lab, { file, after: before.last }));
  expect(acts.map(({ verb, detail }) => ({ verb, detail }))).toEqual([
    { verb: 'deliver', detail: { mailbox, initialized: true } },
    { verb: 'logon', detail: { mailbox, initialized: true } },
  ]);
  expect(last).toBe(acts.at(-1)?.id);
  expect(must(actsReport(lab, { file, after: last })).acts).toEqual([]);
  for (let time = 0; time < 60; time += 1) must(logOnUser(lab, { file, mailbox }));
  const many = must(actsReport(lab, { file, after: last }));
  expect(many.acts).toHaveLength(50);
  expect(many.acts.at(-1)?.id).toBe(many.last);
});
