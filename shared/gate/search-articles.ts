import type { Article } from './article.ts';

/** Everything of an article that one can search for, in lower case. */
function haystack(article: Article): string {
  return [
    article.kb,
    article.kb.replace(/\D/g, ''),
    article.title,
    article.summary,
    article.category,
    ...article.appliesTo,
    ...article.keywords,
    article.resolution.fixedIn ?? '',
    ...article.events.flatMap((event) => [String(event.id), event.source ?? '']),
    ...article.files.flatMap((file) => [file.name, file.version]),
    ...article.sections.flatMap((section) => section.statements.map((statement) => statement.says)),
  ]
    .join('\n')
    .toLowerCase();
}

/** A number that stands alone is one of an article or an event, and no part of another number. */
function holds(text: string, word: string): boolean {
  if (!/^\d+$/.test(word)) return text.includes(word);
  return new RegExp(`(^|[^\\d.])${word}($|[^\\d.]|\\.($|\\s))`, 'm').test(text);
}

/** The articles that hold every word, in any case and order; no word: all of them. */
export function searchArticles(articles: readonly Article[], search: string): readonly Article[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return articles;
  return articles.filter((article) => {
    const text = haystack(article);
    return words.every((word) => holds(text, word));
  });
}
