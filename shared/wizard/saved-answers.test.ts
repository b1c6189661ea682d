import { expect, test } from 'vitest';
import { newWizard } from './machine.ts';
import { readAnswers } from './saved-answers.ts';

test('a saved wizard gives its answers back, but not that one went on against the gate', () => {
  const state = newWizard('clone', { accounts: ['anna'], startAnyway: true });
  const read = readAnswers(JSON.stringify(state), 'a.json');
  const { startAnyway: _left, ...rest } = state.answers;
  expect(read).toEqual({ ok: true, value: rest });
});

test('answers alone are enough, and may be few', () => {
  expect(readAnswers('{"accounts":["anna"]}', 'a.json')).toEqual({ ok: true, value: { accounts: ['anna'] } });
});

test('those about post offices and migration files come back, and no password with them', () => {
  const answers = {
    type: 'CCMAIL',
    postOfficePath: 'M:\\',
    postOfficeName: 'HARBOR',
    postOfficePasswordGiven: true,
    method: 'extract',
    filesPath: 'C:\\MIGRATE',
    infoMail: false,
    ntAccounts: 'ALIAS',
    folderAccess: 'PubEditor',
  };
  expect(readAnswers(JSON.stringify(answers), 'a.json')).toEqual({ ok: true, value: answers });
  expect(readAnswers('{"postOfficePassword":"x"}', 'a.json').ok).toBe(false);
});

test.each([
  ['{', /^a\.json is no JSON/],
  ['[]', /does not hold the wizard's answers: at the top/],
  ['{"accounts":"anna"}', /at accounts/],
  ['{"answers":{"acounts":[]}}', /at the top/],
  ['{"answers":{"password":"x"}}', /at the top/],
])('%s gets one sentence', (json, sentence) => {
  const read = readAnswers(json, 'a.json');
  expect(read.ok ? '' : read.failure.message).toMatch(sentence);
});
