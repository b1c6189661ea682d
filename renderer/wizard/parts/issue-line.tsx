import { articleLabel } from '../../../shared/text/source-label.ts';
import { text } from '../../../shared/text/text.ts';
import type { Issue, IssueField } from '../../../shared/wizard/model.ts';
import { useIssues } from '../../stores/wizard-hooks.ts';
import './parts.css';

export function issueSentence(issue: Issue): string {
  const { kb } = issue.values;
  const values = kb === undefined ? issue.values : { ...issue.values, kb: articleLabel(String(kb)) };
  return text(`issue.${issue.code}`, values);
}

/** The sentence about one field, or null while it is right or was not judged yet. */
export function useProblem(field: IssueField): string | null {
  const issue = useIssues().find((found) => found.field === field);
  return issue === undefined ? null : issueSentence(issue);
}

/** What is wrong with fields that cannot say it themselves. */
export function IssueLines({ fields }: { readonly fields: readonly IssueField[] }) {
  const issues = useIssues().filter((issue) => fields.includes(issue.field));
  return (
    <div role="alert" className="issue-lines">
      {issues.map((issue) => (
        <p key={`${issue.code} ${issueSentence(issue)}`}>{issueSentence(issue)}</p>
      ))}
    </div>
  );
}
