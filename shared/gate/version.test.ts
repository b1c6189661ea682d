import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, levelAtLeast } from './version.ts';

describe('compareVersions', () => {
  it.each([
    ['6.5.7651.9', '6.5.7651.29', -1],
    ['6.5.7651.29', '6.5.7651.29', 0],
    ['6.5.7651.100', '6.5.7651.29', 1],
    ['6.5.7638', '6.5.7638.0', 0],
    ['6.5.7226', '6.5.7651.29', -1],
    ['10.0', '9.9.9999.9999', 1],
    ['5.5.2448.4', '5.5.2448.0', 1],
    ['6.5.7654.4', '6.5.7653.33', 1],
  ])('orders %s and %s by number', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  it('agrees with comparing the fields as numbers', () => {
    const version = fc.tuple(fc.nat(99), fc.nat(9), fc.nat(9999), fc.nat(99));
    fc.assert(
      fc.property(version, version, (a, b) => {
        const at = a.findIndex((value, index) => value !== b[index]);
        const expected = at < 0 ? 0 : Math.sign((a[at] ?? 0) - (b[at] ?? 0));
        expect(Math.sign(compareVersions(a.join('.'), b.join('.')))).toBe(expected);
      }),
    );
  });
});

describe('levelAtLeast', () => {
  it.each([
    ['SP2', 'SP2', true],
    ['SP1', 'SP2', false],
    ['RTM', 'SP1', false],
    ['SP3', 'SP2', true],
    ['nonsense', 'SP1', false],
  ])('says whether %s is at least %s', (level, needed, expected) => {
    expect(levelAtLeast(level, needed)).toBe(expected);
  });
});
