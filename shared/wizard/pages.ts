import type { FactName } from './facts.ts';
import * as imports from './import-rules.ts';
import { matchIssues } from './match-issues.ts';
import { type Answers, type Issue, PAGE_ORDER, type PageId, type SummaryLine } from './model.ts';
import * as rules from './page-rules.ts';
import { issue, type PageSpec, type PageTitleKey, type PageView } from './view.ts';

const isExchange = (answers: Answers): boolean => answers.type === 'EXCHANGE';
const isCcMail = (answers: Answers): boolean => answers.type === 'CCMAIL';
const isFiles = (answers: Answers): boolean => answers.type === 'FILE';
const extractsOnly = (answers: Answers): boolean => isCcMail(answers) && answers.method === 'extract';
/** Something comes out of migration files in this run. */
const importsFiles = (answers: Answers): boolean =>
  isFiles(answers) || (isCcMail(answers) && answers.method === 'one-step');
const createsAccounts = (answers: Answers): boolean => isExchange(answers) && answers.createAccounts;
/** New mailboxes are made from DIRECTORY entries, where they were asked for or are in the files. */
const makesMailboxes = (answers: Answers): boolean =>
  importsFiles(answers) && (isFiles(answers) || answers.infoMailboxes);

export const PAGES: Readonly<Record<PageId, PageSpec>> = {
  welcome: {
    titleKey: 'wizard.welcome.title',
    kind: 'exterior',
    needs: ['lab', 'opening'],
    validate: (view) => (isExchange(view.answers) ? rules.gateIssues(view, 'opening') : []),
  },
  'migration-type': {
    titleKey: 'wizard.migration-type.title',
    kind: 'interior',
    needs: ['lab', 'opening'],
    validate: rules.typeIssues,
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
  'ccmail-information': {
    titleKey: 'wizard.ccmail-information.title',
    kind: 'interior',
    needs: [],
    applies: isCcMail,
  },
  'ccmail-post-office': {
    titleKey: 'wizard.ccmail-post-office.title',
    kind: 'interior',
    needs: ['lab'],
    asks: 'post-office',
    applies: isCcMail,
    validate: imports.postOfficeIssues,
    summarise: imports.postOfficeSummary,
  },
  'ccmail-method': {
    titleKey: 'wizard.ccmail-method.title',
    kind: 'interior',
    needs: [],
    applies: isCcMail,
    validate: imports.methodIssues,
    summarise: imports.methodSummary,
  },
  'files-information': {
    titleKey: 'wizard.files-information.title',
    kind: 'interior',
    needs: [],
    applies: isFiles,
  },
  'files-set': {
    titleKey: 'wizard.files-set.title',
    kind: 'interior',
    needs: [],
    asks: 'files-set',
    applies: isFiles,
    validate: imports.filesSetIssues,
    summarise: imports.filesSetSummary,
  },
  'migration-destination': {
    titleKey: 'wizard.migration-destination.title',
    kind: 'interior',
    needs: ['lab'],
    applies: (answers) => !isFiles(answers) && !extractsOnly(answers),
    validate: rules.destinationIssues,
    summarise: ({ answers }) =>
      isCcMail(answers)
        ? []
        : [
            { key: 'summary.to', values: { server: answers.targetServer, store: answers.targetStore } },
            ...(answers.targetAddressDomain === null
              ? []
              : [
                  { key: 'summary.target-address', values: { domain: answers.targetAddressDomain } } as const,
                ]),
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
  'ccmail-options': {
    titleKey: 'wizard.ccmail-options.title',
    kind: 'interior',
    needs: [],
    applies: isCcMail,
    validate: imports.optionIssues,
    summarise: imports.optionSummary,
  },
  'migration-information': {
    titleKey: 'wizard.migration-information.title',
    kind: 'interior',
    needs: [],
    applies: isExchange,
    validate: ({ answers }) => rules.informationIssues(answers),
    summarise: rules.informationSummary,
  },
  'account-migration': {
    titleKey: 'wizard.account-migration.title',
    kind: 'interior',
    needs: ['accounts'],
    applies: (answers) => !isFiles(answers),
    validate: rules.accountIssues,
    summarise: ({ answers }) => [
      { key: 'summary.accounts', values: { count: String(answers.accounts.length) } },
    ],
  },
  'destination-server': {
    titleKey: 'wizard.destination-server.title',
    kind: 'interior',
    needs: ['lab'],
    applies: importsFiles,
    validate: rules.serverIssues,
    summarise: ({ answers }) => [
      { key: 'summary.to', values: { server: answers.targetServer, store: answers.targetStore } },
    ],
  },
  container: {
    titleKey: 'wizard.container.title',
    kind: 'interior',
    needs: ['lab'],
    applies: (answers) => createsAccounts(answers) || makesMailboxes(answers),
    validate: rules.containerIssues,
    summarise: ({ answers }) => [
      {
        key: isExchange(answers) ? 'summary.container' : 'summary.recipients-container',
        values: { container: answers.container },
      },
    ],
  },
  'account-association': {
    titleKey: 'wizard.account-association.title',
    kind: 'interior',
    needs: ['matches'],
    applies: createsAccounts,
    validate: matchIssues,
  },
  'nt-accounts': {
    titleKey: 'wizard.nt-accounts.title',
    kind: 'interior',
    needs: [],
    applies: makesMailboxes,
    summarise: imports.ntAccountSummary,
  },
  'public-folders': {
    titleKey: 'wizard.public-folders.title',
    kind: 'interior',
    needs: [],
    applies: (answers) => importsFiles(answers) && answers.infoBulletinBoards,
    validate: imports.publicFolderIssues,
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
  return [...new Set(pathFor(answers).flatMap((each) => factsOf(PAGES[each])))];
}

function factsOf({ needs, asks }: PageSpec): readonly FactName[] {
  return asks === undefined ? needs : [...needs, asks];
}

/** What keeps one from leaving this page. Nothing is judged before what the page needs is known. */
export function issuesOn(page: PageId, view: PageView): readonly Issue[] {
  const spec = PAGES[page];
  for (const name of spec.needs) {
    const fact = view.facts[name];
    if (fact.status === 'failed') return [issue('page', 'loading-failed', { reason: fact.message })];
    if (fact.status !== 'loaded') return [issue('page', 'still-loading')];
  }
  const issues = spec.validate?.(view) ?? [];
  if (issues.length > 0 || spec.asks === undefined) return issues;
  return view.facts[spec.asks].status === 'loaded' ? [] : [issue('page', 'still-loading')];
}

/** The title of a page with these answers: the container of an import holds mailboxes, not Windows accounts. */
export function titleKeyOf(page: PageId, answers: Answers): PageTitleKey {
  return page === 'container' && !isExchange(answers)
    ? 'wizard.container.import-title'
    : PAGES[page].titleKey;
}

/** What the whole path will do, line by line. */
export function summaryOf(view: PageView): readonly SummaryLine[] {
  return pathFor(view.answers).flatMap((page) => PAGES[page].summarise?.(view) ?? []);
}
