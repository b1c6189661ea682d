import type { FactName } from './facts.ts';
import { matchIssues } from './match-issues.ts';
import { type Answers, type Issue, PAGE_ORDER, type PageId, type SummaryLine } from './model.ts';
import * as rules from './page-rules.ts';
import { issue, type PageSpec, type PageView } from './view.ts';

const isExchange = (answers: Answers): boolean => answers.type === 'EXCHANGE';
const createsAccounts = (answers: Answers): boolean => isExchange(answers) && answers.createAccounts;

export const PAGES: Readonly<Record<PageId, PageSpec>> = {
  welcome: {
    titleKey: 'wizard.welcome.title',
    kind: 'exterior',
    needs: ['lab', 'opening'],
    validate: (view) => rules.gateIssues(view, 'opening'),
  },
  'migration-type': {
    titleKey: 'wizard.migration-type.title',
    kind: 'interior',
    needs: [],
    validate: ({ answers }) => rules.typeIssues(answers),
  },
  'exchange-information': {
    titleKey: 'wizard.exchange-information.title',
    kind: 'interior',
    needs: [],
    applies: isExchange,
    summarise: ({ answers }) => [
      { key: answers.mode === 'clone' ? 'summary.mode-clone' : 'summary.mode-default', values: {} },
    ],
  },
  'migration-destination': {
    titleKey: 'wizard.migration-destination.title',
    kind: 'interior',
    needs: ['lab'],
    validate: rules.destinationIssues,
    summarise: ({ answers }) => [
      { key: 'summary.to', values: { server: answers.targetServer, store: answers.targetStore } },
      ...(answers.targetAddressDomain === null
        ? []
        : [{ key: 'summary.target-address', values: { domain: answers.targetAddressDomain } } as const]),
    ],
  },
  'source-server': {
    titleKey: 'wizard.source-server.title',
    kind: 'interior',
    needs: ['lab'],
    applies: isExchange,
    validate: rules.sourceIssues,
    summarise: rules.sourceSummary,
  },
  'migration-information': {
    titleKey: 'wizard.migration-information.title',
    kind: 'interior',
    needs: [],
    validate: ({ answers }) => rules.informationIssues(answers),
    summarise: rules.informationSummary,
  },
  'account-migration': {
    titleKey: 'wizard.account-migration.title',
    kind: 'interior',
    needs: ['accounts'],
    validate: rules.accountIssues,
    summarise: ({ answers }) => [
      { key: 'summary.accounts', values: { count: String(answers.accounts.length) } },
    ],
  },
  container: {
    titleKey: 'wizard.container.title',
    kind: 'interior',
    needs: ['lab'],
    applies: createsAccounts,
    validate: rules.containerIssues,
    summarise: ({ answers }) => [{ key: 'summary.container', values: { container: answers.container } }],
  },
  'account-association': {
    titleKey: 'wizard.account-association.title',
    kind: 'interior',
    needs: ['matches'],
    applies: createsAccounts,
    validate: matchIssues,
  },
  prerequisites: {
    titleKey: 'wizard.prerequisites.title',
    kind: 'interior',
    needs: ['prerequisites', 'predictions'],
    validate: (view) => rules.gateIssues(view, 'prerequisites'),
    commits: true,
  },
  progress: { titleKey: 'wizard.progress.title', kind: 'interior', needs: [], terminal: true },
  completing: { titleKey: 'wizard.completing.title', kind: 'exterior', needs: [], terminal: true },
};

/** The pages that these answers lead through, in order. */
export function pathFor(answers: Answers): readonly PageId[] {
  return PAGE_ORDER.filter((page) => PAGES[page].applies?.(answers) ?? true);
}

/**
 * What has to be known on a page. The page that commits judges the whole path, so that it needs what every page of it
 * needs: the lab may have been changed from elsewhere, and everything forgotten, after those pages were left.
 */
export function needsOn(page: PageId, answers: Answers): readonly FactName[] {
  if (PAGES[page].commits !== true) return PAGES[page].needs;
  return [...new Set(pathFor(answers).flatMap((each) => PAGES[each].needs))];
}

/** What keeps one from leaving this page. Nothing is judged before what the page needs is known. */
export function issuesOn(page: PageId, view: PageView): readonly Issue[] {
  const spec = PAGES[page];
  for (const name of spec.needs) {
    const fact = view.facts[name];
    if (fact.status === 'failed') return [issue('page', 'loading-failed', { reason: fact.message })];
    if (fact.status !== 'loaded') return [issue('page', 'still-loading')];
  }
  return spec.validate?.(view) ?? [];
}

/** What the whole path will do, line by line. */
export function summaryOf(view: PageView): readonly SummaryLine[] {
  return pathFor(view.answers).flatMap((page) => PAGES[page].summarise?.(view) ?? []);
}
