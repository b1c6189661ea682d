import type { Why } from '../../../shared/evidence.ts';
import type {
  AccountMatch,
  AnyPlan,
  MailboxRunState,
  Mode,
  RunPlan,
  RunState,
} from '../../../shared/lab/run-plan.ts';
import type { Lab } from '../store/lab.ts';
import { readWhy } from './shared-why.ts';

/** What stands in `run.state`: a run whose process is gone stays 'running' there and is shown as interrupted. */
export type StoredRunState = Exclude<RunState, 'interrupted'>;

/** How the run was asked for; outside the lab's digest. */
export interface Asked {
  /** Rows in a batch; absent: by the size of the mailbox. Stays with the run, so that a resumed one goes on in equal steps. */
  readonly batchRows?: number;
}

/** A run from whatever source. */
export interface AnyRunRow {
  readonly id: number;
  readonly mode: Mode;
  readonly state: StoredRunState;
  readonly exit: 0 | 1 | 2 | null;
  readonly plan: AnyPlan;
  readonly ignoreGate: boolean;
  readonly started: number;
  readonly ended: number | null;
  readonly why: readonly Why[];
  readonly asked: Asked;
}

/** A run from an Exchange organization. */
export interface RunRow extends AnyRunRow {
  readonly plan: RunPlan;
}

/** What `run_mailbox.match` holds: the match as shown, and the keys behind it. */
export interface StoredMatch extends AccountMatch {
  readonly sourceObject: number;
  /** Key of the matched account; null: one is created, or none is used. */
  readonly object: number | null;
  /** Alias of the account to be created, '' for none. */
  readonly newAlias: string;
  readonly contacts: readonly number[];
}

/** What comes next for a mailbox in stage 2. */
export type Phase = 'messages' | 'references' | 'closing';

export interface RunMailbox {
  readonly runId: number;
  readonly ord: number;
  readonly source: number;
  readonly target: number | null;
  readonly match: StoredMatch;
  readonly requestedMode: Mode;
  readonly effectiveMode: Mode | null;
  readonly state: MailboxRunState;
  readonly phase: Phase | null;
  readonly cursorRepl: number | null;
  readonly cursorGc: number | null;
  readonly copied: number;
  readonly skipped: number;
  readonly replaced: number;
  readonly bytes: number;
  readonly total: number;
  readonly why: readonly Why[];
}

interface RawRun extends Omit<AnyRunRow, 'plan' | 'ignoreGate' | 'why' | 'asked'> {
  readonly plan: string;
  readonly ignoreGate: number;
  readonly why: string;
  readonly asked: string;
}

interface RawMailbox extends Omit<RunMailbox, 'match' | 'why'> {
  readonly match: string;
  readonly why: string;
}

const MAILBOX_COLUMNS = `run_id AS runId, ord, source_mailbox AS source, target_mailbox AS target, match, requested_mode AS requestedMode,
  effective_mode AS effectiveMode, state, phase, cursor_repl AS cursorRepl, cursor_gc AS cursorGc, copied, skipped, replaced, bytes, total, why`;

/** The run with this key, or null. */
export function findRun(lab: Lab, runId: number): AnyRunRow | null {
  const row = lab.get<RawRun>(
    'SELECT id, mode, state, exit, plan, ignore_gate AS ignoreGate, started, ended, why, asked FROM run WHERE id = ?',
    runId,
  );
  if (row === undefined) return null;
  return {
    ...row,
    plan: JSON.parse(row.plan) as AnyPlan,
    ignoreGate: row.ignoreGate === 1,
    why: JSON.parse(row.why) as Why[],
    asked: JSON.parse(row.asked) as Asked,
  };
}

/** The run with this key, from whatever source; a key without a row is a bug. */
export function anyRun(lab: Lab, runId: number): AnyRunRow {
  const row = findRun(lab, runId);
  if (row === null) throw new Error(`no run with key ${runId}`);
  return row;
}

/** Whether a run migrates from an Exchange organization. */
export function isExchangeRun(run: AnyRunRow): run is RunRow {
  return run.plan.source === 'EXCHANGE';
}

/** The run from an Exchange organization with this key; one from another source is a bug. */
export function runRow(lab: Lab, runId: number): RunRow {
  const row = anyRun(lab, runId);
  if (!isExchangeRun(row)) throw new Error(`run ${runId} has no Exchange source`);
  return row;
}

function read(row: RawMailbox): RunMailbox {
  return { ...row, match: JSON.parse(row.match) as StoredMatch, why: readWhy(row.why) };
}

/** Mailboxes of a run from ordinal `from` on, at most `count`. */
export function runMailboxes(lab: Lab, runId: number, from: number, count: number): RunMailbox[] {
  return lab
    .all<RawMailbox>(
      `SELECT ${MAILBOX_COLUMNS} FROM run_mailbox WHERE run_id = ? AND ord >= ? ORDER BY ord LIMIT ?`,
      runId,
      from,
      count,
    )
    .map(read);
}

/** The first mailbox of the run, from ordinal `from` on, that stage 2 has not finished; null: none is left. */
export function nextUnfinished(lab: Lab, runId: number, from: number): RunMailbox | null {
  const row = lab.get<RawMailbox>(
    `SELECT ${MAILBOX_COLUMNS} FROM run_mailbox WHERE run_id = ? AND ord >= ? AND state IN ('objects-created', 'copying') ORDER BY ord LIMIT 1`,
    runId,
    from,
  );
  return row === undefined ? null : read(row);
}

/** Columns of a mailbox's row that change while it is migrated. */
export interface MailboxChange {
  readonly target?: number;
  readonly effectiveMode?: Mode;
  readonly state?: MailboxRunState;
  readonly phase?: Phase | null;
  readonly cursor?: { readonly repl: number; readonly gc: number };
  readonly copied?: number;
  readonly skipped?: number;
  readonly replaced?: number;
  readonly bytes?: number;
  readonly total?: number;
  readonly why?: readonly Why[];
}

/** Stores a change and returns the row as it stands then. */
export function changeMailbox(lab: Lab, row: RunMailbox, change: MailboxChange): RunMailbox {
  const next: RunMailbox = {
    ...row,
    ...('cursor' in change && change.cursor !== undefined
      ? { cursorRepl: change.cursor.repl, cursorGc: change.cursor.gc }
      : {}),
    target: change.target ?? row.target,
    effectiveMode: change.effectiveMode ?? row.effectiveMode,
    state: change.state ?? row.state,
    phase: change.phase === undefined ? row.phase : change.phase,
    copied: change.copied ?? row.copied,
    skipped: change.skipped ?? row.skipped,
    replaced: change.replaced ?? row.replaced,
    bytes: change.bytes ?? row.bytes,
    total: change.total ?? row.total,
    why: change.why ?? row.why,
  };
  lab.run(
    `UPDATE run_mailbox SET target_mailbox = ?, effective_mode = ?, state = ?, phase = ?, cursor_repl = ?, cursor_gc = ?, copied = ?,
       skipped = ?, replaced = ?, bytes = ?, total = ?, why = ? WHERE run_id = ? AND ord = ?`,
    next.target,
    next.effectiveMode,
    next.state,
    next.phase,
    next.cursorRepl,
    next.cursorGc,
    next.copied,
    next.skipped,
    next.replaced,
    next.bytes,
    next.total,
    JSON.stringify(next.why),
    row.runId,
    row.ord,
  );
  return next;
}
