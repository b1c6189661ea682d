import { PUBLIC_MESSAGES } from '../../../../shared/lab/run-plan.ts';
import type { Lab } from '../../store/lab.ts';
import type { MailboxCheck } from '../check-run.ts';
import type { RunProof } from '../run-proof.ts';
import type { ImportRun } from './import-run.ts';
import { proveAccount } from './prove-import.ts';
import { runAccounts, type RunAccount } from './run-account.ts';
import { importsInto } from './started.ts';

function later(run: ImportRun, row: RunAccount): string[] {
  const made = importsInto(run.plan) && row.state === 'completed' && row.key !== PUBLIC_MESSAGES;
  return made && row.mailbox === null
    ? [`The target mailbox of ${row.key} was deleted after run ${run.id}.`]
    : [];
}

/** Proves again what a run from a foreign source proved at its end, account by account. One that goes on is left alone. */
export function* checkImport(lab: Lab, run: ImportRun): Generator<MailboxCheck> {
  if (run.state === 'running' || run.state === 'refused') return;
  for (const row of runAccounts(lab, run.id)) {
    yield { alias: row.key, violations: proveAccount(lab, run, row), later: later(run, row) };
  }
  const proof = lab.get<{ proof: string | null }>('SELECT proof FROM run WHERE id = ?', run.id)?.proof;
  const held = proof === null || proof === undefined || (JSON.parse(proof) as RunProof).held;
  if (held) return;
  const text = `Run ${run.id} ended although something did not hold: see the accounts above, and mailboxes of others.`;
  yield { alias: '', violations: [{ invariant: 'I4', text }], later: [] };
}
