import type { Why } from '../../../shared/evidence.ts';
import { bytesEqual, toHex } from '../../../shared/identity/bytes.ts';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { type MailboxRow, mailboxRow } from '../mailbox/mailbox-row.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { fingerprint } from './fingerprint.ts';
import { writeLine } from './journal.ts';
import { leftBehind } from './left-behind.ts';
import { openMerge } from './merge-folders.ts';
import { hasTwins } from './merge-verdicts.ts';
import { hasPrefixes, isFiltered } from './message-filter.ts';
import { openClone } from './open-clone.ts';
import { sharedIds } from './proof-marks.ts';
import { REASONS } from './reasons.ts';
import { logFallback, logNoTarget, logUndocumented } from './run-events.ts';
import { changeMailbox, type RunMailbox, type RunRow } from './run-row.ts';
import type { RunWatch } from './watch.ts';

/** Lab time to open both mailboxes, ms (modelled: no figure is published). */
const OPEN_MS = 1_000;

/** How both mailboxes stood when the copying began; the proof at the end rests on it. */
export interface OpenedDetail {
  readonly mode: Mode;
  /** Store GUID and .ost key of the target before, as hex. */
  readonly storeGuid: string;
  readonly ostKey: string;
  readonly sourceFingerprint: string;
  /** The next free counters of both databases: what has a higher change number came later. */
  readonly sourceNext: number;
  readonly targetNext: number;
  readonly folders: number;
  /** The source holds some search key twice, so that a merge has to look for it in every batch. */
  readonly twins: boolean;
  /** Ids that source and target shared before: those of an earlier clone. */
  readonly shared: number;
}

/** What opening came to: copying can begin, this mailbox is given up, or the whole run is. */
export type Opening =
  | { readonly kind: 'opened'; readonly row: RunMailbox; readonly rows: number }
  | { readonly kind: 'given-up'; readonly row: RunMailbox }
  | { readonly kind: 'run-fails'; readonly why: readonly Why[] };

/** The next id and change number of a database. */
export function nextGc(lab: Lab, mdbId: number): number {
  const row = lab.get<{ next: number }>('SELECT next_gc AS next FROM mdb WHERE id = ?', mdbId);
  if (row === undefined) throw new Error(`no mailbox store with key ${mdbId}`);
  return row.next;
}

function giveUp(lab: Lab, row: RunMailbox, why: readonly Why[]): RunMailbox {
  writeLine(lab, row.runId, 'gave-up', row.source, { rules: why.map((one) => one.rule) });
  return changeMailbox(lab, row, { state: 'failed', why: [...row.why, ...why] });
}

interface Decision {
  readonly mode: Mode;
  /** Why clone mode was left; empty: nothing was left. */
  readonly fallback: readonly Why[];
}

/** What may have initialized the target since stage 1 has left its reason on the row already. */
function fallbackReasons(row: RunMailbox): Why[] {
  const known = row.why.filter(
    (one) => one.rule === REASONS.delivered.rule || one.rule === REASONS.loggedOn.rule,
  );
  return known.length > 0 ? [] : [REASONS.initializedBefore];
}

/** Clone mode needs an untouched target (aa996178, KB842101) and copies everything or nothing. */
function decide(run: RunRow, row: RunMailbox, target: MailboxRow): Decision {
  if (row.requestedMode === 'default') return { mode: 'default', fallback: [] };
  if (target.initialized) return { mode: 'default', fallback: fallbackReasons(row) };
  if (isFiltered(run.plan)) return { mode: 'default', fallback: [REASONS.filtersInClone] };
  return { mode: 'clone', fallback: [] };
}

function modeReasons(lab: Lab, run: RunRow, mode: Mode, source: MailboxRow, target: MailboxRow): Why[] {
  if (mode === 'clone') return [REASONS.clone, REASONS.cloneIds];
  return [
    REASONS.merge,
    ...leftBehind(lab, source, target),
    REASONS.associatedCarried,
    ...(run.plan.dateRange === null ? [] : [REASONS.filteredByDate]),
    ...(hasPrefixes(run.plan) ? [REASONS.filteredBySubject] : []),
    ...(bytesEqual(source.storeGuid, target.storeGuid) ? [REASONS.keepsStore] : []),
  ];
}

/** KB919235 brings the run down, or the fallback setting does. */
function runFails(lab: Lab, row: RunMailbox, why: readonly Why[], text: string): Opening {
  giveUp(lab, row, why);
  logFallback(lab, row.runId, text, true);
  return { kind: 'run-fails', why };
}

function sayFallback(lab: Lab, row: RunMailbox, target: MailboxRow): void {
  const because = target.initialized
    ? 'its target mailbox is initialized'
    : 'a filter by date or subject is asked for';
  logFallback(
    lab,
    row.runId,
    `Mailbox ${row.match.alias} is merged in the default mode instead of being cloned: ${because}.`,
    false,
  );
}

/**
 * Begins stage 2 of one mailbox: decides how it is really copied, locks the target, lays folders and REPLIDs.
 * @param fault KB919235 strikes at this mailbox when it is to be cloned; null: it does not
 */
export function openMailbox(
  lab: Lab,
  run: RunRow,
  row: RunMailbox,
  fault: Why | null,
  watch: RunWatch,
): Opening {
  const { alias } = row.match;
  passTime(lab, OPEN_MS);
  if (row.target === null) {
    logNoTarget(lab, run.id, mailboxLegacyDn(lab, row));
    return { kind: 'given-up', row: giveUp(lab, row, [REASONS.noTarget]) };
  }
  const source = mailboxRow(lab, row.source);
  const target = mailboxRow(lab, row.target);
  const { mode, fallback } = decide(run, row, target);
  const fellBack = row.requestedMode === 'clone' && mode === 'default';
  if (fellBack && target.initialized && setting(lab, 'fallback') === 'fail') {
    const text = `The migration ends: mailbox ${alias} cannot be cloned, for its target mailbox is initialized.`;
    return runFails(lab, row, [...fallback, REASONS.fallbackFails], text);
  }
  if (mode === 'clone' && fault !== null) {
    giveUp(lab, row, [fault]);
    logUndocumented(
      lab,
      run.id,
      'Error',
      `The Migration Wizard failed in clone mode at mailbox ${alias}.`,
      'KB919235 names no event for the failure',
    );
    return { kind: 'run-fails', why: [fault] };
  }
  const detail = {
    mode,
    storeGuid: toHex(target.storeGuid),
    ostKey: toHex(target.ostKey),
    sourceFingerprint: watch.proving(() => fingerprint(lab, source.id)),
    sourceNext: nextGc(lab, source.mdbId),
  };
  let folders: number;
  if (mode === 'clone') {
    const opened = openClone(lab, source, target);
    if (!opened.ok) {
      const full = opened.failure.code === 'replid-map-full';
      logUndocumented(
        lab,
        run.id,
        'Error',
        `Mailbox ${alias} was not cloned. ${opened.failure.message}`,
        'No source names an event for it',
      );
      return { kind: 'given-up', row: giveUp(lab, row, [full ? REASONS.replidsFull : REASONS.collision]) };
    }
    folders = opened.value;
  } else {
    folders = openMerge(lab, run.id, source, target);
  }
  if (fellBack) sayFallback(lab, row, target);
  const targetNext = nextGc(lab, target.mdbId);
  const opened: OpenedDetail = {
    ...detail,
    targetNext,
    folders,
    twins: mode === 'default' && hasTwins(lab, source.id),
    shared: mode === 'default' ? watch.proving(() => sharedIds(lab, source, target)) : 0,
  };
  writeLine(lab, run.id, 'opened', row.source, opened);
  const why = [...row.why, ...fallback, ...modeReasons(lab, run, mode, source, target)];
  return {
    kind: 'opened',
    rows: folders,
    row: changeMailbox(lab, row, { effectiveMode: mode, state: 'copying', phase: 'messages', why }),
  };
}

function mailboxLegacyDn(lab: Lab, row: RunMailbox): string {
  return (
    lab.get<{ dn: string | null }>(
      'SELECT legacy_dn AS dn FROM directory_object WHERE id = ?',
      row.match.sourceObject,
    )?.dn ?? ''
  );
}
