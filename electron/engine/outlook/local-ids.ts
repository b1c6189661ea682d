import type { SyncId } from '../../../shared/sync/contents-difference.ts';
import { type IdRange, RANGE_IDS, takeLocalId } from '../../../shared/sync/local-ids.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import type { Namespaces } from './namespaces.ts';
import { ostRow } from './ost-row.ts';

/** A client asks for another range when it has fewer ids left than this: more than one person writes offline. */
const LOW_WATER = 16_384;

interface Block {
  readonly next: number | null;
  readonly left: number;
}

function folderBlock(lab: Lab, ostId: number, folder: RowId): Block {
  const block = lab.get<Block>(
    'SELECT local_next AS next, local_left AS left FROM ost_folder WHERE ost_id = ? AND repl = ? AND gc = ?',
    ostId,
    folder.repl,
    folder.gc,
  );
  if (block === undefined) throw new Error(`no folder ${folder.repl}:${folder.gc} in .ost ${ostId}`);
  return block;
}

function fileRange(lab: Lab, ostId: number, spaces: Namespaces): IdRange | null {
  const ost = ostRow(lab, ostId);
  return ost.allocRepl === null || ost.allocGc === null
    ? null
    : { ns: spaces.hex(ost.allocRepl), gc: ost.allocGc, left: ost.allocLeft };
}

/**
 * Takes `count` ids of the client's own range for items of one folder, and writes down what is left of it.
 * @returns the ids; null, with nothing taken, when the range does not hold that many: only the server gives another one
 */
export function takeLocalIds(
  lab: Lab,
  ostId: number,
  folder: RowId,
  count: number,
  spaces: Namespaces,
): SyncId[] | null {
  let file = fileRange(lab, ostId, spaces);
  const block = folderBlock(lab, ostId, folder);
  let own: IdRange | null =
    file === null || block.next === null ? null : { ns: file.ns, gc: block.next, left: block.left };
  if ((file?.left ?? 0) + (own?.left ?? 0) < count) return null;
  const ids: SyncId[] = [];
  while (ids.length < count) {
    const taken = takeLocalId({ file, folder: own });
    if (taken.kind === 'exhausted') throw new Error('a counted range ended early');
    ids.push(taken.id);
    file = taken.ids.file;
    own = taken.ids.folder;
  }
  if (file !== null)
    lab.run('UPDATE ost SET alloc_gc = ?, alloc_left = ? WHERE id = ?', file.gc, file.left, ostId);
  if (own !== null) {
    lab.run(
      'UPDATE ost_folder SET local_next = ?, local_left = ? WHERE ost_id = ? AND repl = ? AND gc = ?',
      own.gc,
      own.left,
      ostId,
      folder.repl,
      folder.gc,
    );
  }
  return ids;
}

/**
 * Asks the server for another range when the present one runs low (RopGetLocalReplicaIds). What was left of the old one
 * is never used (R2303); blocks handed to folders lose their meaning when the namespace changes.
 */
export function topUpLocalIds(lab: Lab, ostId: number, mailbox: MailboxRow): boolean {
  const ost = ostRow(lab, ostId);
  if (ost.allocRepl !== null && ost.allocLeft >= LOW_WATER) return false;
  lab.run(
    'UPDATE ost SET alloc_repl = ?, alloc_gc = ?, alloc_left = ? WHERE id = ?',
    mailbox.mdbRepl,
    takeIds(lab, mailbox.mdbId, RANGE_IDS),
    RANGE_IDS,
    ostId,
  );
  lab.run('UPDATE ost_folder SET local_next = NULL, local_left = 0 WHERE ost_id = ?', ostId);
  return true;
}
