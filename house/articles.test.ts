import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Article, type Carrier, parseArticle } from '../shared/gate/article.ts';
import { isSetting } from '../shared/lab/settings.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
const listed = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}${name}`);

const ARTICLES: readonly Article[] = listed('resources/kb/articles/').map((path) => {
  const parsed = parseArticle(json(path));
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
});

type Fields = Readonly<Record<string, unknown>>;

/** Every fix of every product, by its id. */
function fixes(): Map<string, Fields> {
  const found = new Map<string, Fields>();
  for (const path of listed('resources/products/')) {
    const product = json(path) as { readonly hotfixes: readonly Fields[] };
    for (const fix of product.hotfixes)
      found.set(String(fix.id), { ...fix, ...(fix.article as Fields | undefined) });
  }
  return found;
}

function standsIn(fields: Fields | undefined, field: string, holds: string): boolean {
  const value = fields?.[field];
  return value !== undefined && JSON.stringify(value).toLowerCase().includes(holds.toLowerCase());
}

/** A test's title as it stands in its file, quoted one way or the other. */
function hasTest(file: string, name: string): boolean {
  if (!existsSync(new URL(file, root))) return false;
  const text = read(file);
  return [`'${name}`, `"${name}`, `\`${name}`].some((quoted) => text.includes(quoted));
}

function carries(carrier: Carrier): boolean {
  switch (carrier.kind) {
    case 'record':
      return standsIn(json(`resources/kb/${carrier.record}.json`) as Fields, carrier.field, carrier.holds);
    case 'fix':
      return standsIn(fixes().get(carrier.fix), carrier.field, carrier.holds);
    case 'setting':
      return isSetting(carrier.setting);
    case 'test':
      return hasTest(carrier.file, carrier.name);
  }
}

const WHOLE = ARTICLES.filter((article) => article.told === 'whole');

const statements = WHOLE.flatMap((article) =>
  article.sections.flatMap(({ statements: said }) =>
    said.map((statement) => ({ name: `${article.kb} ${statement.id}`, ...statement })),
  ),
);

describe('every statement of the five articles is carried by something of the product', () => {
  test('there are five articles, and each says something in every section that it has', () => {
    expect(WHOLE.map((article) => article.kb).sort()).toEqual([
      'KB919235',
      'Q194218',
      'Q197114',
      'Q248195',
      'Q251018',
    ]);
    expect(statements.length).toBeGreaterThan(70);
  });

  test.each(statements)('$name: $says', ({ carriedBy }) => {
    expect(carriedBy.filter((carrier) => !carries(carrier))).toEqual([]);
  });
});

describe('the library', () => {
  test('holds each article once, under its own name', () => {
    expect(new Set(ARTICLES.map((article) => article.kb)).size).toBe(ARTICLES.length);
    expect(ARTICLES.length).toBeGreaterThan(180);
    expect(ARTICLES.filter((article) => article.id !== article.kb.toLowerCase())).toEqual([]);
  });

  test('knows the article of every rule of the gate that names one', () => {
    const known = new Set(ARTICLES.map((article) => article.kb));
    const rules = listed('resources/kb/').map((path) => json(path) as Fields);
    const named = rules.map((rule) => String(rule.kb)).filter((kb) => /^(Q|KB)\d+$/.test(kb));
    expect(named.filter((kb) => !known.has(kb))).toEqual([]);
  });
});
