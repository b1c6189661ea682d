import { logonIdProblem } from './logon-id.ts';
import { withChoice } from './matches.ts';
import type { Issue } from './model.ts';
import { issue, type PageView } from './view.ts';

/** Problems of the new accounts' names, one per alias at most. */
export function matchIssues({ answers, facts }: PageView): Issue[] {
  if (facts.matches.status !== 'loaded') return [];
  const issues: Issue[] = [];
  const taken = new Map<string, string>();
  for (const found of facts.matches.value) {
    const match = withChoice(found, answers.accountChoices[found.alias], answers.container);
    if (match.created === null) continue;
    const { alias, logonId } = match;
    const first = taken.get(logonId.toLowerCase());
    const problem = logonIdProblem(logonId);
    if (match.fullName.trim() === '') issues.push(issue('accountChoices', 'full-name-missing', { alias }));
    else if (problem !== null) {
      issues.push(issue('accountChoices', problem.code, { alias, logonId, ...problem.values }));
    } else if (first !== undefined) {
      issues.push(issue('accountChoices', 'logon-id-taken-twice', { alias, other: first, logonId }));
    } else taken.set(logonId.toLowerCase(), alias);
  }
  return issues;
}
