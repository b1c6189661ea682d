import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './places.mjs';

/*
 * The licences of everything that a package of the program holds: what is bundled into it, and what lies beside it. Made
 * at build time from the packages that are really there.
 */

/** What the sources import, and so what is bundled or packed; all else is for building and testing. */
export const BUNDLED = [
  'react',
  'react-dom',
  'react-aria-components',
  'zustand',
  'zod',
  'postal-mime',
  'pst-extractor',
  '@photostructure/sqlite',
];

/** A package that another one finds: beside it, or in a folder above. */
function findPackage(name, from) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
    if (folder === path.dirname(folder)) return null;
  }
}

/** The MIT licence's own words, for packages that name it and ship no text. */
const mitFor = ({ name, author }) => `${name} names the MIT licence and ships no text of it; this is its text.

Copyright (c) ${(typeof author === 'string' ? author : author?.name) || `the authors of ${name}`}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The licence's text as its package has it; empty where there is none. */
function textIn(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  return names
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trim())
    .join('\n\n');
}

/** Every package that is bundled, with all it needs itself, by name: `{name, version, licence, text}`. */
export function bundledPackages() {
  const found = new Map();
  const visit = (name, from, optional) => {
    const folder = findPackage(name, from);
    if (folder === null && optional) return;
    if (folder === null) throw new Error(`${name} is not installed: its licence cannot be read.`);
    if (found.has(folder)) return;
    const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const licence = typeof about.license === 'string' ? about.license : (about.license?.type ?? '');
    const text = textIn(folder) || (licence === 'MIT' ? mitFor(about) : '');
    found.set(folder, { name: about.name, version: about.version, licence, text });
    for (const each of Object.keys(about.dependencies ?? {})) visit(each, folder, false);
  };
  for (const name of BUNDLED) visit(name, at(), false);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is in a package of the program besides: no npm package, or no part of its code. */
export function otherParts() {
  return [
    {
      name: 'Electron',
      // The program itself says which one it runs on.
      version: '',
      licence: 'MIT',
      text: textIn(at('node_modules', 'electron')),
    },
    {
      name: 'Chromium and what Electron holds besides',
      version: '',
      licence: 'several',
      text: 'See LICENSES.chromium.html in the folder of the program.',
    },
    {
      name: 'Open Sans',
      version: '',
      licence: 'OFL-1.1',
      text: readFileSync(at('resources', 'fonts', 'OFL.txt'), 'utf8').trim(),
    },
    {
      name: 'SQLite',
      version: '',
      licence: 'public domain',
      text: 'The author disclaims copyright to this source code. See https://www.sqlite.org/copyright.html',
    },
  ];
}

/** Writes them into the built app: as data for its About box, as text for whoever looks into the package. */
export function writeLicences(folder = at('out')) {
  const all = [...otherParts(), ...bundledPackages()];
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'licences.json'), JSON.stringify(all));
  const heading = ({ name, version, licence }) => `${[name, version].filter(Boolean).join(' ')} (${licence})`;
  const parts = all.map((each) => `${heading(each)}\n${'='.repeat(heading(each).length)}\n\n${each.text}\n`);
  writeFileSync(path.join(folder, 'third-party-licences.txt'), parts.join('\n\n'));
}
