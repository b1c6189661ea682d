import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import library from '../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import { compareVersions } from './version.ts';
import { hasDefect, inWindow, openWindows } from './windows.ts';

const window = (kb: string) => {
  const found = library.windows.find((candidate) => candidate.kb === kb);
  if (found === undefined) throw new Error(kb);
  return found;
};

describe('the windows of Mlmig32.dll', () => {
  it.each([
    ['Q197114', '5.5.1960.3', true],
    ['Q197114', '5.5.2447.99', true],
    ['Q197114', '5.5.2448.0', false],
    ['Q197114', '5.5.2448.4', false],
    ['Q194218', '5.5.2418.9999', true],
    ['Q194218', '5.5.2419.0', false],
    ['Q251018', '5.5.2652.38', true],
    ['Q251018', '5.5.2652.39', false],
    ['Q251018', '5.5.2653', false],
    ['Q262989', '5.5.2651.28', false],
    ['Q262989', '5.5.2651.29', true],
    ['Q262989', '5.5.2652.39', false],
    ['Q214822', '5.5.2520.9', false],
    ['Q214822', '5.5.2521.0', true],
    ['Q214822', '5.5.2543.1', false],
    ['Q235699', '5.5.2203.9', false],
    ['Q235699', '5.5.2204.0', true],
    ['Q287056', '5.5.2654.88', true],
    ['Q287056', '5.5.2654.89', false],
  ])('%s at %s: %s', (kb, version, there) => {
    expect(inWindow(window(kb), version)).toBe(there);
  });

  it.each([
    ['SP1', 28],
    ['SP2', 23],
    ['SP3', 17],
  ])('of %s has %i windows open', (level, count) => {
    const shipped = library.shipped.find(({ release }) => release === `5.5 ${level}`);
    expect(openWindows(library, shipped?.version ?? '')).toHaveLength(count);
  });

  it('open at what introduced a defect and close at what fixed it, each of them', () => {
    for (const each of library.windows) {
      expect(inWindow(each, each.fixed), each.kb).toBe(false);
      if (each.introduced !== null) expect(inWindow(each, each.introduced), each.kb).toBe(true);
      expect(each.introduced === null || compareVersions(each.introduced, each.fixed) < 0).toBe(true);
    }
  });

  it('never open again behind the fix', () => {
    const version = fc.tuple(fc.constantFrom(5, 6), fc.constantFrom(0, 5), fc.nat(3000), fc.nat(99));
    fc.assert(
      fc.property(fc.constantFrom(...library.windows), version, (each, fields) => {
        const text = fields.join('.');
        if (compareVersions(text, each.fixed) >= 0) expect(inWindow(each, text)).toBe(false);
      }),
    );
  });
});

describe('the defect of an article', () => {
  it.each([
    ['Q197114', 'SP1', '5.5.2448.0', false],
    ['Q197114', 'SP4', '5.5.2232.2', true],
    ['Q197114', 'SP4', null, true],
    ['Q169130', 'RTM', '5.5.2653', true],
    ['Q169130', 'SP1', '5.5.1960.3', false],
    ['Q184391', 'SP1', null, true],
    ['Q184391', 'SP2', null, false],
    ['Q258731', 'SP3', null, true],
    ['Q258731', 'SP4', null, false],
    ['Q000000', 'SP4', '5.5.2653', null],
  ])('%s at %s with %s: %s', (kb, level, version, there) => {
    expect(hasDefect(library, kb, { level, version })).toBe(there);
  });
});
