import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { decode } from './code-pages.ts';

const require = createRequire(import.meta.url);
const library = createRequire(require.resolve('pst-extractor'));
const iconv = library('iconv-lite') as {
  decode(bytes: Buffer, name: string): string;
  encode(text: string, name: string): Buffer;
};
const { PSTUtil } = library('./PSTUtil.class.js') as { PSTUtil: { codePages: Map<number, string> } };

const SAMPLES = 'Grüße, Привет, ελληνικά, עברית, العربية, 日本語, 中文, 한국어, ภาษาไทย, €uro';
/** Of these code pages there are several editions; what all of them have. */
const CORE: Readonly<Record<string, string>> = {
  big5: '中文, 繁體',
  'euc-kr': '한국어',
  'ks_c_5601-1987': '한국어',
};
/** Seven-bit codes of mail that no browser knows any more; their text is taken for UTF-8. */
const GIVEN_UP = ['hz-gb-2312', 'utf-7'];
/** iconv-lite writes no such code. */
const NOT_WRITTEN = ['iso-2022-jp', 'csISO2022JP', 'iso-8859-8-i'];

const names = [...PSTUtil.codePages.values()].filter((name) => ![...GIVEN_UP, ...NOT_WRITTEN].includes(name));

it.each(['utf8', ...names])('text in %s reads as the library would have read it', (name) => {
  const bytes = iconv.encode(CORE[name] ?? SAMPLES, name);
  expect(decode(bytes, name)).toBe(iconv.decode(bytes, name));
});

it.each(NOT_WRITTEN)('text in %s is read', (name) => {
  expect(decode(Buffer.from('plain'), name)).toBe('plain');
});

it.each([...GIVEN_UP, 'no such name'])('%s is not known, and said so', (name) => {
  expect(() => decode(Buffer.from('a'), name)).toThrow(RangeError);
});
