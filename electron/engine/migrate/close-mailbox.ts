import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { mailboxDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { latestLine, writeLine } from './journal.ts';
import type { OpenedDetail } from './open-mailbox.ts';
import { type ClosedDetail, marksOf, tombstones } from './proof-marks.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { changeMailbox, type RunMailbox, type RunRow } from './run-row.ts';
import type { RunWatch } from './watch.ts';

/**
 * Ends a mailbox: unlocks the target, proves what has to hold, and stores the proof with the digests of both mailboxes,
 * all in the transaction of its last batch.
 */
export function closeMailbox(lab: Lab, run: RunRow, row: RunMailbox, watch: RunWatch): RunMailbox {
  const opened = latestLine<OpenedDetail>(lab, row.runId, 'opened', row.source);
  if (opened === null || row.target === null) throw new Error('a mailbox is closed that was never opened');
  lab.run('UPDATE mailbox SET in_transit = 0 WHERE id = ?', row.target);
  const source = mailboxRow(lab, row.source);
  const target = mailboxRow(lab, row.target);
  const detail = watch.proving((): ClosedDetail => {
    const marks = marksOf(lab, opened, source, target);
    const violations = proveMailbox(lab, run.plan, row, opened, marks);
    return {
      mode: opened.mode,
      held: violations.length === 0,
      violations,
      sourceDigest: mailboxDigest(lab, source.id),
      targetDigest: mailboxDigest(lab, target.id),
      marks,
      sourceTombstones: tombstones(lab, source.id),
      targetTombstones: tombstones(lab, target.id),
    };
  });
  writeLine(lab, row.runId, 'closed', row.source, detail);
  return changeMailbox(lab, row, { state: 'completed', phase: null });
}
