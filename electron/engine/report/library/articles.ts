import windows from '../../../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import type { Article } from '../../../../shared/gate/article.ts';
import { searchArticles } from '../../../../shared/gate/search-articles.ts';
import { inWindow } from '../../../../shared/gate/windows.ts';
import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import type { GateRuleVerdict } from '../../../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { MLMIG32_55 } from '../../server/defects.ts';
import { versionOf } from '../../server/server-rows.ts';
import type { Lab } from '../../store/lab.ts';
import { evaluateGate } from '../gate.ts';
import { kbLibrary } from '../kb-library.ts';
import { allArticles } from './all-articles.ts';

type Line = LabOutput<'articles'>['articles'][number];
const GRAVITY = ['pass', 'note', 'warn', 'refuse'] as const;

/** What the gate says of every article on this lab, over both modes and all sources that the lab has. */
function verdicts(lab: Lab): ReadonlyMap<string, readonly GateRuleVerdict[]> {
  const found = new Map<string, GateRuleVerdict[]>();
  const postOffices = lab.get('SELECT id FROM post_office LIMIT 1') !== undefined;
  const questions = postOffices
    ? [{ mode: 'default', source: 'CCMAIL' } as const]
    : [{ mode: 'clone', source: 'EXCHANGE' } as const];
  for (const question of questions)
    for (const rule of evaluateGate(lab, question).rules)
      found.set(rule.kb, [...(found.get(rule.kb) ?? []), rule]);
  return found;
}

function lineOf(article: Article, rules: readonly GateRuleVerdict[]): Line {
  const gravest = Math.max(-1, ...rules.map((rule) => GRAVITY.indexOf(rule.verdict)));
  return {
    id: article.id,
    kb: article.kb,
    title: article.title,
    category: article.category,
    severity: article.severity,
    resolution: article.resolution.kind,
    told: article.told,
    playable: kbLibrary().some((rule) => rule.kb === article.kb),
    standing: GRAVITY[gravest] ?? null,
  };
}

/** `lab articles`: the library, or what of it holds every word of the search. It reads only. */
export function articlesReport(lab: Lab, input: LabInput<'articles'>): Result<LabOutput<'articles'>> {
  const rules = verdicts(lab);
  const all = allArticles();
  return ok({
    articles: searchArticles(all, input.search ?? '').map((article) =>
      lineOf(article, rules.get(article.kb) ?? []),
    ),
    all: all.length,
  });
}

/** Where an article's defect stands on the ladder of Mlmig32.dll's versions in Exchange Server 5.5; null: it has no window. */
function ladderOf(lab: Lab, kb: string): LabOutput<'article'>['ladder'] {
  const window = windows.windows.find((candidate) => candidate.kb === kb);
  if (window === undefined) return null;
  const installed = versionOf(lab, MLMIG32_55);
  return {
    file: windows.file,
    installed,
    introduced: window.introduced,
    fixed: window.fixed,
    open: installed !== null && inWindow(window, installed),
    rungs: windows.shipped.flatMap(({ release, version }) =>
      version === null ? [] : [{ label: release, version, open: inWindow(window, version) }],
    ),
  };
}

/** `lab article`: one article whole. Failure code: article-unknown. */
export function articleReport(lab: Lab, input: LabInput<'article'>): Result<LabOutput<'article'>> {
  const wanted = input.id.toLowerCase();
  const article = allArticles().find(({ id, kb }) => id === wanted || kb.replace(/\D/g, '') === wanted);
  if (article === undefined)
    return fail(
      'article-unknown',
      `The library has no article "${input.id}": give its number, for example Q251018 or KB919235.`,
    );
  const rules = verdicts(lab).get(article.kb) ?? [];
  const { appliesTo, revised, summary, resolution, events, files, sections, source } = article;
  return ok({
    ...lineOf(article, rules),
    appliesTo: [...appliesTo],
    revised,
    summary,
    fixedIn: resolution.fixedIn,
    events: [...events],
    files: [...files],
    sections: sections.map(({ section, statements }) => ({
      section,
      statements: statements.map(({ says }) => says),
    })),
    source,
    rules: rules.map((rule) => ({ ...rule, advice: [...rule.advice] })),
    ladder: ladderOf(lab, article.kb),
  });
}
