import type { Field } from './fields.ts';

/** A place in a secondary file: its name and how many bytes lie before the section's heading, line ends counted (SDK 5eb7). */
export interface Pointer {
  readonly file: string;
  readonly offset: number;
}

/** Characters that no secondary file's name may hold (XMG ab007), and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in a file name
const FORBIDDEN = /[#();,\\/:*?"<>|\u0000-\u001f]/;

/** Names of devices, which DOS opens instead of a file. */
const DEVICES = /^(con|prn|aux|nul|clock\$|com[1-9]|lpt[1-9])(\.|$)/i;

/** Whether this can be the name of a file of a set: no path, no device, nothing that a pointer could not name. */
export function isSetFileName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 255 &&
    !FORBIDDEN.test(name) &&
    !DEVICES.test(name) &&
    !/^\.+$/.test(name) &&
    !/[ .]$/.test(name)
  );
}

export function printPointer(pointer: Pointer): string {
  return `#${pointer.file}(${pointer.offset})`;
}

/** Whether a field is a pointer, sound or not: it begins with an unquoted `#`. */
export function isPointer(field: Field | undefined): boolean {
  return field?.raw.startsWith('#') === true;
}

/** Reads `#SALESPO2.SEC(43232)`; null: it is none, or names no possible file or place. */
export function parsePointer(text: string): Pointer | null {
  const match = /^#([^()]+)\((\d{1,15})\)$/.exec(text);
  const [, file = '', offset = ''] = match ?? [];
  return isSetFileName(file) ? { file, offset: Number(offset) } : null;
}
