import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('is what JSON.stringify gives, whatever the value', () => {
  const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined));
  const { value } = fc.letrec((again) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(again('value')),
      fc.dictionary(fc.string(), again('value')),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), (object) => {
      expect([...jsonText(object)].join('')).toBe(JSON.stringify(object));
    }),
  );
});

test('comes in pieces, also in the midst of a list', () => {
  const long = {
    before: 1,
    list: Array.from({ length: 20_001 }, (_, at) => ({ at, name: `no. ${at}` })),
    after: [],
  };
  const pieces = [...jsonText(long)];
  expect(pieces.join('')).toBe(JSON.stringify(long));
  expect(pieces.length).toBeGreaterThan(5);
});
