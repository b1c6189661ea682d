import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { sourceMailbox } from '../mailbox/directory.ts';
import { labNow, passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { refuseClaimed } from './claim.ts';

const MINUTE_MS = 60_000;

interface Made {
  readonly mailboxId: number;
  readonly objectId: number;
  readonly dn: string;
  readonly alias: string;
  /** Run that created the mailbox, and the account; null: no run did. */
  readonly mailboxRun: number | null;
  readonly objectRun: number | null;
}

/** The latest target mailbox that a run used for this source mailbox. */
function madeFor(lab: Lab, source: number): Made | undefined {
  return lab.get<Made>(
    `SELECT m.id AS mailboxId, o.id AS objectId, o.dn AS dn, o.alias AS alias, m.created_by_run AS mailboxRun, o.created_by_run AS objectRun
     FROM run_mailbox rm JOIN mailbox m ON m.id = rm.target_mailbox JOIN directory_object o ON o.id = m.object_id
     WHERE rm.source_mailbox = ? AND m.created_by_run IS NOT NULL ORDER BY rm.run_id DESC LIMIT 1`,
    source,
  );
}

/** Takes away from an account that was there before what runs added to it. */
function unstamp(lab: Lab, made: Made): number {
  return lab.run('DELETE FROM proxy_address WHERE object_id = ? AND added_by_run IS NOT NULL', made.objectId)
    .changes;
}

function deleteMade(lab: Lab, made: Made): string[] {
  lab.run('DELETE FROM mailbox WHERE id = ?', made.mailboxId);
  if (made.objectRun === null) {
    const addresses = unstamp(lab, made);
    return [`mailbox ${made.alias}`, ...(addresses > 0 ? [`${addresses} addresses of ${made.dn}`] : [])];
  }
  lab.run('DELETE FROM proxy_address WHERE object_id = ?', made.objectId);
  lab.run('UPDATE directory_object SET deleted_at = ? WHERE id = ?', labNow(lab), made.objectId);
  return [`mailbox ${made.alias}`, made.dn];
}

/**
 * The cure of KB842101: deletes the target mailbox that a run created for a source mailbox, and the account if a run
 * created that too, and lets the directory replicate on the lab's clock. Then the mailbox can be cloned again.
 * @returns what was deleted, and the lab time at which it has replicated
 * Failures: 'unknown-account', 'nothing-to-purge', 'mailbox-claimed'.
 */
export function purgeMailbox(lab: Lab, input: LabInput<'purge'>): Result<LabOutput<'purge'>> {
  return lab.transact((): Result<LabOutput<'purge'>> => {
    const source = sourceMailbox(lab, input.mailbox);
    if (source === null) {
      return fail(
        'unknown-account',
        `There is no mailbox "${input.mailbox}" in the source organization of ${lab.path}: choose one that "lab show" lists.`,
      );
    }
    const claimed = refuseClaimed(lab, [source.mailboxId], null);
    if (!claimed.ok) return claimed;
    const made = madeFor(lab, source.mailboxId);
    if (made === undefined) {
      return fail(
        'nothing-to-purge',
        `No run created a target mailbox for "${input.mailbox}" in ${lab.path}, or it was deleted already: there is nothing to purge.`,
      );
    }
    const deleted = deleteMade(lab, made);
    lab.run(
      'INSERT INTO act(at, verb, detail) VALUES(?, ?, ?)',
      labNow(lab),
      'purge',
      JSON.stringify({ mailbox: input.mailbox, deleted }),
    );
    const replicated = passTime(lab, Number(setting(lab, 'replicationMinutes')) * MINUTE_MS);
    return ok({ deleted, replicated });
  });
}
