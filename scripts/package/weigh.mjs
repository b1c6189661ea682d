import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { at } from '../places.mjs';

/** The bar for the program's own code, bytes. */
export const MOST_CODE = 2_000_000;

/** What is not packed, or stands beside the program. */
const LEFT_OUT = /\.map$|^stamp$|^third-party-licences\.txt$/;

function kindOf(file) {
  const name = path.basename(file);
  if (/^(words|library|tables)-/.test(name)) return 'words';
  if (/\.(js|cjs|css|html)$/.test(name)) return 'code';
  if (/\.(woff2|svg|png|ico)$/.test(name)) return 'art';
  return /licences/.test(name) ? 'licences' : 'rest';
}

function sizeOf(folder, pattern) {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  return names.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

/**
 * Bytes of the built app, which is what app.asar holds beside the native module: code (libraries that are bundled
 * count), words (sentences, the library of articles and scenarios, tables of characters), art (fonts and pictures), licences.
 */
export function weigh(folder = at('out')) {
  const bytes = { code: 0, words: 0, art: 0, licences: 0, rest: 0 };
  const add = (place) => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const file = path.join(place, entry.name);
      if (entry.isDirectory()) add(file);
      else if (!LEFT_OUT.test(entry.name)) bytes[kindOf(file)] += statSync(file).size;
    }
  };
  add(folder);
  // The pages have the same sentences within their own files, for every file more is waited for at the start.
  const sentences = sizeOf(path.join(folder, 'main', 'chunks'), /^words-/);
  return { ...bytes, code: bytes.code - sentences, words: bytes.words + sentences };
}

/** The same as one line for people. */
export function weightLine({ code, words, art, licences }) {
  const mb = (bytes) => (bytes / 1e6).toFixed(2);
  return `app.asar: code ${mb(code)} MB (bar < ${mb(MOST_CODE)}), words ${mb(words)} MB, art ${mb(art)} MB, licences ${mb(licences)} MB`;
}
