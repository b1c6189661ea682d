import { documented, type Evidence, modelled } from '../../../shared/evidence.ts';
import { decodeIdSet, type IdSet } from '../../../shared/identity/idset.ts';
import { targetMailbox } from '../mailbox/directory.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { damagedValue } from '../store/store-fault.ts';
import { openProfile } from './open-profile.ts';
import { ostRow, ostsOfProfile } from './ost-row.ts';
import { profileMailbox, profileOf, profileRow } from './profile-row.ts';
import { newHomeOf, rePoint } from './re-point.ts';
import { type StrandedItem, strandedIn } from './rescue.ts';
import { noCounts, type SyncCounts } from './sync-session.ts';
import { synchronize } from './synchronize.ts';

/** What became of a user's .ost, as a real binding check and a real synchronization show it. */
export interface ProbedOst {
  readonly path: string;
  readonly fate: 'KEEP' | 'REBUILD';
  readonly cause: 'synchronized' | 'refused' | 'renamed-by-exprofre' | 'replaced-before' | 'mailbox-missing';
  readonly grounds: Evidence;
  /** What the synchronization moved; zeros where there was none. */
  readonly counts: SyncCounts;
  /** The unsynchronized items that stay behind in the old file; empty for KEEP. */
  readonly lost: readonly StrandedItem[];
}

/** The folders a file holds, as its hierarchy state names them. */
function foldersHeld(lab: Lab, ostId: number): IdSet {
  const held = decodeIdSet(ostRow(lab, ostId).hGiven);
  if (!held.ok) throw damagedValue(lab, held.failure.message);
  return held.value;
}

/**
 * Lets a user's Outlook meet the mailbox as it is now: re-points the profile first, as ExProfRe without switches would,
 * where that was not done yet and there is a new home. Changes the lab: call it inside `lab.scratch`.
 * @returns null where the user has no .ost or no profile at all
 */
export function probeOst(lab: Lab, alias: string): ProbedOst | null {
  const found = profileOf(lab, alias);
  if (!found.ok) return null;
  const files = ostsOfProfile(lab, found.value.id);
  const first = files[0];
  if (first === undefined) return null;
  const replaced = files.filter((ost) => ost.status === 'set-aside').at(-1);
  if (replaced !== undefined) {
    const mailbox = profileMailbox(lab, found.value.mailboxDn);
    return {
      path: replaced.path,
      fate: 'REBUILD',
      cause: 'replaced-before',
      grounds: modelled('Outlook refused the file and has made a new one', 'aa998698'),
      counts: noCounts(),
      lost: files.flatMap((ost) => (ost.status === 'current' ? [] : strandedIn(lab, ost.id, mailbox))),
    };
  }
  const home = newHomeOf(lab, found.value.mailboxDn);
  if (home !== null && targetMailbox(lab, alias) !== null) rePoint(lab, found.value, home, {});
  const profile = profileRow(lab, found.value.id);
  const mailbox = profileMailbox(lab, profile.mailboxDn);
  const renamed = ostsOfProfile(lab, profile.id)
    .filter((ost) => ost.status === 'renamed')
    .at(-1);
  if (renamed !== undefined) {
    return {
      path: renamed.path,
      fate: 'REBUILD',
      cause: 'renamed-by-exprofre',
      grounds: modelled(
        'The deployment guide and the press say that ExProfRe renames the .ost before Outlook 2003 unless /o is given; another article says that it is deleted',
        'Exchange Server 2003 Deployment Guide; Windows IT Pro 43603',
      ),
      counts: noCounts(),
      lost: strandedIn(lab, renamed.id, mailbox),
    };
  }
  const ost = ostRow(lab, profile.ostId ?? first.id);
  if (mailbox === null || profile.ostId === null) {
    return {
      path: ost.path,
      fate: 'REBUILD',
      cause: 'mailbox-missing',
      grounds: documented('KB163589'),
      counts: noCounts(),
      lost: strandedIn(lab, ost.id, mailbox),
    };
  }
  const at = labNow(lab);
  const opened = openProfile(lab, profile, mailbox, at);
  if (opened.binding !== 'accepted') {
    return {
      path: ost.path,
      fate: 'REBUILD',
      cause: 'refused',
      grounds: opened.grounds,
      counts: noCounts(),
      lost: strandedIn(lab, ost.id, mailbox),
    };
  }
  const before = foldersHeld(lab, ost.id);
  const counts = synchronize(lab, ost.id, opened.mailbox, at);
  // A file whose folders were all replaced was kept in name only.
  const kept = before.isEmpty() || before.intersects(foldersHeld(lab, ost.id));
  return {
    path: ost.path,
    fate: kept ? 'KEEP' : 'REBUILD',
    cause: 'synchronized',
    grounds: opened.grounds,
    counts,
    lost: [],
  };
}
