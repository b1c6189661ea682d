import type { Lab } from '../store/lab.ts';
import { createEmptyOst } from './new-ost.ts';
import type { ProfileMailbox, ProfileRow } from './profile-row.ts';
import type { SyncCounts } from './sync-session.ts';
import { synchronize } from './synchronize.ts';

/**
 * Sets a refused .ost aside (it stays on disk, aa998698) and fills a new one by a full download.
 * @returns what the download brought
 */
export function refillOst(lab: Lab, profile: ProfileRow, mailbox: ProfileMailbox, at: number): SyncCounts {
  if (profile.ostId !== null) lab.run("UPDATE ost SET status = 'set-aside' WHERE id = ?", profile.ostId);
  return synchronize(lab, createEmptyOst(lab, profile, mailbox), mailbox, at);
}
