import type { Lab } from '../store/lab.ts';

/** What held at the end of a run, stored with it; the proof of each mailbox stands in its journal line 'closed'. */
export interface RunProof {
  /** Every completed mailbox was proved, and everything held. */
  readonly held: boolean;
  readonly completed: number;
  readonly proved: number;
  /** Mailboxes in which something did not hold. */
  readonly violated: number;
}

export function proveRun(lab: Lab, runId: number): RunProof {
  const completed =
    lab.get<{ count: number }>(
      "SELECT count(*) AS count FROM run_mailbox WHERE run_id = ? AND state = 'completed'",
      runId,
    )?.count ?? 0;
  const proofs = lab.get<{ proved: number; violated: number }>(
    `SELECT count(*) AS proved, count(*) FILTER (WHERE NOT json_extract(detail, '$.held')) AS violated
     FROM journal WHERE run_id = ? AND kind = 'closed'`,
    runId,
  );
  const { proved, violated } = proofs ?? { proved: 0, violated: 0 };
  return { held: violated === 0 && proved === completed, completed, proved, violated };
}
