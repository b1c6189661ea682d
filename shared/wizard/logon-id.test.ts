import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../text/text.ts';
import { asLogonId, LOGON_ID_LIMIT, logonIdProblem } from './logon-id.ts';

describe('a logon ID', () => {
  it.each([...'"/\\[]:;|=,+*?<>@'])('may not hold %s, and the sentence shows it', (character) => {
    const logonId = `anna${character}b`;
    const problem = logonIdProblem(logonId);
    expect(problem).toEqual({ code: 'logon-id-character', values: { character: `"${character}"` } });
    expect(text('issue.logon-id-character', { alias: 'anna', logonId, ...problem?.values })).toContain(
      `"${character}"`,
    );
  });

  it.each([
    ['anna\tb', 'logon-id-character', 'U+0009'],
    ['anna\u007f', 'logon-id-character', 'U+007F'],
    [' anna', 'logon-id-edge', '" "'],
    ['anna ', 'logon-id-edge', '" "'],
    ['.anna', 'logon-id-edge', '"."'],
    ['anna.', 'logon-id-edge', '"."'],
    ['', 'logon-id-missing', undefined],
    ['  ', 'logon-id-missing', undefined],
    ['a'.repeat(LOGON_ID_LIMIT + 1), 'logon-id-too-long', undefined],
  ])('%j is refused: %s', (logonId, code, character) => {
    expect(logonIdProblem(logonId)).toMatchObject({
      code,
      values: character === undefined ? {} : { character },
    });
  });

  it.each([
    'anna',
    'a',
    'anna.berg',
    'Anna Berg',
    "o'neill",
    'jörg_1',
    '#x!$%&(){}~^`-',
    'a'.repeat(LOGON_ID_LIMIT),
  ])('%j is fine', (logonId) => {
    expect(logonIdProblem(logonId)).toBeNull();
  });

  it('made of any name is fine, unless nothing is left of it; and what is fine stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const made = asLogonId(name);
        if (made !== '') expect(logonIdProblem(made)).toBeNull();
        if (logonIdProblem(name) === null) expect(made).toBe(name);
      }),
    );
  });
});
