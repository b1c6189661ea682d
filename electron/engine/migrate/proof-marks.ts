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
  /** Ids of the source that the target had before: those of an earlier clone. */
  readonly sharedBefore: number;
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
    sharedBefore: opened.shared,
  };
}

/**
 * How many ids of the source stand in the target too. Those of the target's own database cannot be among them, so that
 * two ranges of the primary key are looked at, which mostly hold nothing.
 */
export function sharedIds(lab: Lab, source: MailboxRow, target: MailboxRow): number {
  const shared = (table: 'folder' | 'message', others: '<' | '>'): number =>
    lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM ${table} t WHERE mailbox_id = ?1 AND repl ${others} ?2
         AND EXISTS (SELECT 1 FROM ${table} s WHERE s.mailbox_id = ?3 AND s.repl = t.repl AND s.gc = t.gc)`,
      target.id,
      target.mdbRepl,
      source.id,
    )?.count ?? 0;
  return shared('folder', '<') + shared('folder', '>') + shared('message', '<') + shared('message', '>');
}

export function tombstones(lab: Lab, mailboxId: number): number {
  return (
    lab.get<{ count: number }>('SELECT count(*) AS count FROM tombstone WHERE mailbox_id = ?', mailboxId)
      ?.count ?? 0
  );
}
