import type { Issue, IssueField, SummaryLine } from './model.ts';
import { isoDay, rangeIssues } from './page-rules.ts';
import { issue, type PageView } from './view.ts';

/** What can be wrong with a post office that was named, by the failure that the lab gives; each belongs to a field. */
const POST_OFFICE_FAILURES: Readonly<
  Record<string, { readonly field: IssueField; readonly code: Issue['code'] }>
> = {
  'not-a-post-office': { field: 'postOfficePath', code: 'not-a-post-office' },
  'post-office-name': { field: 'postOfficeName', code: 'post-office-name-wrong' },
  'post-office-password': { field: 'postOfficePasswordGiven', code: 'post-office-password-wrong' },
};

/** Path, name and password; then what the lab says of them. */
export function postOfficeIssues({ answers, facts }: PageView): Issue[] {
  const issues: Issue[] = [];
  if (answers.postOfficePath.trim() === '') issues.push(issue('postOfficePath', 'post-office-path-missing'));
  if (answers.postOfficeName.trim() === '') issues.push(issue('postOfficeName', 'post-office-name-missing'));
  if (!answers.postOfficePasswordGiven) {
    issues.push(issue('postOfficePasswordGiven', 'post-office-password-missing'));
  }
  const fact = facts['post-office'];
  if (issues.length > 0 || fact.status !== 'failed') return issues;
  const known = POST_OFFICE_FAILURES[fact.code];
  const values = {
    path: answers.postOfficePath,
    name: answers.postOfficeName,
    reason: fact.message,
  };
  return known === undefined
    ? [issue('postOfficePath', 'post-office-unreadable', values)]
    : [issue(known.field, known.code, values)];
}

export function postOfficeSummary({ answers }: PageView): SummaryLine[] {
  const values = { name: answers.postOfficeName, path: answers.postOfficePath };
  return [{ key: 'summary.post-office', values }];
}

/** A drive letter, or a server of the network; that the parts are 8.3 names is the gate's matter (Q194869). */
const WINDOWS_PATH = /^([a-z]:\\|\\\\[^\\]+\\[^\\]+)/i;

export function methodIssues({ answers }: PageView): Issue[] {
  if (answers.method === 'one-step') return [];
  const path = answers.filesPath.trim();
  if (path === '') return [issue('filesPath', 'files-path-missing')];
  return WINDOWS_PATH.test(path) ? [] : [issue('filesPath', 'files-path-form', { path })];
}

export function methodSummary({ answers }: PageView): SummaryLine[] {
  return answers.method === 'one-step'
    ? [{ key: 'summary.one-step', values: {} }]
    : [{ key: 'summary.extract', values: { path: answers.filesPath } }];
}

export function filesSetIssues({ answers, facts }: PageView): Issue[] {
  if (answers.packingList.trim() === '') return [issue('packingList', 'packing-list-missing')];
  const fact = facts['files-set'];
  return fact.status === 'failed'
    ? [issue('packingList', 'packing-list-unreadable', { reason: fact.message })]
    : [];
}

export function filesSetSummary({ answers }: PageView): SummaryLine[] {
  return [{ key: 'summary.packing-list', values: { path: answers.packingList } }];
}

export function optionIssues({ answers }: PageView): Issue[] {
  if (!answers.infoMailboxes && !answers.infoMail && !answers.infoBulletinBoards) {
    return [issue('page', 'nothing-to-migrate')];
  }
  return answers.infoMail ? rangeIssues(answers) : [];
}

export function optionSummary({ answers }: PageView): SummaryLine[] {
  const lines: SummaryLine[] = [
    { key: answers.infoMailboxes ? 'summary.make-mailboxes' : 'summary.no-mailboxes', values: {} },
    { key: answers.infoMail ? 'summary.mail' : 'summary.no-mail', values: {} },
  ];
  if (answers.infoMail && answers.dateRangeOn) {
    const values = { from: isoDay(answers.dateFrom), to: isoDay(answers.dateTo) };
    lines.push({ key: 'summary.date-range', values });
  }
  if (answers.infoBulletinBoards) lines.push({ key: 'summary.bulletin-boards', values: {} });
  return lines;
}

export function ntAccountSummary({ answers }: PageView): SummaryLine[] {
  const lines: SummaryLine[] = [{ key: 'summary.nt-accounts', values: { kind: answers.ntAccounts } }];
  const template = answers.template.trim();
  return template === '' ? lines : [...lines, { key: 'summary.template', values: { template } }];
}

/** Public folders need an owner (Q198957 "FldOwner": required with Public). */
export function publicFolderIssues({ answers }: PageView): Issue[] {
  return answers.folderOwner.trim() === '' ? [issue('folderOwner', 'folder-owner-missing')] : [];
}
