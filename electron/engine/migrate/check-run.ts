import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { mailboxDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { linesOf } from './journal.ts';
import { type ClosedDetail, tombstones, type Violation } from './proof-marks.ts';
import { proveClone } from './prove-clone.ts';
import { proveMerge } from './prove-merge.ts';

/** What checking one mailbox of a run came to. */
export interface MailboxCheck {
  readonly alias: string;
  readonly violations: readonly Violation[];
  /** What changed since, in sentences. */
  readonly later: readonly string[];
}

interface Pair {
  readonly source: number;
  readonly target: number | null;
  readonly alias: string;
}

function pairOf(lab: Lab, runId: number, source: number): Pair | undefined {
  return lab.get<Pair>(
    `SELECT rm.source_mailbox AS source, rm.target_mailbox AS target, o.alias AS alias FROM run_mailbox rm
     JOIN mailbox m ON m.id = rm.source_mailbox JOIN directory_object o ON o.id = m.object_id
     WHERE rm.run_id = ? AND rm.source_mailbox = ?`,
    runId,
    source,
  );
}

function changes(lab: Lab, runId: number, pair: Pair, target: number, closed: ClosedDetail): string[] {
  const told: string[] = [];
  if (mailboxDigest(lab, pair.source) !== closed.sourceDigest)
    told.push(`The source mailbox of ${pair.alias} changed after run ${runId}.`);
  if (mailboxDigest(lab, target) !== closed.targetDigest)
    told.push(`The target mailbox of ${pair.alias} changed after run ${runId}.`);
  return told;
}

function checkMailbox(
  lab: Lab,
  runId: number,
  plan: RunPlan,
  pair: Pair,
  closed: ClosedDetail,
): MailboxCheck {
  const { alias, target } = pair;
  if (target === null) {
    return {
      alias,
      violations: [],
      later: [`The target mailbox of ${alias} was deleted after run ${runId}.`],
    };
  }
  const since = {
    inSource: tombstones(lab, pair.source) > closed.sourceTombstones,
    inTarget: tombstones(lab, target) > closed.targetTombstones,
  };
  const source = mailboxRow(lab, pair.source);
  const there = mailboxRow(lab, target);
  const violations =
    closed.mode === 'clone'
      ? proveClone(lab, source, there, closed.marks)
      : proveMerge(lab, plan, runId, source, there, closed.marks, since);
  return {
    alias,
    violations: [...closed.violations, ...violations],
    later: changes(lab, runId, pair, target, closed),
  };
}

/** Proves again what a run proved at its end, on rows untouched since, mailbox by mailbox. */
export function* checkRun(lab: Lab, runId: number, plan: RunPlan): Generator<MailboxCheck> {
  for (const line of linesOf<ClosedDetail>(lab, runId, 'closed')) {
    const pair = line.source === null ? undefined : pairOf(lab, runId, line.source);
    if (pair !== undefined) yield checkMailbox(lab, runId, plan, pair, line.detail);
  }
}
