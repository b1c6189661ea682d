import type { ProgressRow } from '../../../../shared/wizard/facts.ts';
import type { JobState } from '../../../../shared/wizard/model.ts';
import { NO_ROWS } from '../../../../shared/wizard/row-table.ts';

/** The rows of a run: as the last news told them, and once it has ended with what the report says of each mailbox. */
export function rowsShown(job: JobState): readonly ProgressRow[] {
  if (job.kind !== 'ended') return 'rows' in job ? job.rows.list : NO_ROWS.list;
  const last = new Map(job.rows.list.map((row) => [row.alias, row]));
  return job.report.mailboxes.map((outcome) => {
    const { stage, done, total } = last.get(outcome.alias) ?? { stage: 0, done: 0, total: 0 };
    return { ...outcome, stage, done, total };
  });
}
