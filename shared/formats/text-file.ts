import { fail, ok, type Result } from '../result.ts';
import { type CodePage, decodeText } from './migration-files/code-pages.ts';

/** The Windows default code page of Western Europe, in which files for batch mode are written (Q198957). */
export const WINDOWS_CODE_PAGE: CodePage = 1252;

export type TextEncoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'code-page';

export interface TextFile {
  readonly text: string;
  readonly encoding: TextEncoding;
}

function utf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(view.getUint16(at, littleEndian));
  return text;
}

/** UTF-8 has a byte order mark of its own; without one, what is no UTF-16 is taken to be in the code page. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}

/** Two bytes a letter, the second of them 0: Western text in UTF-16 without a byte order mark, as some editors leave it. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return false;
  for (let at = 1; at < bytes.length; at += 2) if (bytes[at] !== 0) return false;
  return true;
}

/**
 * The text of a file that somebody wrote for batch mode: UTF-16 or UTF-8 by its byte order mark, else in the code page.
 * Failure code: text-file.
 */
export function readTextFile(bytes: Uint8Array, name: string, codePage: CodePage): Result<TextFile> {
  const [first, second, third] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (isLittle || (first === 0xfe && second === 0xff)) {
    if (bytes.length % 2 !== 0)
      return fail(
        'text-file',
        `${name} is UTF-16 by its first bytes, but ends in the middle of a letter: save it again.`,
      );
    return ok({ text: utf16(bytes.subarray(2), isLittle), encoding: isLittle ? 'utf-16le' : 'utf-16be' });
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = utf8(bytes.subarray(3));
    return text === null
      ? fail('text-file', `${name} is UTF-8 by its first bytes, but holds what is none: save it again.`)
      : ok({ text, encoding: 'utf-8' });
  }
  if (looksLikeUtf16(bytes)) return ok({ text: utf16(bytes, true), encoding: 'utf-16le' });
  return ok({ text: decodeText(codePage, bytes), encoding: 'code-page' });
}
