import type { Why } from '../../../../shared/evidence.ts';
import type { ReportFact } from '../../../../shared/wizard/facts.ts';

/** The articles that print a message box of a migration from cc:Mail. */
export const BOX_ARTICLES = ['Q174740', 'Q251018', 'Q183590', 'Q197114'] as const;
export type BoxArticle = (typeof BOX_ARTICLES)[number];

/**
 * The article whose box a failed run ends with; null: none is documented.
 * @param runWhy why the run failed as a whole; without such reasons the first account that failed decides
 */
export function documentedBox({ state, mailboxes }: ReportFact, runWhy: readonly Why[]): BoxArticle | null {
  if (state !== 'failed') return null;
  const ofAccounts = mailboxes.filter((row) => row.state === 'failed').flatMap((row) => row.why);
  for (const { source } of [...runWhy, ...ofAccounts]) {
    const article = BOX_ARTICLES.find((candidate) => source?.includes(candidate));
    if (article !== undefined) return article;
  }
  return null;
}
