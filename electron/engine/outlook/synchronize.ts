import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { Lab } from '../store/lab.ts';
import { downloadContents } from './download-contents.ts';
import { downloadHierarchy } from './download-hierarchy.ts';
import { topUpLocalIds } from './local-ids.ts';
import { type Namespaces, namespaces } from './namespaces.ts';
import { noCounts, type SyncCounts, type SyncSession } from './sync-session.ts';
import { uploadPending } from './upload.ts';

/**
 * Synchronizes an .ost with the mailbox it is bound to, in the order of Outlook's replication states: upload, hierarchy,
 * contents; a local version that won a conflict is uploaded after it. The binding was checked before.
 */
export function synchronize(
  lab: Lab,
  ostId: number,
  mailbox: MailboxRow,
  at: number,
  spaces: Namespaces = namespaces(lab),
): SyncCounts {
  const session: SyncSession = { lab, ostId, mailbox, spaces, at };
  const counts = noCounts();
  uploadPending(session, counts);
  downloadHierarchy(session, counts);
  downloadContents(session, counts);
  if (counts.conflicts > 0) uploadPending(session, counts);
  topUpLocalIds(lab, ostId, mailbox);
  lab.run('UPDATE ost SET last_sync = ? WHERE id = ?', at, ostId);
  return counts;
}
