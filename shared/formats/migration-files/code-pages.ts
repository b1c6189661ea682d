/**
 * The single-byte code pages in which migration files are written, as tables of our own: nothing of the machine decides
 * what a file says. 850 and 1252 are the suggested ones (XMG ab010); 437 and 10000 (Macintosh) corrupt some characters (Q174725).
 */
export const CODE_PAGES = [437, 850, 1252, 10000] as const;
export type CodePage = (typeof CODE_PAGES)[number];

/** Characters of bytes 0x80 to 0xFF. What 1252 leaves undefined is the control character of that number, as Windows has it. */
const UPPER: Readonly<Record<CodePage, string>> = {
  437: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ',
    'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
    'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ].join(''),
  850: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ',
    'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀',
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ].join(''),
  1252: [
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿',
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß',
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  ].join(''),
  10000: [
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü',
    '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø',
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ',
    '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  ].join(''),
};

const BYTES: Readonly<Record<CodePage, ReadonlyMap<string, number>>> = {
  437: byCharacter(437),
  850: byCharacter(850),
  1252: byCharacter(1252),
  10000: byCharacter(10000),
};

function byCharacter(page: CodePage): ReadonlyMap<string, number> {
  return new Map([...UPPER[page]].map((character, at) => [character, 0x80 + at]));
}

export function isCodePage(number: number): number is CodePage {
  return CODE_PAGES.some((page) => page === number);
}

/** Characters decoded at once; more arguments than that strain a call. */
const SLICE = 4_096;

/** The text that bytes stand for; every byte is one character. */
export function decodeText(page: CodePage, bytes: Uint8Array): string {
  const upper = UPPER[page];
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE) {
    const codes: number[] = [];
    for (const byte of bytes.subarray(from, from + SLICE))
      codes.push(byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80));
    text += String.fromCharCode(...codes);
  }
  return text;
}

export interface Encoded {
  readonly bytes: Uint8Array;
  /** Characters that the code page does not have; each became a question mark. */
  readonly lost: number;
}

/** The bytes of a text. A character that the code page lacks becomes `?` and is counted. */
export function encodeText(page: CodePage, text: string): Encoded {
  const known = BYTES[page];
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let lost = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : known.get(character);
    if (byte === undefined) lost += 1;
    bytes[length] = byte ?? 0x3f;
    length += 1;
  }
  return { bytes: bytes.subarray(0, length), lost };
}

/** Whether a code page has every character of a text. */
export function canEncode(page: CodePage, text: string): boolean {
  return encodeText(page, text).lost === 0;
}
