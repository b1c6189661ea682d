import { fromHex } from '../../../shared/identity/bytes.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { latestLine } from './journal.ts';
import type { OpenedDetail } from './open-mailbox.ts';
import { REASONS } from './reasons.ts';
import { changeMailbox, type RunMailbox } from './run-row.ts';

const CONTENT_TABLES = [
  'message',
  'folder',
  'rule',
  'receive_folder',
  'search_scope',
  'folder_ref',
  'acl',
  'delegate',
  'tombstone',
] as const;

function bytes(hex: string): Uint8Array {
  const read = fromHex(hex);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

/** Makes an uninitialized mailbox of a half-cloned one again, with the identity it had before. */
function takeBack(lab: Lab, row: RunMailbox, before: OpenedDetail): void {
  for (const table of CONTENT_TABLES) lab.run(`DELETE FROM ${table} WHERE mailbox_id = ?`, row.target);
  lab.run(
    `UPDATE mailbox SET store_guid = ?, ost_key = ?, initialized = 0, initialized_by = NULL, oof_enabled = 0, oof_text = '' WHERE id = ?`,
    bytes(before.storeGuid),
    bytes(before.ostKey),
    row.target,
  );
}

/**
 * What becomes of a mailbox whose copying was cut short: it stays as it is, initialized, so that the next run merges
 * into it, or a clone is taken back; lab setting `halfClone`. A half merge always stays: everything in it is whole.
 */
export function settleHalfClone(lab: Lab, row: RunMailbox, state: 'cancelled' | 'failed'): void {
  if (row.target === null) {
    changeMailbox(lab, row, { state });
    return;
  }
  lab.run('UPDATE mailbox SET in_transit = 0 WHERE id = ?', row.target);
  const opened = latestLine<OpenedDetail>(lab, row.runId, 'opened', row.source);
  if (row.effectiveMode !== 'clone' || opened === null) {
    changeMailbox(lab, row, { state });
    return;
  }
  const goesBack = setting(lab, 'halfClone') === 'rollback';
  if (goesBack) takeBack(lab, row, opened);
  changeMailbox(lab, row, {
    state,
    ...(goesBack ? { copied: 0, bytes: 0 } : {}),
    why: [...row.why, goesBack ? REASONS.halfCloneTakenBack : REASONS.halfCloneStays],
  });
}
