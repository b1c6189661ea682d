import { migrationTypes, runnableType } from './migration-types.ts';
import { ALL_SERVERS, type Answers, type Issue, type SummaryLine } from './model.ts';
import { issue, labOf, type PageView } from './view.ts';

/** The gate keeps one here until it is content, or the user goes on as the original would. */
export function gateIssues({ answers, facts }: PageView, which: 'opening' | 'prerequisites'): Issue[] {
  const gate = facts[which];
  if (gate.status !== 'loaded' || gate.value.ok || answers.startAnyway) return [];
  const refusing = gate.value.rules.find((rule) => rule.verdict === 'refuse');
  return [issue('gate', 'gate-refused', { kb: refusing?.kb ?? '', needs: refusing?.needs ?? '' })];
}

export function typeIssues({ answers, facts }: PageView): Issue[] {
  const { type } = answers;
  if (runnableType(type) === null) return [issue('type', 'type-not-available')];
  if (type !== 'EXCHANGE' && answers.mode === 'clone') return [issue('type', 'clone-needs-exchange')];
  const lab = labOf(facts);
  if (lab === null) return [];
  const there =
    type === 'EXCHANGE' ? lab.source.kind === 'exchange' : type === 'FILE' || lab.postOffices.length > 0;
  const shown = migrationTypes(lab).includes(type);
  if (!there || !shown) return [issue('type', 'type-not-in-lab', { what: WHAT[type] ?? '' })];
  // The gate of an Exchange source is judged on the first page, before anything was chosen.
  return type === 'EXCHANGE' ? [] : gateIssues({ answers, facts }, 'opening');
}

/** What a lab lacks where a type has nothing to migrate from. */
const WHAT: Readonly<Record<string, string>> = {
  EXCHANGE: 'Exchange organization that its wizard could migrate from',
  CCMAIL: 'cc:Mail post office',
};

/** Host name rules: labels of letters, digits and hyphens, a dot between. */
const DOMAIN = /^(?=.{1,255}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

export function destinationIssues({ answers, facts }: PageView): Issue[] {
  const issues: Issue[] = [];
  if (answers.destination === 'pst') issues.push(issue('destination', 'pst-not-available'));
  // With cc:Mail the server is asked for later, and there is no /D.
  if (answers.type !== 'EXCHANGE') return issues;
  const domain = answers.targetAddressDomain;
  if (domain !== null && !DOMAIN.test(domain)) {
    issues.push(issue('targetAddressDomain', 'domain-invalid', { domain }));
  }
  return [...issues, ...serverIssues({ answers, facts })];
}

export function serverIssues({ answers, facts }: PageView): Issue[] {
  const { targetServer, targetStore } = answers;
  if (targetServer === '') return [issue('targetServer', 'target-server-missing')];
  const servers = labOf(facts)?.target.servers ?? [];
  const server = servers.find((candidate) => candidate.netbios === targetServer);
  if (server === undefined) {
    return [issue('targetServer', 'target-server-unknown', { server: targetServer })];
  }
  if (targetStore === '') return [issue('targetStore', 'target-store-missing')];
  return server.stores.includes(targetStore)
    ? []
    : [issue('targetStore', 'target-store-unknown', { server: targetServer, store: targetStore })];
}

export function sourceIssues({ answers, facts }: PageView): Issue[] {
  const issues: Issue[] = [];
  if (answers.exchange55) issues.push(issue('exchange55', 'exchange55-not-available'));
  if (answers.sourceAccount !== '' && !answers.sourcePasswordGiven) {
    issues.push(issue('sourcePasswordGiven', 'password-missing', { account: answers.sourceAccount }));
  }
  const name = answers.sourceServer;
  if (name === '') return [...issues, issue('sourceServer', 'source-server-missing')];
  const servers = labOf(facts)?.source.servers ?? [];
  if (name !== ALL_SERVERS && !servers.some((server) => server.netbios === name)) {
    issues.push(issue('sourceServer', 'source-server-unknown', { server: name }));
  }
  return issues;
}

export function sourceSummary({ answers, facts }: PageView): SummaryLine[] {
  const servers = labOf(facts)?.source.servers.map((server) => server.netbios) ?? [];
  const server = answers.sourceServer === ALL_SERVERS ? servers.join(', ') : answers.sourceServer;
  return [{ key: 'summary.from', values: { server } }];
}

/** Clone mode copies everything; it has no filters (TN aa996178). */
export function informationIssues(answers: Answers): Issue[] {
  const filtered = answers.dateRangeOn || answers.subjectPrefixes.length > 0;
  if (answers.mode === 'clone') {
    return filtered
      ? [issue(answers.dateRangeOn ? 'dateRangeOn' : 'subjectPrefixes', 'filters-in-clone')]
      : [];
  }
  return rangeIssues(answers);
}

export function rangeIssues(answers: Answers): Issue[] {
  if (!answers.dateRangeOn) return [];
  if (answers.dateFrom === null) return [issue('dateFrom', 'date-missing')];
  if (answers.dateTo === null) return [issue('dateTo', 'date-missing')];
  return answers.dateFrom > answers.dateTo ? [issue('dateTo', 'date-order')] : [];
}

export function isoDay(milliseconds: number | null): string {
  return milliseconds === null ? '' : new Date(milliseconds).toISOString().slice(0, 10);
}

export function informationSummary({ answers }: PageView): SummaryLine[] {
  const lines: SummaryLine[] = [
    { key: answers.createAccounts ? 'summary.create-accounts' : 'summary.only-mail', values: {} },
  ];
  if (answers.mode === 'default' && answers.dateRangeOn) {
    const values = { from: isoDay(answers.dateFrom), to: isoDay(answers.dateTo) };
    lines.push({ key: 'summary.date-range', values });
  }
  if (answers.mode === 'default' && answers.subjectPrefixes.length > 0) {
    lines.push({ key: 'summary.subjects', values: { prefixes: answers.subjectPrefixes.join(', ') } });
  }
  return lines;
}

export function accountIssues({ answers, facts }: PageView): Issue[] {
  if (answers.accounts.length === 0) return [issue('accounts', 'no-accounts')];
  if (facts.accounts.status !== 'loaded') return [];
  const known = new Set(facts.accounts.value.map((account) => account.alias));
  const unknown = answers.accounts.find((alias) => !known.has(alias));
  return unknown === undefined ? [] : [issue('accounts', 'unknown-account', { alias: unknown })];
}

export function containerIssues({ answers, facts }: PageView): Issue[] {
  if (answers.container === '') return [issue('container', 'container-missing')];
  const known = labOf(facts)?.target.containers ?? [];
  return known.includes(answers.container)
    ? []
    : [issue('container', 'container-unknown', { container: answers.container })];
}
