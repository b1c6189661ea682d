import { PUBLIC_MESSAGES } from '../../../../shared/lab/run-plan.ts';
import type { Lab } from '../../store/lab.ts';
import { tombstones, type Violation } from '../proof-marks.ts';
import type { RunProof } from '../run-proof.ts';
import type { ImportRun } from './import-run.ts';
import { runAccounts, type RunAccount } from './run-account.ts';
import { importSearchKeys } from './row-key.ts';
import { importsInto } from './started.ts';
import { strangersTouched } from './strangers.ts';

/*
 * What has to hold after a run from a foreign source:
 * I1 every message of the set stands once in its mailbox, or is told as skipped with a reason;
 * I2 the counts of an account that completed add up: extracted, copied and skipped messages are all there are;
 * I3 an account that completed has its mailbox, one that failed has its reason;
 * I4 mailboxes of others are as they were.
 */

export interface AccountViolation extends Violation {
  readonly key: string;
}

/** Search keys that are looked up by one statement. */
const KEYS_AT_ONCE = 500;

/** How many of the account's imported rows stand in its mailbox, and whether any stands there twice. */
function placedRows(lab: Lab, row: RunAccount): { found: number; twice: number } {
  let found = 0;
  let twice = 0;
  let keys: string[] = [];
  const look = (): void => {
    const seen = lab.get<{ all: number; each: number }>(
      `SELECT count(*) AS "all", count(DISTINCT search_key) AS each FROM message WHERE mailbox_id = ?
         AND search_key IN (SELECT unhex(value) FROM json_each(?))`,
      row.mailbox,
      JSON.stringify(keys),
    );
    found += seen?.each ?? 0;
    twice += (seen?.all ?? 0) - (seen?.each ?? 0);
    keys = [];
  };
  for (const searchKey of importSearchKeys(lab, row.runId, row.key, row.cursor)) {
    if (keys.push(Buffer.from(searchKey).toString('hex')) === KEYS_AT_ONCE) look();
  }
  if (keys.length > 0) look();
  return { found, twice };
}

/** I1. Messages that were deleted after the run have left tombstones. */
function proveMessages(lab: Lab, row: RunAccount): string[] {
  if (row.mailbox === null || row.key === PUBLIC_MESSAGES) return [];
  const { found, twice } = placedRows(lab, row);
  const gone = row.copied - found;
  const told: string[] = [];
  if (twice > 0) told.push(`${twice} messages of ${row.key} stand in the mailbox more than once.`);
  if (gone > tombstones(lab, row.mailbox)) {
    told.push(`${gone} of ${row.copied} imported messages of ${row.key} are not in the mailbox.`);
  }
  if (gone < 0) told.push(`${-gone} more messages of ${row.key} are in the mailbox than were counted.`);
  return told;
}

/** I2. */
function proveCounts(run: ImportRun, row: RunAccount): string[] {
  if (row.state !== 'completed') return [];
  const { total, extracted, copied, skipped, cursor } = row;
  if (!importsInto(run.plan)) {
    return extracted + skipped === total
      ? []
      : [`Of ${total} messages of ${row.key}, ${extracted} were extracted and ${skipped} skipped.`];
  }
  const read = run.plan.source === 'FILE' ? total : extracted;
  return copied + skipped === total && cursor === read
    ? []
    : [
        `Of ${total} messages of ${row.key}, ${copied} were copied and ${skipped} skipped; ${cursor} of ${read} in the files were read.`,
      ];
}

/** I3. `mailbox` is lost as well when somebody deletes it later, which is told as a later change. */
function proveState(row: RunAccount): string[] {
  const told: string[] = [];
  if (row.state === 'failed' && row.why.length === 0) told.push(`${row.key} failed without a reason.`);
  if (row.skipped > 0 && row.why.length === 0) {
    told.push(`${row.skipped} messages of ${row.key} were skipped without a reason.`);
  }
  return told;
}

/** What does not hold of one account; again and again, for later changes of the mailbox are told apart. */
export function proveAccount(lab: Lab, run: ImportRun, row: RunAccount): AccountViolation[] {
  const of = (invariant: string, told: readonly string[]): AccountViolation[] =>
    told.map((text) => ({ invariant, text, key: row.key }));
  return [
    ...of('I1', proveMessages(lab, row)),
    ...of('I2', proveCounts(run, row)),
    ...of('I3', proveState(row)),
  ];
}

function needsMailbox(run: ImportRun, row: RunAccount): boolean {
  return importsInto(run.plan) && row.state === 'completed' && row.key !== PUBLIC_MESSAGES;
}

/** What held at the end of a run, in the transaction that ends it. */
export function proveImport(lab: Lab, run: ImportRun): RunProof {
  const rows = runAccounts(lab, run.id);
  const violated = new Set<string>();
  for (const row of rows) {
    const lost = needsMailbox(run, row) && row.mailbox === null;
    if (lost || proveAccount(lab, run, row).length > 0) violated.add(row.key);
  }
  const strangers = strangersTouched(lab, run.id);
  const completed = rows.filter((row) => row.state === 'completed').length;
  const failures = violated.size + strangers.length;
  return { held: failures === 0, completed, proved: rows.length, violated: failures };
}
