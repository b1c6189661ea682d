import { describe, expect, test } from 'vitest';
import { modelled, documented } from '../../../../shared/evidence.ts';
import { sampleReport } from '../../../../shared/wizard/sample-facts.ts';
import type { OutcomeFact, ReportFact } from '../../../../shared/wizard/facts.ts';
import { documentedBox } from './documented-box.ts';

const account = (alias: string, state: string, why: OutcomeFact['why']): OutcomeFact => ({
  alias,
  requestedMode: 'default',
  effectiveMode: null,
  state,
  copied: 0,
  skipped: 0,
  replaced: 0,
  why,
});
const report = (mailboxes: readonly OutcomeFact[], state: ReportFact['state'] = 'failed'): ReportFact => ({
  ...sampleReport(1, state),
  mailboxes,
});
const crash = { rule: 'ccmail-attmail', ...documented('Q197114') };
const memory = { rule: 'ccmail-memory', ...documented('Q251018; Q183590') };

describe('the box of a failed run', () => {
  test.each([
    [
      'the first account that failed decides',
      [account('a', 'failed', [memory]), account('b', 'failed', [crash])],
      'Q251018',
    ],
    [
      'what only warned does not',
      [account('a', 'completed', [memory]), account('b', 'failed', [crash])],
      'Q197114',
    ],
    [
      'an article without a box shows none',
      [account('a', 'failed', [{ rule: 'x', ...documented('Q214836') }])],
      null,
    ],
    ['a ground of our own shows none', [account('a', 'failed', [{ rule: 'x', ...modelled('so') }])], null],
  ] as const)('%s', (_, rows, box) => {
    expect(documentedBox(report(rows), [])).toBe(box);
  });

  test('is that of the run as a whole where no account was reached', () => {
    expect(documentedBox(report([account('a', 'not-reached', [])]), [memory])).toBe('Q251018');
  });

  test('comes only with a run that failed as a whole', () => {
    expect(documentedBox(report([account('a', 'failed', [crash])], 'completed'), [crash])).toBeNull();
  });
});
