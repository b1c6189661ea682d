import { expect, test } from 'vitest';
import { type ArgumentSpec, oneOf, readArguments, wholeNumber } from './arguments.ts';

const SPEC: ArgumentSpec = {
  positional: { least: 1, most: 2, names: 'the FILE of a lab' },
  flags: ['sync'],
  values: ['user', 'run'],
};
const SLASHES: ArgumentSpec = { ...SPEC, slashes: true, flags: ['f'], values: ['targetgc'] };

function sentence(spec: ArgumentSpec, ...words: string[]): string {
  const read = readArguments('try', spec, words);
  return read.ok ? 'no failure' : read.failure.message;
}

test('positional words, flags and values stand in any order', () => {
  const read = readArguments('try', SPEC, ['--sync', 'a.mwlab', '--user=anna', '--run', '3', 'b']);
  expect(read).toMatchObject({
    ok: true,
    value: { positional: ['a.mwlab', 'b'], values: { user: 'anna', run: '3' } },
  });
  expect(read.ok && wholeNumber(read.value, 'run', 1, 9)).toEqual({ ok: true, value: 3 });
});

test('names that begin with a dash or a slash stay names', () => {
  expect(readArguments('try', SPEC, ['--', '--sync'])).toMatchObject({ value: { positional: ['--sync'] } });
  expect(readArguments('try', SLASHES, ['/tmp/a.mwlab'])).toMatchObject({
    value: { positional: ['/tmp/a.mwlab'] },
  });
});

test('an option is not taken for the value of the one before it, unless it stands behind an equals sign', () => {
  expect(sentence(SPEC, 'a', '--user', '--sync')).toBe('The option --user of lab try needs a value.');
  expect(readArguments('try', SPEC, ['a', '--user=--sync'])).toMatchObject({
    value: { values: { user: '--sync' } },
  });
});

test('old tools have slashes', () => {
  const read = readArguments('try', SLASHES, ['a.mwlab', '/F', '/targetgc=gc1.example']);
  expect(read).toMatchObject({ ok: true, value: { values: { targetgc: 'gc1.example' } } });
  expect(read.ok && read.value.flags.has('f')).toBe(true);
});

test.each([
  [[], 'lab try needs the FILE of a lab: see lab try --help.'],
  [['a', 'b', 'c'], 'lab try does not know what to do with "c": it takes the FILE of a lab.'],
  [['a', '--nope'], 'lab try knows no option "--nope": see lab try --help.'],
  [['a', '--user'], 'The option --user of lab try needs a value.'],
  [['a', '--sync=1'], 'The option --sync of lab try takes no value.'],
  [['a', '--user', 'x', '--user', 'y'], 'The option --user of lab try was given twice: give it once.'],
])('%j gets one sentence', (words, expected) => {
  expect(sentence(SPEC, ...words)).toBe(expected);
});

test.each(['-1', '1.5', '1e3', 'x', '10', '99999999999999999999'])(
  '%s is no whole number from 0 to 9',
  (word) => {
    const given = { positional: [], flags: new Set<string>(), values: { run: word } };
    expect(wholeNumber(given, 'run', 0, 9)).toMatchObject({ ok: false });
  },
);

test('a choice is taken without regard to case', () => {
  const given = { positional: [], flags: new Set<string>(), values: { org: 'Source' } };
  expect(oneOf(given, 'org', ['source', 'target'])).toEqual({ ok: true, value: 'source' });
});
