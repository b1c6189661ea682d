import { readFileSync } from 'node:fs';

/** What a stage of the tests came to: `{passed, failed, skipped}`, each a list of names. */
export const none = () => ({ passed: [], failed: [], skipped: [] });
export const single = (name, isOk) => ({ ...none(), [isOk ? 'passed' : 'failed']: [name] });

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A tool that ended badly without a failed test (a broken import, a crash) still counts as one failure. */
function withExit(counts, tool, code) {
  if (code !== 0 && counts.failed.length === 0) counts.failed.push(`${tool} ended with ${code}`);
  return counts;
}

/** Counts of Vitest's JSON report. A file that could not be loaded is one failure. */
export function vitestCounts(file, code) {
  const counts = none();
  for (const suite of readReport(file)?.testResults ?? []) {
    for (const test of suite.assertionResults) {
      const list = test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped';
      counts[list].push(test.fullName);
    }
    const hasFailed = suite.assertionResults.some((test) => test.status === 'failed');
    if (suite.status === 'failed' && !hasFailed) counts.failed.push(`${suite.name}: ${suite.message}`);
  }
  return withExit(counts, 'vitest', code);
}

function* specsOf(suite) {
  yield* suite.specs ?? [];
  for (const inner of suite.suites ?? []) yield* specsOf(inner);
}

/** What is put behind the name of a spec that passed only on a second try. */
export const SECOND_TRY = ' (on a second try)';

/** Counts of Playwright's JSON report; a spec that passed only on a second try says so in its name. */
export function playwrightCounts(file, code) {
  const counts = none();
  const report = readReport(file);
  for (const suite of report?.suites ?? []) {
    for (const spec of specsOf(suite)) {
      for (const test of spec.tests) {
        const { status } = test;
        const isFlaky = status === 'flaky';
        const list =
          status === 'expected' || isFlaky ? 'passed' : status === 'skipped' ? 'skipped' : 'failed';
        counts[list].push(`[${test.projectName}] ${spec.title}${isFlaky ? SECOND_TRY : ''}`);
      }
    }
  }
  for (const error of report?.errors ?? []) counts.failed.push(error.message);
  return withExit(counts, 'playwright', code);
}
