/** Longest name of a folder that Outlook takes. */
const LONGEST_NAME = 255;
const LONGEST_LINE = 998;

/** Halves of characters, which no encoding can hold, become the sign for that. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** One line without control characters, as a subject, name or address has to be. */
export function oneLine(text: string, longest = LONGEST_LINE): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  return line.length > longest ? wellFormed(line.slice(0, longest).trimEnd()).trimEnd() : wellFormed(line);
}

/** A name a folder can bear: not empty, not a way to somewhere else. */
export function folderName(text: string): string {
  const name = oneLine(text, LONGEST_NAME).replace(/[\\/]/g, '_');
  return name === '' || /^\.+$/.test(name) ? 'Unnamed folder' : name;
}

/** Text of any length that SQLite and the digest take as it is. */
export function plainText(text: string): string {
  return wellFormed(text.replaceAll('\u0000', ''));
}
