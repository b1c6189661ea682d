import type { OstFate } from '../../../shared/outcome/fate.ts';
import { fateOf, type LedgerId } from '../../../shared/outcome/ledger.ts';
import { type Binding, bindingFits } from '../../../shared/sync/ost-binding.ts';
import { ostsOfProfile } from '../outlook/ost-row.ts';
import { type ProbedOst, probeOst } from '../outlook/probe-ost.ts';
import { profileOf, type ProfileRow, profileRow } from '../outlook/profile-row.ts';
import { newHomeOf, rePoint } from '../outlook/re-point.ts';
import type { Lab } from '../store/lab.ts';

/** What a synchronization after the migration did to the user's .ost and profile. Null: the user has none. */
export interface ClientObservation {
  readonly ost: OstFate | null;
  readonly profile: ProfileRow | null;
}

/** Whether a file that Outlook set aside earlier was one that does not belong to this mailbox. */
function wasRefused(lab: Lab, path: string, profileId: number, target: Binding): boolean {
  return ostsOfProfile(lab, profileId).some((ost) => ost.path === path && !bindingFits(ost, target));
}

function keptEntry(cloned: boolean, beforeOutlook2003: boolean): LedgerId {
  if (!cloned) return 'ost-kept-after-merge';
  return beforeOutlook2003 ? 'ost-kept-before-2003' : 'ost-kept';
}

function ledgerEntry(probed: ProbedOst, kept: LedgerId): LedgerId {
  switch (probed.cause) {
    case 'synchronized':
      return probed.fate === 'REBUILD' ? 'ost-emptied' : kept;
    case 'refused':
      return 'ost-refused';
    case 'renamed-by-exprofre':
      return 'ost-renamed';
    case 'replaced-before':
      return 'ost-replaced-before';
    default:
      return 'ost-without-mailbox';
  }
}

/**
 * Re-points the user's profile as ExProfRe without switches does, unless it is already, and lets Outlook synchronize,
 * then takes it all back: the fate of an .ost is what the synchronization protocol makes of it.
 */
export function observeClient(lab: Lab, alias: string, target: Binding, cloned: boolean): ClientObservation {
  const found = profileOf(lab, alias);
  if (!found.ok) return { ost: null, profile: null };
  return lab.scratch(() => {
    const home = newHomeOf(lab, found.value.mailboxDn);
    if (home !== null) rePoint(lab, found.value, home, {});
    const probed = probeOst(lab, alias);
    const profile = profileRow(lab, found.value.id);
    if (probed === null) return { ost: null, profile };
    const refused = probed.cause === 'replaced-before' && wasRefused(lab, probed.path, profile.id, target);
    const kept = keptEntry(cloned, profile.outlook !== '2003');
    const fate = fateOf('Offline folder file', refused ? 'ost-refused' : ledgerEntry(probed, kept));
    return { ost: { ...fate, lostItems: probed.lost }, profile };
  });
}
