import { LOGON_ID_LIMIT, withChoice } from './matches.ts';
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
    if (match.fullName.trim() === '') issues.push(issue('accountChoices', 'full-name-missing', { alias }));
    else if (logonId.trim() === '') issues.push(issue('accountChoices', 'logon-id-missing', { alias }));
    else if (logonId.length > LOGON_ID_LIMIT) {
      issues.push(
        issue('accountChoices', 'logon-id-too-long', { alias, logonId, limit: `${LOGON_ID_LIMIT}` }),
      );
    } else if (first !== undefined) {
      issues.push(issue('accountChoices', 'logon-id-taken-twice', { alias, other: first, logonId }));
    } else taken.set(logonId.toLowerCase(), alias);
  }
  return issues;
}
