import { expect, test } from 'vitest';
import { pseudo } from './pseudo.ts';
import { EN, mnemonic } from './text.ts';

test('a sentence is accented, longer and in brackets, and keeps its holes and its access key', () => {
  expect(pseudo('Run {run} of &Lab')).toBe('«Ŕúñ {run} óƒ &Láƀ ~~~~»');
});

test.each(Object.entries(EN))('%s stays usable in the pseudo-locale', (_, sentence) => {
  const changed = pseudo(sentence);
  expect(changed.match(/\{\w+\}/g)).toEqual(sentence.match(/\{\w+\}/g));
  expect(mnemonic(changed).key).toBe(mnemonic(sentence).key);
  expect(changed.length).toBeGreaterThanOrEqual(sentence.length + 2);
});
