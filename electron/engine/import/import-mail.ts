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
import { userToFill } from '../postoffice/fill-user.ts';
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

/** Where the mail goes. */
interface ImportTarget {
  /** Alias of the mailbox, or key of the cc:Mail user. */
  readonly name: string;
  /** What the list of acts says of it. */
  readonly act: Readonly<Record<string, string>>;
  apply(records: Iterable<ImportRecord>, at: number): Omit<LabOutput<'import'>, 'mailbox'>;
}

/** A mailbox of an Exchange source, or a user of a post office. */
function targetOf(lab: Lab, input: LabInput<'import'>): Result<ImportTarget> {
  const { mailbox: alias, postOffice, user } = input;
  if (alias !== undefined && postOffice === undefined && user === undefined) {
    const mailbox = mailboxFor(lab, alias);
    if (!mailbox.ok) return mailbox;
    const { id } = mailbox.value;
    return ok({
      name: mailbox.value.alias,
      act: { mailbox: mailbox.value.alias },
      apply: (records, at) => ({ ...applyImport(lab, id, records, at), skipped: [] }),
    });
  }
  if (alias !== undefined || postOffice === undefined || user === undefined)
    return fail(
      'import-target',
      'Mail goes either into a mailbox (--mailbox ALIAS) or to a user of a post office (--post-office NAME --user KEY): name one of them.',
    );
  const found = userToFill(lab, postOffice, user);
  if (!found.ok) return found;
  return ok({
    name: found.value.key,
    act: { mailbox: found.value.key, postOffice: found.value.postOffice },
    apply: (records) => {
      const { folders, items, left } = found.value.fill(records);
      return { folders, items, skipped: [...left] };
    },
  });
}

/**
 * `lab import`: takes real mail into a mailbox of the source, or to a user of a cc:Mail post office. What can be read comes in, what cannot is listed with
 * its reason; everything is written in one transaction, so that an import cut short leaves nothing behind.
 * Failure codes: import-target, unknown-alias, mailbox-busy, post-office-name, work-claimed, mail-missing (a path that is
 * not there), mail-unreadable (nothing could be read at all), and those of the store; nothing is changed then.
 */
export async function importMail(lab: Lab, input: LabInput<'import'>): Promise<Result<LabOutput<'import'>>> {
  const target = targetOf(lab, input);
  if (!target.ok) return target;
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
      const still = targetOf(lab, input);
      if (!still.ok) return still;
      const at = labNow(lab);
      const { folders, items, skipped } = still.value.apply(reading.records(), at);
      const all = [...left, ...skipped];
      if (items === 0 && all.length > 0) return undo(nothingReadable(all));
      lab.run(
        "INSERT INTO act(at, verb, detail) VALUES(?, 'import', ?)",
        at,
        JSON.stringify({ ...still.value.act, folders, items }),
      );
      return ok({ mailbox: still.value.name, folders, items, skipped: all });
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
