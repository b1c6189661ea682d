import type { Why } from '../../../shared/evidence.ts';
import { deliver } from '../mailbox/deliver.ts';
import { logOn } from '../mailbox/log-on.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { cloneFault } from '../report/fault.ts';
import { labNow, passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { writeLine } from './journal.ts';
import { isFiltered } from './message-filter.ts';
import { REASONS } from './reasons.ts';
import { logBounce } from './run-events.ts';
import { changeMailbox, type RunRow, runMailboxes } from './run-row.ts';

/** Lab time until something between the stages happens, ms. */
const EVENT_MS = 60_000;

interface PlannedEvent {
  readonly id: number;
  readonly kind: 'deliver' | 'logon';
  readonly ord: number;
  readonly target: number;
}

interface Happened extends Pick<PlannedEvent, 'kind' | 'ord'> {
  /** Mail that did not get to the mailbox, because of a target address. */
  readonly bounced: boolean;
}

/** What is settled when stage 2 begins. */
export interface BetweenStages {
  readonly events: readonly Happened[];
  /** Of the mailboxes to be cloned, the one (from 0) at which the run dies; null: clone mode is whole. */
  readonly failsAt: number | null;
}

function addReason(lab: Lab, run: RunRow, ord: number, reason: Why): void {
  const [row] = runMailboxes(lab, run.id, ord, 1);
  if (row === undefined || row.why.some(({ rule }) => rule === reason.rule)) return;
  changeMailbox(lab, row, { why: [...row.why, reason] });
}

/** Mail for the mailbox; says whether it bounced, and then logs that and leaves it as a reason on the row. */
function arrive(lab: Lab, run: RunRow, event: PlannedEvent, at: number): boolean {
  const { bouncedTo } = deliver(lab, event.target, {
    subject: 'Sent while the mailboxes were being created',
    sender: 'Robin Vale <robin.vale@elsewhere.example>',
    body: 'This mail arrived between the two stages of the migration.\r\n',
    at,
  });
  if (bouncedTo === null) return false;
  logBounce(lab, run.id, bouncedTo);
  addReason(lab, run, event.ord, REASONS.bounced);
  return true;
}

function happen(lab: Lab, run: RunRow, event: PlannedEvent): Happened {
  const { kind, ord } = event;
  const at = passTime(lab, EVENT_MS);
  const wasInitialized = mailboxRow(lab, event.target).initialized;
  let bounced = false;
  if (kind === 'logon') logOn(lab, event.target, at);
  else bounced = arrive(lab, run, event, at);
  lab.run('UPDATE planned SET done_in_run = ? WHERE id = ?', run.id, event.id);
  if (run.mode === 'clone' && !wasInitialized && mailboxRow(lab, event.target).initialized)
    addReason(lab, run, ord, kind === 'logon' ? REASONS.loggedOn : REASONS.delivered);
  return { kind, ord, bounced };
}

/** KB919235: which of the mailboxes that will be cloned brings the run down; null: none does. */
function faultPosition(lab: Lab, run: RunRow): number | null {
  const fault = cloneFault(lab);
  if (run.mode !== 'clone' || !fault.faulty || isFiltered(run.plan)) return null;
  const cloned =
    lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM run_mailbox rm JOIN mailbox m ON m.id = rm.target_mailbox
       WHERE rm.run_id = ? AND rm.state = 'objects-created' AND m.initialized = 0`,
      run.id,
    )?.count ?? 0;
  return cloned === 0 ? null : fault.failsAtOrdinal(cloned);
}

/** Lets happen what was planned for between the stages, to the target mailboxes of this run, and begins stage 2. */
export function betweenStages(lab: Lab, run: RunRow): void {
  const events = lab.all<PlannedEvent>(
    `SELECT planned.id AS id, planned.kind AS kind, rm.ord AS ord, rm.target_mailbox AS target FROM planned
     JOIN run_mailbox rm ON rm.run_id = ? AND rm.source_mailbox = planned.source_mailbox
     WHERE planned.done_in_run IS NULL AND planned.at = 'before-stage-2' AND rm.target_mailbox IS NOT NULL ORDER BY planned.id`,
    run.id,
  );
  const detail: BetweenStages = {
    events: events.map((event) => happen(lab, run, event)),
    failsAt: faultPosition(lab, run),
  };
  writeLine(lab, run.id, 'events', null, { ...detail, at: labNow(lab) });
}
