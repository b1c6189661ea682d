import { encodePcl, mergePcl, type Pcl } from '../../../shared/identity/pcl.ts';
import { decodeXid, encodeXid } from '../../../shared/identity/xid.ts';
import { applyChange, conflictWinner, type Version } from '../../../shared/sync/apply-change.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { changeKeyOf, pclOf, type VersionColumns } from '../mailbox/version.ts';
import { insertOstItem, type OstItemRow, takeChangeKeys } from './local-change.ts';
import { localFolder, type SyncCounts, type SyncSession, takeOnlineIds } from './sync-session.ts';

interface ServerMessage extends VersionColumns {
  class: string;
  subject: string;
  searchKey: Uint8Array;
  lastMod: number;
  isRead: number;
  size: number;
  contentId: number;
}

type Losing = Omit<OstItemRow, 'id' | 'folder' | 'pending' | 'error'>;

/** The version that lost is kept as a copy in Conflicts, which stands in the file alone. */
function keepCopy(session: SyncSession, losing: Losing, whose: string): void {
  const folder = localFolder(session, 'conflicts');
  const [id] = takeOnlineIds(session, folder, 1);
  if (id === undefined) throw new Error('no local id');
  insertOstItem(session.lab, session.ostId, {
    ...losing,
    id,
    folder,
    pending: 'none',
    error: `Conflict: ${whose} version was not kept.`,
  });
}

/** The local version won: it becomes the successor of both and is uploaded again. */
function winLocally(session: SyncSession, item: OstItemRow, serverPcl: Pcl): void {
  const [changeKey] = takeChangeKeys(session.lab, session.ostId, 1);
  if (changeKey === undefined) throw new Error('no change key');
  session.lab.run(
    "UPDATE ost_item SET pending = 'modified', change_key = ?, pcl = ? WHERE ost_id = ? AND repl = ? AND gc = ?",
    encodeXid(changeKey),
    encodePcl(mergePcl(mergePcl(item.pcl, serverPcl), [changeKey])),
    session.ostId,
    item.id.repl,
    item.id.gc,
  );
}

/**
 * A downloaded change meets an item that was changed offline: by their predecessor change lists one replaces the other,
 * or they conflict and the later modification wins (MS-OXCFXICS R1788-R1793, R1826-R1830).
 */
export function resolveChange(session: SyncSession, item: OstItemRow, id: RowId, counts: SyncCounts): void {
  const { lab, ostId, mailbox } = session;
  const row = lab.get<ServerMessage>(
    `SELECT class, subject, search_key AS searchKey, last_mod AS lastMod, is_read AS isRead, size, content_id AS contentId,
       cn_repl AS cnRepl, cn_gc AS cnGc, change_key AS changeKey, pcl FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
    mailbox.id,
    id.repl,
    id.gc,
  );
  if (row === undefined) throw new Error('a downloaded message that is not there');
  const changeKey = decodeXid(changeKeyOf(lab, row));
  if (!changeKey.ok) throw new Error(changeKey.failure.message);
  const imported: Version = { pcl: pclOf(lab, row), changeKey: changeKey.value, lastMod: row.lastMod };
  const applied = applyChange(item, imported);
  if (applied === 'ignore') return;
  if (applied === 'conflict') {
    counts.conflicts += 1;
    if (conflictWinner(item, imported) === 'local') {
      keepCopy(session, { ...row, ...imported, isRead: row.isRead === 1 }, "the server's");
      winLocally(session, item, imported.pcl);
      return;
    }
    keepCopy(session, item, 'the local');
  }
  lab.run('DELETE FROM ost_item WHERE ost_id = ? AND repl = ? AND gc = ?', ostId, id.repl, id.gc);
}
