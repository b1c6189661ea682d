import type { Why } from '../../../../shared/evidence.ts';
import type { AccountRunState } from '../../../../shared/lab/run-plan.ts';
import type { Lab } from '../../store/lab.ts';

/** One account of a run from a foreign source: a row of `run_account`. */
export interface RunAccount {
  readonly runId: number;
  readonly ord: number;
  /** Key of the cc:Mail user, of migration files the address of the section; `PublicMessages` for bulletin boards. */
  readonly key: string;
  readonly displayName: string;
  /** Address as a proxy, e.g. `CCMAIL:Vane Cora at HARBOR`; '' for bulletin boards. */
  readonly address: string;
  /** The directory object and mailbox that it became or that were found for it; null as long as there is none. */
  readonly object: number | null;
  readonly mailbox: number | null;
  readonly state: AccountRunState;
  /** 0: not begun, 1: extraction, 2: import. */
  readonly stage: 0 | 1 | 2;
  /** Rows of its section that are behind the import, for resuming: copied and skipped ones. */
  readonly cursor: number;
  /** Messages there are to migrate, as far as it is known. */
  readonly total: number;
  /** Messages written to migration files. */
  readonly extracted: number;
  readonly copied: number;
  /** Messages left out; each kind with its reason in `why`. */
  readonly skipped: number;
  readonly bytes: number;
  readonly why: readonly Why[];
}

interface Raw extends Omit<RunAccount, 'why'> {
  readonly why: string;
}

const COLUMNS =
  'run_id AS runId, ord, key, display_name AS displayName, address, object_id AS object, mailbox_id AS mailbox, state, stage, cursor, total, extracted, copied, skipped, bytes, why';

function read(row: Raw): RunAccount {
  return { ...row, why: JSON.parse(row.why) as Why[] };
}

/** Accounts of a run from ordinal `from` on, at most `count`. */
export function runAccounts(
  lab: Lab,
  runId: number,
  from = 0,
  count = Number.MAX_SAFE_INTEGER,
): RunAccount[] {
  return lab
    .all<Raw>(
      `SELECT ${COLUMNS} FROM run_account WHERE run_id = ? AND ord >= ? ORDER BY ord LIMIT ?`,
      runId,
      from,
      count,
    )
    .map(read);
}

/** The first account from ordinal `from` on that stands in one of these states; null: there is none. */
export function nextAccount(
  lab: Lab,
  runId: number,
  from: number,
  states: readonly AccountRunState[],
): RunAccount | null {
  const row = lab.get<Raw>(
    `SELECT ${COLUMNS} FROM run_account WHERE run_id = ? AND ord >= ?
       AND state IN (SELECT value FROM json_each(?)) ORDER BY ord LIMIT 1`,
    runId,
    from,
    JSON.stringify(states),
  );
  return row === undefined ? null : read(row);
}

/** The account with this key, else with this address (compared without case); null: the run has none such. */
export function findAccount(lab: Lab, runId: number, keyOrAddress: string): RunAccount | null {
  const row =
    lab.get<Raw>(`SELECT ${COLUMNS} FROM run_account WHERE run_id = ? AND key = ?`, runId, keyOrAddress) ??
    lab.get<Raw>(
      `SELECT ${COLUMNS} FROM run_account WHERE run_id = ? AND address = ? COLLATE NOCASE ORDER BY ord LIMIT 1`,
      runId,
      keyOrAddress,
    );
  return row === undefined ? null : read(row);
}

export type NewAccount = Pick<RunAccount, 'key' | 'displayName' | 'address' | 'total'> & {
  readonly state?: AccountRunState;
};

/** Adds accounts behind those that are there; for sections of migration files that nobody announced. Keys are unique in a run. */
export function addAccounts(lab: Lab, runId: number, accounts: readonly NewAccount[]): void {
  const last = lab.get<{ ord: number | null }>(
    'SELECT max(ord) AS ord FROM run_account WHERE run_id = ?',
    runId,
  );
  const first = (last?.ord ?? -1) + 1;
  accounts.forEach((account, at) => {
    lab.run(
      'INSERT INTO run_account(run_id, ord, key, display_name, address, state, total) VALUES(?, ?, ?, ?, ?, ?, ?)',
      runId,
      first + at,
      account.key,
      account.displayName,
      account.address,
      account.state ?? 'waiting',
      account.total,
    );
  });
}

/** Columns of an account's row that change. */
export type AccountChange = {
  readonly [Key in keyof Omit<RunAccount, 'runId' | 'ord' | 'key' | 'address'>]?: RunAccount[Key];
};

/** Stores a change and returns the row as it stands then; it belongs into the transaction of the batch it tells of. */
export function changeAccount(lab: Lab, row: RunAccount, change: AccountChange): RunAccount {
  const next: RunAccount = { ...row, ...change };
  lab.run(
    `UPDATE run_account SET display_name = ?, object_id = ?, mailbox_id = ?, state = ?, stage = ?, cursor = ?, total = ?,
       extracted = ?, copied = ?, skipped = ?, bytes = ?, why = ? WHERE run_id = ? AND ord = ?`,
    next.displayName,
    next.object,
    next.mailbox,
    next.state,
    next.stage,
    next.cursor,
    next.total,
    next.extracted,
    next.copied,
    next.skipped,
    next.bytes,
    JSON.stringify(next.why),
    row.runId,
    row.ord,
  );
  return next;
}

/** Adds a reason to an account's, once: one with the same rule is there already. */
export function withReason(why: readonly Why[], reason: Why): readonly Why[] {
  return why.some((one) => one.rule === reason.rule) ? why : [...why, reason];
}
