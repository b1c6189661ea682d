import { westernText } from '../western.ts';

/**
 * Stands in the built program for iconv-lite, of which the reading library needs one function: every runtime of ours has
 * all its tables already, and they are a tenth of the program. The names are the library's own; one that is not known
 * throws, as there, and the library takes the text for UTF-8 then.
 */
export function decode(bytes: Uint8Array, codePage: string): string {
  if (/^(windows-1252|iso-8859-1|us-ascii)$/i.test(codePage)) return westernText(bytes);
  return new TextDecoder(codePage, { ignoreBOM: false }).decode(bytes);
}

// biome-ignore lint/style/noDefaultExport: the library asks for its decoder so
export default { decode };
