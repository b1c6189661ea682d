import { bindingFits } from '../../../shared/sync/ost-binding.ts';
import type { Lab } from '../store/lab.ts';
import { ostRow, type OstRow } from './ost-row.ts';
import { type PendingItem, pendingItemsOf } from './pending-items.ts';
import type { ProfileMailbox } from './profile-row.ts';

/** An item that stays behind in an .ost, and what would still get it out. */
export interface StrandedItem {
  readonly folder: string;
  readonly subject: string;
  readonly rescue: string;
}

interface KeyHolder {
  alias: string;
  org: string;
}

/** A mailbox whose server holds the key of the file: there the file can be opened again. */
function keyHolder(lab: Lab, ost: OstRow): KeyHolder | undefined {
  return lab.get<KeyHolder>(
    `SELECT o.alias AS alias, org.name AS org FROM mailbox JOIN directory_object o ON o.id = mailbox.object_id JOIN org ON org.id = o.org_id
     WHERE mailbox.store_guid = ? AND mailbox.ost_key = ? AND o.deleted_at IS NULL ORDER BY mailbox.id LIMIT 1`,
    ost.storeGuid,
    ost.ostKey,
  );
}

/**
 * What would still rescue the items of an .ost that its profile no longer opens (Q282496 for a reset store, KB163589,
 * KB161889): the file stays on disk, and its key is in the mailbox it belongs to.
 */
export function rescueOf(lab: Lab, ost: OstRow, mailbox: ProfileMailbox | null): string {
  if (ost.status === 'renamed' && mailbox !== null && bindingFits(ost, mailbox)) {
    return `The file still belongs to this mailbox: rename ${ost.path} back to .ost before Outlook makes a new one (ExProfRe /o would have left it alone).`;
  }
  const holder = keyHolder(lab, ost);
  if (holder !== undefined) {
    return `The mailbox of ${holder.alias} in ${holder.org} still exists and its server holds the key: open ${ost.path} with a profile for that mailbox and drag the items into a .pst file (Q282496).`;
  }
  return `No server holds the key of ${ost.path} any more: only a profile that is kept offline, or a key exported beforehand, still opens it (Q282496, KB163589).`;
}

function withRescue(items: readonly PendingItem[], rescue: string): StrandedItem[] {
  return items.map(({ folder, subject }) => ({ folder, subject, rescue }));
}

/** The unsynchronized items of one file with their rescue. */
export function strandedIn(lab: Lab, ostId: number, mailbox: ProfileMailbox | null): StrandedItem[] {
  const items = pendingItemsOf(lab, ostId);
  return items.length === 0 ? [] : withRescue(items, rescueOf(lab, ostRow(lab, ostId), mailbox));
}
