import type { Mode } from '../../../shared/lab/run-plan.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import type { OpenedDetail } from './open-mailbox.ts';

/**
 * Marks that part what a run did from what came later: every later change takes a change number of the mailbox's own
 * database at or above the mark.
 */
export interface Marks {
  readonly sourceRepl: number;
  /** Counter of the source's database when the copying began. */
  readonly sourceFrom: number;
  readonly targetRepl: number;
  /** Counter of the target's database when the copying began, and when the mailbox was closed. */
  readonly targetFrom: number;
  readonly targetTo: number;
}

/** One thing that should hold and does not. */
export interface Violation {
  /** As the facts number them: C1-C11, D1, D2. */
  readonly invariant: string;
  readonly text: string;
}

/** What the journal's line 'closed' holds. Digests: SHA-256, lower-case hex. */
export interface ClosedDetail {
  readonly mode: Mode;
  readonly held: boolean;
  readonly violations: readonly Violation[];
  readonly sourceDigest: string;
  readonly targetDigest: string;
  readonly marks: Marks;
  readonly sourceTombstones: number;
  readonly targetTombstones: number;
}

export function marksOf(lab: Lab, opened: OpenedDetail, source: MailboxRow, target: MailboxRow): Marks {
  const next = lab.get<{ next: number }>('SELECT next_gc AS next FROM mdb WHERE id = ?', target.mdbId);
  return {
    sourceRepl: source.mdbRepl,
    sourceFrom: opened.sourceNext,
    targetRepl: target.mdbRepl,
    targetFrom: opened.targetNext,
    targetTo: next?.next ?? 0,
  };
}

export function tombstones(lab: Lab, mailboxId: number): number {
  return (
    lab.get<{ count: number }>('SELECT count(*) AS count FROM tombstone WHERE mailbox_id = ?', mailboxId)
      ?.count ?? 0
  );
}
