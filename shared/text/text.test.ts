import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ISSUE_CODES, MIGRATION_TYPES, PAGE_ORDER } from '../wizard/model.ts';
import { EN, isTextKey, mnemonic, type TextKey, text } from './text.ts';

const HOME = join(import.meta.dirname, '../..');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const SOURCES = ['shared', 'electron', 'renderer']
  .flatMap((room) => sourceFiles(join(HOME, room)))
  .filter((path) => !path.includes(join('shared', 'text', 'en')))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Keys written out, and patterns of those put together, as in `issue.${code}` or `wizard.${page}.title`. */
const WRITTEN = new Set([...SOURCES.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)].map((hit) => hit[1]));
const TEMPLATES = [...SOURCES.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^}`]*\})*)`/gi)]
  .map((hit) => hit[1] ?? '')
  .filter((template) => template.includes('${'))
  .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`));

describe('visible sentences', () => {
  test('every key is used somewhere', () => {
    const unused = Object.keys(EN).filter(
      (key) => !WRITTEN.has(key) && !TEMPLATES.some((template) => template.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test('every page, issue and migration type has its sentence', () => {
    const needed = [
      ...PAGE_ORDER.map((page) => `wizard.${page}.title`),
      ...ISSUE_CODES.map((code) => `issue.${code}`),
      ...MIGRATION_TYPES.flatMap((type) => [`wizard.type.${type}`, `wizard.type-about.${type}`]),
    ];
    expect(needed.filter((key) => !isTextKey(key))).toEqual([]);
  });

  test('no sentence of an issue or failure has a line break or lacks its full stop', () => {
    const keys = Object.keys(EN).filter((key) => /^(issue|failure)\./.test(key)) as TextKey[];
    const wrong = keys.filter((key) => EN[key].includes('\n') || !/[.}]$/.test(EN[key]));
    expect(wrong).toEqual([]);
  });
});

test('values take their places, and a missing one shows', () => {
  expect(text('issue.unknown-account', { alias: 'anna' })).toContain('alias anna:');
  expect(text('issue.unknown-account')).toContain('{alias}');
});

test.each([
  ['&Next >', { label: 'Next >', key: 'n', at: 0 }],
  ['Select N&one', { label: 'Select None', key: 'o', at: 8 }],
  ['Finish', { label: 'Finish', key: null, at: -1 }],
])('%s has its mnemonic', (label, expected) => {
  expect(mnemonic(label)).toEqual(expected);
});
