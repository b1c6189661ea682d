/** A label split at its access key. `&` marks the key, `&&` is a literal ampersand. */
export interface Mnemonic {
  readonly before: string;
  /** The character as written in the label, or null. */
  readonly key: string | null;
  readonly after: string;
}

/** Splits a label such as `&Next >`; the first single `&` counts, as in a dialog template. */
export function parseMnemonic(label: string): Mnemonic {
  for (let at = 0; at < label.length; at += 1) {
    if (label[at] !== '&') continue;
    const next = label[at + 1];
    if (next === undefined) break;
    if (next === '&') {
      at += 1;
      continue;
    }
    return { before: unescaped(label.slice(0, at)), key: next, after: unescaped(label.slice(at + 2)) };
  }
  return { before: unescaped(label), key: null, after: '' };
}

/** The label as people read it, without marks. */
export function plainLabel(label: string): string {
  const { before, key, after } = parseMnemonic(label);
  return `${before}${key ?? ''}${after}`;
}

/** The key in lower case, as it is compared with a pressed one; undefined when the label has none. */
export function accessKeyOf(label: string): string | undefined {
  return parseMnemonic(label).key?.toLowerCase();
}

function unescaped(text: string): string {
  return text.replaceAll('&&', '&');
}
