import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { compareOutcomes, countFates, type OutcomeRow, ostOutcome } from '../../../shared/outcome/compare.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import { directoryResolver } from './fate-context.ts';
import { judgedRun, mailboxFates, runMailboxes } from './fate.ts';

interface Counts {
  readonly copied: number;
  readonly skipped: number;
  readonly replaced: number;
}

/** The outcome table of a lab's last run by alias. Failure code: no-run. */
function outcomeTable(lab: Lab): Result<ReadonlyMap<string, OutcomeRow>> {
  const run = judgedRun(lab, undefined);
  if (!run.ok) return run;
  const resolvesDn = directoryResolver(lab);
  const table = new Map<string, OutcomeRow>();
  for (const row of runMailboxes(lab, run.value)) {
    const counts = lab.get<Counts>(
      'SELECT copied, skipped, replaced FROM run_mailbox WHERE run_id = ? AND source_mailbox = ?',
      run.value,
      row.source,
    );
    if (counts === undefined) continue;
    const fates = mailboxFates(lab, row, resolvesDn);
    table.set(row.alias, {
      run: run.value,
      requestedMode: row.requestedMode,
      effectiveMode: row.effectiveMode,
      state: row.state,
      ...counts,
      ost: ostOutcome(fates.ost),
      lostItems: fates.ost?.lostItems.length ?? 0,
      rules: countFates(fates.rules),
      references: countFates(fates.references),
      permissions: countFates(fates.permissions),
    });
  }
  return ok(table);
}

/** `lab compare`: the outcome tables of the last runs of two labs, mailbox by mailbox. Failure code: no-run (in either). */
export function compareLabs(a: Lab, b: Lab): Result<LabOutput<'compare'>> {
  const left = outcomeTable(a);
  if (!left.ok) return left;
  const right = outcomeTable(b);
  if (!right.ok) return right;
  return ok({ mailboxes: compareOutcomes(left.value, right.value), exported: [] });
}
