import type { Why } from '../../../shared/evidence.ts';
import { type MailboxRow, mailboxRow } from '../mailbox/mailbox-row.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { cloneMessages } from './clone-messages.ts';
import { cloneReferences } from './clone-references.ts';
import { closeMailbox } from './close-mailbox.ts';
import { latestLine, writeLine } from './journal.ts';
import { mergeMessages } from './merge-messages.ts';
import { messageFilter } from './message-filter.ts';
import { type MessageRange, nextRange } from './message-range.ts';
import { nextGc, type OpenedDetail, openMailbox } from './open-mailbox.ts';
import { REASONS } from './reasons.ts';
import { changeMailbox, type RunMailbox, type RunRow } from './run-row.ts';
import type { RunWatch } from './watch.ts';

/** Rows of a batch: about 50 ms. Larger mailboxes take larger batches, for each writes all over the search key's index. */
const FEWEST_ROWS = 8_000;
const MOST_ROWS = 30_000;
const BATCHES_OF_A_LARGE_MAILBOX = 25;

/** Rows that a batch of this mailbox takes at most. It depends on nothing but the run, so that a resumed one takes equal steps. */
function batchRows(run: RunRow, row: RunMailbox): number {
  const bySize = Math.ceil(row.total / BATCHES_OF_A_LARGE_MAILBOX);
  return run.asked.batchRows ?? Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, bySize));
}

/** What one batch came to. */
export interface Batch {
  readonly row: RunMailbox;
  /** Why the whole run ends here, or null. */
  readonly runFails: readonly Why[] | null;
}

/** Lab time that bytes take over the link, ms. */
function transferMs(lab: Lab, bytes: number): number {
  return Math.ceil((bytes * 8) / Math.max(1, Number(setting(lab, 'linkKbit'))));
}

/** Nothing was written to the source's database since the mailbox was opened without twins: then there are none now. */
function mayHaveTwins(lab: Lab, row: RunMailbox, source: MailboxRow): boolean {
  const opened = latestLine<OpenedDetail>(lab, row.runId, 'opened', row.source);
  return opened === null || opened.twins || nextGc(lab, source.mdbId) !== opened.sourceNext;
}

function copyRange(lab: Lab, run: RunRow, row: RunMailbox, range: MessageRange): RunMailbox {
  const source = mailboxRow(lab, row.source);
  const target = mailboxRow(lab, row.target ?? 0);
  const phase = range.last ? (row.effectiveMode === 'clone' ? 'references' : 'closing') : row.phase;
  const cursor = range.last ? {} : { cursor: range.to };
  if (row.effectiveMode === 'clone') {
    cloneMessages(lab, source.id, target.id, range);
    passTime(lab, transferMs(lab, range.bytes));
    writeLine(lab, run.id, 'copied', row.source, { copied: range.messages, bytes: range.bytes });
    return changeMailbox(lab, row, {
      ...cursor,
      phase,
      copied: row.copied + range.messages,
      bytes: row.bytes + range.bytes,
    });
  }
  const counts = mergeMessages(
    lab,
    run.id,
    source,
    target,
    range,
    messageFilter(run.plan),
    mayHaveTwins(lab, row, source),
  );
  passTime(lab, transferMs(lab, counts.bytes));
  writeLine(lab, run.id, 'copied', row.source, counts);
  return changeMailbox(lab, row, {
    ...cursor,
    phase,
    copied: row.copied + counts.copied,
    skipped: row.skipped + counts.skipped,
    replaced: row.replaced + counts.replaced,
    bytes: row.bytes + counts.bytes,
  });
}

/** One message batch; returns the row, and how many rows it looked at. */
function copyMessages(
  lab: Lab,
  run: RunRow,
  row: RunMailbox,
  limit: number,
): { readonly row: RunMailbox; readonly rows: number } {
  const cursor =
    row.cursorRepl === null || row.cursorGc === null ? null : { repl: row.cursorRepl, gc: row.cursorGc };
  const range = nextRange(lab, row.source, cursor, limit);
  return { row: copyRange(lab, run, row, range), rows: range.messages };
}

function copyReferences(lab: Lab, run: RunRow, row: RunMailbox): RunMailbox {
  const rules = cloneReferences(lab, mailboxRow(lab, row.source), mailboxRow(lab, row.target ?? 0));
  writeLine(lab, run.id, 'references', row.source, { rules });
  return changeMailbox(lab, row, { phase: 'closing' });
}

/**
 * The next batch of a mailbox: opens it, copies until the batch is full, and closes it when everything is there. It runs
 * inside the batch's transaction; a batch never spans two mailboxes.
 * @param fault KB919235 strikes at this mailbox when it is to be cloned; null: it does not
 */
export function copyBatch(
  lab: Lab,
  run: RunRow,
  begun: RunMailbox,
  fault: Why | null,
  watch: RunWatch,
): Batch {
  const limit = batchRows(run, begun);
  let row = begun;
  let left = limit;
  if (row.state === 'objects-created') {
    const opening = openMailbox(lab, run, row, fault, watch);
    if (opening.kind === 'run-fails') return { row, runFails: opening.why };
    if (opening.kind === 'given-up') return { row: opening.row, runFails: null };
    row = opening.row;
    left -= opening.rows;
  } else if (row.target === null) {
    const why = [...row.why, REASONS.noTarget];
    return { row: changeMailbox(lab, row, { state: 'failed', phase: null, why }), runFails: null };
  }
  while (row.phase === 'messages' && left > 0) {
    const copied = copyMessages(lab, run, row, limit);
    row = copied.row;
    left -= Math.max(1, copied.rows);
  }
  if (row.phase === 'references') row = copyReferences(lab, run, row);
  if (row.phase === 'closing' && left > 0) row = closeMailbox(lab, run, row, watch);
  return { row, runFails: null };
}
