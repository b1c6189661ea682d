/** Letters that every font of the windows has, accented; a reader still knows the word. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ḿ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** How much longer a sentence becomes: other languages take about this much more room than English. */
const GROWTH = 0.4;
const OPEN = '«';
const SHUT = '»';
/** A hole for a value, or an access key's mark with the letter, which stays as it is so that its key can be pressed. */
const KEPT = /\{\w+\}|&./g;

/**
 * A sentence of the texts in the pseudo-locale: accented, four tenths longer and in brackets. `{holes}` and access keys
 * stay what they are.
 */
export function pseudo(sentence: string): string {
  const accented = (part: string): string => part.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter);
  let text = '';
  let from = 0;
  for (const kept of sentence.matchAll(KEPT)) {
    text += accented(sentence.slice(from, kept.index)) + kept[0];
    from = kept.index + kept[0].length;
  }
  text += accented(sentence.slice(from));
  const visible = sentence.replace(/\{\w+\}|&(?=.)/g, '').length;
  return OPEN + text + filler(Math.ceil(visible * GROWTH)) + SHUT;
}

/** So many characters in words that lines can break between. */
function filler(length: number): string {
  let text = '';
  while (text.length < length) text += text.length % 7 === 0 && length - text.length > 3 ? ' ' : '~';
  return text;
}
