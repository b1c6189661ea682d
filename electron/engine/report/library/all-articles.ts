import { type Article, parseArticle } from '../../../../shared/gate/article.ts';

/** Every file under resources/kb/articles: a new article is a new file there. */
const FILES: Readonly<Record<string, unknown>> = import.meta.glob(
  '../../../../resources/kb/articles/*.json',
  {
    eager: true,
    import: 'default',
  },
);

const numberOf = (article: Article): number => Number(/\d+/.exec(article.kb)?.[0] ?? 0);

let checked: readonly Article[] | null = null;

/** The articles in the order of their numbers. One that does not fit the schema is a bug of the package, hence thrown. */
export function allArticles(): readonly Article[] {
  checked ??= Object.values(FILES)
    .map((raw) => {
      const parsed = parseArticle(raw);
      if (!parsed.ok) throw new Error(parsed.failure.message);
      return parsed.value;
    })
    .sort((a, b) => numberOf(a) - numberOf(b));
  return checked;
}
