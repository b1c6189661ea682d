import { canEncode, type CodePage } from './code-pages.ts';

/**
 * What Q174725 names for code pages 437 and 10000: characters that arrive as another one. Its printout lost some of the
 * signs; for those the best-fit table of code page 1252 stands in (modelled).
 */
const ARRIVES_AS: ReadonlyMap<string, string> = new Map([
  ['∞', '8'],
  ['≤', '='],
  ['≥', '='],
  ['≡', '='],
  ['≈', '~'],
  ['ı', 'I'],
  ['⌐', '¬'],
  ['α', 'a'],
  ['Γ', 'G'],
  ['τ', 't'],
  ['Φ', 'F'],
  ['φ', 'f'],
  ['Θ', 'T'],
  ['\u03a9', 'O'],
  ['\u2126', 'O'],
  ['ε', 'e'],
  ['∩', 'n'],
  ['√', 'v'],
  ['ⁿ', 'n'],
  ['ƒ', '?'],
]);

/** A text as it stands in Exchange after the import: 437 and 10000 mismatch some characters, 850 and 1252 none (Q174725). */
export function asImported(page: CodePage, text: string): string {
  if (page !== 437 && page !== 10000) return text;
  let imported = '';
  for (const character of text)
    imported += ARRIVES_AS.get(character) ?? (canEncode(1252, character) ? character : '?');
  return imported;
}
