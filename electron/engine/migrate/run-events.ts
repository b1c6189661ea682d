import { documented, type Evidence, modelled, notDocumented } from '../../../shared/evidence.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

/** The wizard's event source in the application log (identity A18). */
const SOURCE = 'MSExchangeMig';

interface RunEvent extends Evidence {
  /** Null: no number is documented for it; none is invented. */
  readonly id: number | null;
  readonly type: 'Information' | 'Warning' | 'Error';
  readonly text: string;
}

function log(lab: Lab, runId: number | null, event: RunEvent): void {
  lab.run(
    'INSERT INTO event(at, source, event_id, type, text, run_id, evidence, evidence_source, evidence_reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)',
    labNow(lab),
    SOURCE,
    event.id,
    event.type,
    event.text,
    runId,
    event.evidence,
    event.source,
    event.reason,
  );
}

export function logBegin(lab: Lab, runId: number): void {
  log(lab, runId, {
    id: 10002,
    type: 'Information',
    text: 'Migration begins.',
    ...modelled(
      'Number and text are documented for the wizard of Exchange 5.0; that the one of 2003 writes them too is inferred',
      'Q166612',
    ),
  });
}

/** Totals of the run, in our own words: of event 10068 only fragments are documented. */
export function logEnd(lab: Lab, runId: number, text: string): void {
  log(lab, runId, {
    id: 10068,
    type: 'Information',
    text,
    ...modelled(
      'Number and contents are documented for the wizard of Exchange 5.5, the layout of its text only in part; that the one of 2003 writes it too is inferred',
      'Q169130',
    ),
  });
}

/** Clone mode fell back to the default mode for a mailbox, or gave up over it. */
export function logFallback(lab: Lab, runId: number, text: string, gaveUp: boolean): void {
  log(lab, runId, {
    id: null,
    type: gaveUp ? 'Error' : 'Warning',
    text,
    ...notDocumented(
      'That an event or two tell of it is documented (Exchange Team Blog, 25 Aug 2004); number and text are not',
    ),
  });
}

/** Something went wrong for which the sources name no event. */
export function logUndocumented(
  lab: Lab,
  runId: number,
  type: 'Warning' | 'Error',
  text: string,
  reason: string,
): void {
  log(lab, runId, { id: null, type, text, ...notDocumented(reason) });
}

/** Mail bounced at a target address. `runId` null: while no run was between its stages; `address` as the directory holds it. */
export function logBounce(lab: Lab, runId: number | null, address: string): void {
  log(lab, runId, {
    id: null,
    type: 'Information',
    text: `Mail bounced at the target address ${address} and did not reach the mailbox.`,
    ...notDocumented(
      'That mail bounces at the address of /D is documented (Exchange Team Blog, 25 Aug 2004); no source names an event for it',
    ),
  });
}

/** The target mailbox cannot be opened; KB842631 gives number and beginning of the text. */
export function logNoTarget(lab: Lab, runId: number, legacyDn: string): void {
  log(lab, runId, {
    id: 13003,
    type: 'Error',
    text: `Failed to logon to the target mailbox with the address 'x500:${legacyDn}'`,
    ...documented('KB842631'),
  });
}
