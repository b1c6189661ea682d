import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newLab } from '../../build/new-lab.ts';
import { installFix } from '../fix.ts';
import { type Lab, openLab } from '../../store/lab.ts';
import { articleReport, articlesReport } from './articles.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-library-'));
const labs = new Map<string, Lab>();

beforeAll(() => {
  for (const scenario of ['q194218', 'kb919235']) {
    const file = join(folder, `${scenario}.mwlab`);
    const made = newLab({ file, scenario });
    const opened = openLab(file);
    if (!made.ok || !opened.ok) throw new Error('no lab');
    labs.set(scenario, opened.value);
  }
});
afterAll(() => {
  for (const lab of labs.values()) lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function lab(scenario: 'q194218' | 'kb919235'): Lab {
  const found = labs.get(scenario);
  if (found === undefined) throw new Error('no lab');
  return found;
}

function found(search: string): readonly string[] {
  const report = articlesReport(lab('q194218'), { file: '', search });
  return report.ok ? report.value.articles.map((article) => article.kb) : [];
}

function article(of: Lab, id: string) {
  const report = articleReport(of, { file: '', id });
  if (!report.ok) throw new Error(report.failure.message);
  return report.value;
}

describe('the library', () => {
  test.each([
    ['a number', '251018', 'Q251018'],
    ['a number with its letters', 'kb919235', 'KB919235'],
    ['an event', '8149', 'Q194218'],
    ['an event and its source', '4097 drwatson', 'Q268496'],
    ['a file and its version', 'mlmig32.dll 5.5.2448.0', 'Q197114'],
    ['words of a message', 'memory error', 'Q251018'],
    ['a product', 'clone mode 2003', 'KB919235'],
  ])('is searched by %s', (_what, search, kb) => {
    expect(found(search)).toContain(kb);
  });

  test('a number is no part of another', () => {
    expect(found('238')).toEqual(expect.arrayContaining(['Q194218', 'Q200564', 'Q234665']));
    expect(found('238')).not.toContain('Q238850');
  });

  test('without a word it holds everything, and nothing for a word of no article', () => {
    expect(found('').length).toBeGreaterThan(180);
    expect(found('zebra')).toEqual([]);
  });

  test('says of each article what the gate says on this lab', () => {
    const clone = articlesReport(lab('kb919235'), { file: '' });
    if (!clone.ok) throw new Error(clone.failure.message);
    const standing = new Map(clone.value.articles.map((line) => [line.kb, line.standing]));
    expect(standing.get('KB919235')).toBe('refuse');
    expect(standing.get('Q199309')).toBeNull();
    const playable = new Map(clone.value.articles.map((line) => [line.kb, line.playable]));
    expect([playable.get('Q197114'), playable.get('Q199309')]).toEqual([true, false]);
  });

  test('shows where a defect stands on the ladder, before its fix and after', () => {
    const before = article(lab('q194218'), 'Q197114').ladder;
    expect(before).toMatchObject({
      file: 'Mlmig32.dll',
      installed: '5.5.2232.2',
      fixed: '5.5.2448.0',
      open: true,
    });
    expect(before?.rungs.map((rung) => rung.open)).toEqual([true, true, false, false]);
    expect(installFix(lab('q194218'), { file: '', install: 'E55SP2' }).ok).toBe(true);
    expect(article(lab('q194218'), '197114').ladder).toMatchObject({ installed: '5.5.2448.4', open: false });
  });

  test('refuses a number that it does not hold, with what to give', () => {
    expect(articleReport(lab('q194218'), { file: '', id: 'Q1' })).toMatchObject({
      ok: false,
      failure: { code: 'article-unknown' },
    });
  });
});
