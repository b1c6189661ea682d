import type { ReportFact } from '../../../../shared/wizard/facts.ts';

/** The articles that print a message box of a migration from cc:Mail. */
export const BOX_ARTICLES = ['Q174740', 'Q251018', 'Q183590', 'Q197114'] as const;
export type BoxArticle = (typeof BOX_ARTICLES)[number];

/** The article whose box a failed run ends with, by the reason of the first account that failed; null: none is documented. */
export function documentedBox({ state, mailboxes }: ReportFact): BoxArticle | null {
  if (state !== 'failed') return null;
  for (const { state: of, why } of mailboxes) {
    if (of !== 'failed') continue;
    for (const { source } of why) {
      const article = BOX_ARTICLES.find((candidate) => source?.includes(candidate));
      if (article !== undefined) return article;
    }
  }
  return null;
}
