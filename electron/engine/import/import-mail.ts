import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { sourceMailbox } from '../mailbox/directory.ts';
import { liveRuns } from '../migrate/claim.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';
import { applyImport, type ImportRecord } from './apply-import.ts';
import { pathSource } from './path-source.ts';
import { openSpool, type Spool } from './spool.ts';

type Skipped = LabOutput<'import'>['skipped'][number];

/** Things read between two looks at what else is to be done in this process. */
const BREATH = 20;

/** Reads all paths into the spool; nothing of the lab is touched. */
async function readAll(paths: readonly string[], spool: Spool<ImportRecord>): Promise<Skipped[]> {
  const left: Skipped[] = [];
  let count = 0;
  for (const [source, path] of paths.entries()) {
    for await (const event of pathSource(path)) {
      if (event.kind === 'skipped') left.push({ path: event.path, reason: event.reason });
      else spool.add({ source, event });
      count += 1;
      if (count % BREATH === 0) await setImmediate();
    }
  }
  return left;
}

function nothingReadable(left: readonly Skipped[]): Result<never> {
  const [first] = left;
  const others = left.length > 1 ? ` (and ${left.length - 1} more like it)` : '';
  return fail(
    'mail-unreadable',
    `Nothing could be imported from ${first?.path ?? ''}: ${first?.reason ?? ''}${others}; nothing was changed.`,
    { skipped: left },
  );
}

/** Whether a run holds the mailbox, or has left its data half way. */
function isBusy(lab: Lab, mailboxId: number): boolean {
  if (lab.get('SELECT 1 FROM mailbox WHERE id = ? AND in_transit = 1', mailboxId) !== undefined) return true;
  const claim = lab.get<{ run: number }>(
    'SELECT run_id AS run FROM claim WHERE source_mailbox = ?',
    mailboxId,
  );
  return claim !== undefined && liveRuns(lab).has(claim.run);
}

/** Key of the mailbox, and the alias as the directory has it. */
function mailboxFor(lab: Lab, alias: string): Result<{ readonly id: number; readonly alias: string }> {
  const mailbox = sourceMailbox(lab, alias);
  if (mailbox === null) {
    return fail(
      'unknown-alias',
      `The source organization of ${lab.path} has no mailbox with the alias ${alias}: see "lab show" for who there is.`,
    );
  }
  if (isBusy(lab, mailbox.mailboxId)) {
    return fail(
      'mailbox-busy',
      `The mailbox ${alias} in ${lab.path} is being migrated: import when that run has ended.`,
    );
  }
  const known = lab.get<{ alias: string }>(
    'SELECT alias FROM directory_object WHERE id = ?',
    mailbox.objectId,
  );
  return ok({ id: mailbox.mailboxId, alias: known?.alias ?? alias });
}

/**
 * `lab import`: takes real mail into a mailbox of the source. What can be read comes in, what cannot is listed with
 * its reason; everything is written in one transaction, so that an import cut short leaves nothing behind.
 * Failure codes: unknown-alias, mailbox-busy, mail-missing (a path that is not there), mail-unreadable (nothing could
 * be read at all), and those of the store; nothing is changed then.
 */
export async function importMail(lab: Lab, input: LabInput<'import'>): Promise<Result<LabOutput<'import'>>> {
  const mailbox = mailboxFor(lab, input.mailbox);
  if (!mailbox.ok) return mailbox;
  const missing = input.paths.find((path) => !existsSync(path));
  if (missing !== undefined)
    return fail(
      'mail-missing',
      `There is no file or folder ${missing}: check the name; nothing was imported.`,
    );
  let spool: Spool<ImportRecord> | null = null;
  try {
    const reading = openSpool<ImportRecord>();
    spool = reading;
    const left = await readAll(input.paths, reading);
    return lab.transact((): Result<LabOutput<'import'>> => {
      // The lab was free while the files were read; a run may have begun since.
      const still = mailboxFor(lab, input.mailbox);
      if (!still.ok) return still;
      const at = labNow(lab);
      const { folders, items } = applyImport(lab, still.value.id, reading.records(), at);
      if (items === 0 && left.length > 0) return undo(nothingReadable(left));
      lab.run(
        "INSERT INTO act(at, verb, detail) VALUES(?, 'import', ?)",
        at,
        JSON.stringify({ mailbox: still.value.alias, folders, items }),
      );
      return ok({ mailbox: still.value.alias, folders, items, skipped: left });
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    const fault = asStoreFault(error, lab.path);
    if (!(fault instanceof StoreFault)) throw error;
    return { ok: false, failure: fault.failure };
  } finally {
    spool?.close();
  }
}

/** Carries a refusal out of a transaction that has to be taken back. */
class Undone extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('taken back');
    this.result = result;
  }
}

function undo(result: Result<never>): never {
  throw new Undone(result);
}
