import type { LostItem, OstFate } from '../../../shared/outcome/fate.ts';
import { fateOf, type LedgerId } from '../../../shared/outcome/ledger.ts';
import { bindingFits } from '../../../shared/sync/ost-binding.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { outlook } from '../outlook/outlook.ts';
import type { Lab } from '../store/lab.ts';
import type { FateContext } from './fate-context.ts';

/** The .ost that a user filled from the source mailbox. A later one, filled from its clone, has the same keys and a higher number. */
export interface SourceOst {
  readonly id: number;
  readonly status: 'current' | 'set-aside' | 'renamed';
  readonly storeGuid: Uint8Array;
  readonly ostKey: Uint8Array;
}

export interface ProfileState {
  readonly id: number;
  readonly outlook: string;
  readonly mailboxDn: string;
  readonly ostId: number | null;
  readonly favourites: string;
  readonly oab: string;
}

export function profileState(lab: Lab, userId: number): ProfileState | null {
  return (
    lab.get<ProfileState>(
      'SELECT id, outlook, mailbox_dn AS mailboxDn, ost_id AS ostId, favourites, oab FROM profile WHERE user_id = ?',
      userId,
    ) ?? null
  );
}

export function sourceOst(lab: Lab, profileId: number, source: MailboxRow): SourceOst | null {
  return (
    lab.get<SourceOst>(
      `SELECT id, status, store_guid AS storeGuid, ost_key AS ostKey FROM ost
        WHERE profile_id = ? AND store_guid = ? AND ost_key = ? ORDER BY id LIMIT 1`,
      profileId,
      source.storeGuid,
      source.ostKey,
    ) ?? null
  );
}

export function legacyDnOf(lab: Lab, objectId: number): string {
  return (
    lab.get<{ dn: string | null }>('SELECT legacy_dn AS dn FROM directory_object WHERE id = ?', objectId)
      ?.dn ?? ''
  );
}

const RESCUE =
  'Open the old .ost with a profile that has stayed on the source mailbox, or keep working offline with it, and move the item to a .pst file (KB163589, Q282496)';

/** What the file still holds that no mailbox has: changes that were not uploaded, and what lives in folders of its own. */
function stranded(lab: Lab, ostId: number): LostItem[] {
  return lab
    .all<{ folder: string | null; subject: string }>(
      `SELECT folder.name AS folder, item.subject AS subject FROM ost_item item
        LEFT JOIN ost_folder folder ON folder.ost_id = item.ost_id AND folder.repl = item.folder_repl AND folder.gc = item.folder_gc
        WHERE item.ost_id = ? AND (item.pending <> 'none' OR folder.is_local = 1)
        ORDER BY item.repl, item.gc`,
      ostId,
    )
    .map((row) => ({ folder: row.folder ?? '', subject: row.subject, rescue: RESCUE }));
}

/** What a synchronization after the migration did to the user's .ost and profile. */
export interface ClientObservation {
  readonly ost: OstFate | null;
  readonly profile: ProfileState | null;
}

function verdict(status: SourceOst['status'], kept: boolean, fits: boolean, cloned: boolean): LedgerId {
  if (kept) return cloned ? 'ost-kept' : 'ost-kept-after-merge';
  if (status === 'renamed') return 'ost-renamed';
  return fits ? 'ost-replaced-before' : 'ost-refused';
}

function targetGc(lab: Lab): string {
  return (
    lab.get<{ fqdn: string }>(
      `SELECT fqdn FROM server JOIN admin_group g ON g.id = server.admin_group_id JOIN org ON org.id = g.org_id
        WHERE org.role = 'target' ORDER BY server.role = 'gc' DESC, server.id LIMIT 1`,
    )?.fqdn ?? ''
  );
}

/**
 * Re-points the user's profile with ExProfRe, unless it is already, and lets Outlook synchronize with the target mailbox,
 * then takes it all back: the fate of an .ost is what the synchronization protocol makes of it.
 */
export function observeClient(context: FateContext, alias: string, cloned: boolean): ClientObservation {
  const { lab, source, target } = context;
  const profile = profileState(lab, source.objectId);
  if (profile === null) return { ost: null, profile: null };
  const ost = sourceOst(lab, profile.id, source);
  return lab.scratch(() => {
    const pointed =
      profile.mailboxDn.toLowerCase() === legacyDnOf(lab, target.objectId).toLowerCase() ||
      exprofre(lab, { file: lab.path, user: alias, targetgc: targetGc(lab) }).ok;
    const synchronized = pointed ? outlook(lab, { file: lab.path, user: alias, sync: true }) : null;
    const after = profileState(lab, source.objectId);
    if (ost === null || synchronized === null || !synchronized.ok) return { ost: null, profile: after };
    const status =
      lab.get<{ status: SourceOst['status'] }>('SELECT status FROM ost WHERE id = ?', ost.id)?.status ??
      'set-aside';
    const kept = status === 'current' && after?.ostId === ost.id && synchronized.value.binding === 'accepted';
    const fate = fateOf('Offline folder file', verdict(status, kept, bindingFits(ost, target), cloned));
    return { ost: { ...fate, lostItems: kept ? [] : stranded(lab, ost.id) }, profile: after };
  });
}
