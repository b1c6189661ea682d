import { useWizard } from '../../stores/wizard-hooks.ts';
import { Interior } from '../parts/interior.tsx';
import { IssueLines } from '../parts/issue-line.tsx';

/** A page of cc:Mail or migration files of which only the title is drawn so far. */
export function ImportPlaceholder() {
  const page = useWizard((state) => state.page);
  if (page === 'welcome' || page === 'completing') return null;
  return (
    <Interior page={page}>
      <IssueLines fields={['page']} />
    </Interior>
  );
}
