import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'mwl-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

it('counts what Vitest reports, and a file that could not be loaded as one failure', () => {
  const test = (fullName, status) => ({ fullName, status });
  const file = report({
    testResults: [
      { name: 'a', status: 'passed', assertionResults: [test('one', 'passed'), test('two', 'pending')] },
      { name: 'b', status: 'failed', assertionResults: [test('three', 'failed')] },
      { name: 'c', status: 'failed', message: 'no such import', assertionResults: [] },
    ],
  });
  expect(vitestCounts(file, 1)).toEqual({
    passed: ['one'],
    failed: ['three', 'c: no such import'],
    skipped: ['two'],
  });
});

it('counts what Playwright reports, through all levels, and names what needed a second try', () => {
  const spec = (title, status) => ({ title, tests: [{ projectName: 'electron', status }] });
  const inner = { specs: [spec('two', 'flaky'), spec('three', 'skipped')] };
  const file = report({ suites: [{ specs: [spec('one', 'expected')], suites: [inner] }], errors: [] });
  expect(playwrightCounts(file, 0)).toEqual({
    passed: ['[electron] one', '[electron] two (on a second try)'],
    failed: [],
    skipped: ['[electron] three'],
  });
});

it.each([
  ['vitest', vitestCounts],
  ['playwright', playwrightCounts],
])('a %s that ended badly and left no report is one failure', (tool, counts) => {
  expect(counts(path.join(folder, 'none.json'), 3).failed).toEqual([`${tool} ended with 3`]);
});
