import type { RunPlan } from '../../../shared/lab/run-plan.ts';

/** A condition over a source message `m`, and the values for its placeholders. */
export interface MessageFilter {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

function prefixesOf(plan: Pick<RunPlan, 'subjectPrefixes'>): string[] {
  return (plan.subjectPrefixes ?? []).filter((prefix) => prefix !== '');
}

export function hasPrefixes(plan: Pick<RunPlan, 'subjectPrefixes'>): boolean {
  return prefixesOf(plan).length > 0;
}

/**
 * Which messages a plan migrates. The date range is compared with the delivery time, both ends included, and messages
 * without one always migrate (KB307706, Q198957). Messages whose subject starts with a prefix of the SubjectFile stay
 * behind (Exchange 2000 SP2 help, SubjectFile: prefixes not to migrate; that case does not count is modelled).
 */
export function messageFilter(plan: Pick<RunPlan, 'dateRange' | 'subjectPrefixes'>): MessageFilter {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  if (plan.dateRange !== null) {
    parts.push('(m.delivered IS NULL OR m.delivered BETWEEN ? AND ?)');
    values.push(plan.dateRange.from, plan.dateRange.to);
  }
  const prefixes = prefixesOf(plan);
  if (prefixes.length > 0) {
    parts.push(
      'NOT EXISTS (SELECT 1 FROM json_each(?) p WHERE lower(substr(m.subject, 1, length(p.value))) = lower(p.value))',
    );
    values.push(JSON.stringify(prefixes));
  }
  return { sql: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values };
}

export function isFiltered(plan: Pick<RunPlan, 'dateRange' | 'subjectPrefixes'>): boolean {
  return messageFilter(plan).values.length > 0;
}
