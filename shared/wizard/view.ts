import type { FactName, Facts, LabFact } from './facts.ts';
import type { Answers, Issue, IssueCode, IssueField, PageId, SummaryLine } from './model.ts';

/** What a page judges by: everything entered and everything known. */
export interface PageView {
  readonly answers: Answers;
  readonly facts: Facts;
}

export type PageTitleKey = `wizard.${PageId}.title` | 'wizard.container.import-title';

/** A page as data. */
export interface PageSpec {
  readonly titleKey: `wizard.${PageId}.title`;
  /** Welcome and Completing are exterior pages of Wizard 97, the others interior with a header band. */
  readonly kind: 'exterior' | 'interior';
  /** What has to be loaded before the page can be left. */
  readonly needs: readonly FactName[];
  /** What is asked for when the page is left, once everything entered is valid: not with every key. */
  readonly asks?: FactName;
  readonly applies?: (answers: Answers) => boolean;
  readonly validate?: (view: PageView) => readonly Issue[];
  readonly summarise?: (view: PageView) => readonly SummaryLine[];
  /** Next starts the migration. */
  readonly commits?: true;
  /** No way leads back from here. */
  readonly terminal?: true;
}

export function issue(
  field: IssueField,
  code: IssueCode,
  values: Readonly<Record<string, string>> = {},
): Issue {
  return { field, code, values };
}

/** The lab if it is known. */
export function labOf(facts: Facts): LabFact | null {
  return facts.lab.status === 'loaded' ? facts.lab.value : null;
}
