import { type ContentsRow, contentsDifference } from '../../../shared/sync/contents-difference.ts';
import { contentsViolations, newTranscript, noteStep } from '../../../shared/sync/ics-invariants.ts';
import { type RowId, rowKey } from '../mailbox/row-id.ts';
import { resolveChange } from './conflict.ts';
import { readFolderState, writeFolderState } from './folder-state.ts';
import type { OstItemRow } from './local-change.ts';
import { waitingItems } from './pending-rows.ts';
import type { SyncCounts, SyncSession } from './sync-session.ts';

interface MessageRow {
  repl: number;
  gc: number;
  cnRepl: number;
  cnGc: number;
  readRepl: number | null;
  readGc: number | null;
  isFai: number;
  size: number;
}

interface ServerRow extends ContentsRow {
  readonly id: RowId;
  readonly size: number;
}

/** The messages of a folder, row by row, as the difference wants them. */
function* serverRows(session: SyncSession, folder: RowId): Generator<ServerRow> {
  const { lab, mailbox, spaces } = session;
  for (const row of lab.iterate<MessageRow>(
    `SELECT repl, gc, cn_repl AS cnRepl, cn_gc AS cnGc, read_repl AS readRepl, read_gc AS readGc, is_fai AS isFai, size
     FROM message WHERE mailbox_id = ? AND folder_repl = ? AND folder_gc = ? ORDER BY repl, gc`,
    mailbox.id,
    folder.repl,
    folder.gc,
  )) {
    yield {
      ns: spaces.hex(row.repl),
      gc: row.gc,
      cnNs: spaces.hex(row.cnRepl),
      cnGc: row.cnGc,
      readNs: row.readRepl === null ? null : spaces.hex(row.readRepl),
      readGc: row.readGc,
      isFai: row.isFai === 1,
      inScope: true,
      id: { repl: row.repl, gc: row.gc },
      size: row.size,
    };
  }
}

function downloadFolder(
  session: SyncSession,
  folder: RowId,
  waiting: ReadonlyMap<string, OstItemRow>,
  counts: SyncCounts,
): void {
  const initial = readFolderState(session.lab, session.ostId, folder);
  if (initial === null) return;
  const stream = contentsDifference(serverRows(session, folder), initial);
  const transcript = newTranscript();
  const touched: { item: OstItemRow; id: RowId }[] = [];
  let steps = 0;
  for (;;) {
    const next = stream.next();
    if (next.done) {
      const end = next.value;
      const violations = contentsViolations(initial, transcript, end);
      if (violations.length > 0) throw new Error(`contents synchronization: ${violations.join('; ')}`);
      const deleted = end.deleted.count() + end.outOfScope.count();
      counts.deletedItems += deleted;
      if (steps > 0 || deleted > 0) writeFolderState(session.lab, session.ostId, folder, end.final);
      break;
    }
    steps += 1;
    noteStep(transcript, next.value);
    const { kind, row } = next.value;
    if (kind === 'read') {
      counts.readChanges += 1;
      continue;
    }
    counts.downloadedItems += 1;
    counts.downloadedBytes += row.size;
    const item = waiting.get(rowKey(row.id));
    if (item !== undefined) touched.push({ item, id: row.id });
  }
  for (const { item, id } of touched) resolveChange(session, item, id, counts);
}

/** Downloads the contents of every folder that is not local to the file, keeping each folder's new state as it is done. */
export function downloadContents(session: SyncSession, counts: SyncCounts): void {
  const { lab, ostId } = session;
  const waiting = new Map(waitingItems(lab, ostId).map((item) => [rowKey(item.id), item]));
  const folders = lab.all<RowId>(
    'SELECT repl, gc FROM ost_folder WHERE ost_id = ? AND is_local = 0 ORDER BY repl, gc',
    ostId,
  );
  for (const folder of folders) downloadFolder(session, folder, waiting, counts);
}
