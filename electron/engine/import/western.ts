/** What Windows-1252 has where ISO-8859-1 has control characters, from 0x80 to 0x9f. */
const BETWEEN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes in Windows-1252 as text. Some versions of Node decode it as ISO-8859-1, without the euro and the quotes. */
export function westernText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => BETWEEN.charAt(sign.charCodeAt(0) - 0x80));
}
