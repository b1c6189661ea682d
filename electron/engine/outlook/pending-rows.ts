import { decodePcl } from '../../../shared/identity/pcl.ts';
import { decodeXid } from '../../../shared/identity/xid.ts';
import type { Lab } from '../store/lab.ts';
import type { OstItemRow } from './local-change.ts';

interface Row {
  repl: number;
  gc: number;
  folderRepl: number;
  folderGc: number;
  pending: OstItemRow['pending'];
  class: string;
  subject: string;
  searchKey: Uint8Array;
  changeKey: Uint8Array;
  pcl: Uint8Array;
  lastMod: number;
  isRead: number;
  size: number;
  contentId: number;
  error: string | null;
}

function itemOf(row: Row): OstItemRow {
  const changeKey = decodeXid(row.changeKey);
  const pcl = decodePcl(row.pcl);
  if (!changeKey.ok) throw new Error(changeKey.failure.message);
  if (!pcl.ok) throw new Error(pcl.failure.message);
  return {
    ...row,
    id: { repl: row.repl, gc: row.gc },
    folder: { repl: row.folderRepl, gc: row.folderGc },
    changeKey: changeKey.value,
    pcl: pcl.value,
    isRead: row.isRead === 1,
  };
}

/** What waits in an .ost to be uploaded, folder by folder; what landed in a folder local to the file does not wait any more. */
export function waitingItems(lab: Lab, ostId: number): OstItemRow[] {
  return lab
    .all<Row>(
      `SELECT i.repl, i.gc, i.folder_repl AS folderRepl, i.folder_gc AS folderGc, pending, class, subject, search_key AS searchKey,
         change_key AS changeKey, pcl, last_mod AS lastMod, is_read AS isRead, size, content_id AS contentId, error
       FROM ost_item i LEFT JOIN ost_folder f ON f.ost_id = i.ost_id AND f.repl = i.folder_repl AND f.gc = i.folder_gc
       WHERE i.ost_id = ? AND pending <> 'none' AND coalesce(f.is_local, 0) = 0
       ORDER BY i.folder_repl, i.folder_gc, i.repl, i.gc`,
      ostId,
    )
    .map(itemOf);
}
