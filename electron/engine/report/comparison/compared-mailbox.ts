import type { Why } from '../../../../shared/evidence.ts';
import { countFates } from '../../../../shared/outcome/compare.ts';
import { lossesOf } from '../../../../shared/outcome/comparison-losses.ts';
import type { ComparisonSide, Loss, SideName } from '../../../../shared/outcome/comparison-row.ts';
import type { Lab } from '../../store/lab.ts';
import { type MailboxFates, mailboxFates, type RunMailbox } from '../fate.ts';
import type { SideContext } from './side-context.ts';
import { trafficOf } from './traffic.ts';

/** One mailbox of one lab: its line in the table, its losses, and every fate behind them. */
export interface JudgedMailbox {
  readonly side: ComparisonSide;
  readonly losses: readonly Loss[];
  readonly fates: MailboxFates;
}

function whyOf(lab: Lab, run: number, source: number): Why[] {
  const row = lab.get<{ why: string }>(
    'SELECT why FROM run_mailbox WHERE run_id = ? AND source_mailbox = ?',
    run,
    source,
  );
  return row === undefined ? [] : (JSON.parse(row.why) as Why[]);
}

function ostOf({ ost }: MailboxFates): ComparisonSide['ost'] {
  if (ost === null) return null;
  const { rule, evidence, source, reason } = ost;
  return { fate: ost.fate === 'KEEP' ? 'KEEP' : 'REBUILD', rule, evidence, source, reason };
}

/** The reasons of a run for one of its mailboxes. */
export function reasonsOf(context: SideContext, row: RunMailbox): Why[] {
  return whyOf(context.lab, context.about.run, row.source);
}

/** Observes what became of a mailbox: its fates and its traffic, read from the lab and from a synchronization. */
export function judgeMailbox(context: SideContext, row: RunMailbox, name: SideName): JudgedMailbox {
  const fates = mailboxFates(context.lab, row, context.resolvesDn);
  const traffic = row.target === null ? null : trafficOf(context, row.alias);
  return {
    side: {
      requestedMode: row.requestedMode,
      effectiveMode: row.effectiveMode,
      state: row.state,
      why: reasonsOf(context, row),
      ost: ostOf(fates),
      lostItems: fates.ost?.lostItems.length ?? 0,
      rules: countFates(fates.rules),
      references: countFates(fates.references),
      permissions: countFates(fates.permissions),
      traffic: traffic?.ok === true ? traffic.value : null,
      trafficProblem: traffic === null || traffic.ok ? null : traffic.failure.message,
    },
    losses: lossesOf(row.alias, name, fates),
    fates,
  };
}
