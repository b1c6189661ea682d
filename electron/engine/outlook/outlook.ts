import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { RANGE_IDS } from '../../../shared/sync/local-ids.ts';
import { recordAct } from './act.ts';
import { labNow, passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { composeOffline } from './compose.ts';
import { checkAccess, type OpenedProfile, openProfile, reachableMailbox } from './open-profile.ts';
import { ostRow, ostsOfProfile } from './ost-row.ts';
import {
  composedStep,
  connectedStep,
  newFileStep,
  type OutlookStep,
  replacedStep,
  syncSteps,
} from './outlook-steps.ts';
import { pendingItems } from './pending-items.ts';
import { type ProfileMailbox, profileOf, type ProfileRow, profileRow } from './profile-row.ts';
import { refillOst } from './refill-ost.ts';
import { strandedIn } from './rescue.ts';
import { addCounts, noCounts, type SyncCounts } from './sync-session.ts';
import { synchronize } from './synchronize.ts';

/** Lab time that one session with Outlook takes. */
const SESSION_MS = 60_000;

/** Synchronizes as the binding allows: with the file, with a new one, or not at all in online mode. */
function exchange(
  lab: Lab,
  profile: ProfileRow,
  opened: OpenedProfile,
  at: number,
): { counts: SyncCounts; steps: OutlookStep[] } {
  const { mailbox, binding } = opened;
  if (binding === 'accepted' && profile.ostId !== null) {
    const counts = synchronize(lab, profile.ostId, mailbox, at);
    return { counts, steps: syncSteps(counts) };
  }
  if (profile.mode === 'online' && profile.ostId === null) return { counts: noCounts(), steps: [] };
  const first =
    profile.ostId === null
      ? newFileStep()
      : replacedStep(profile.mode === 'cached', ostRow(lab, profile.ostId).path);
  const counts = refillOst(lab, profile, mailbox, at);
  return { counts, steps: [first, ...syncSteps(counts)] };
}

/** Whether the profile works offline and has no file to write into: ExProfRe renamed it, or it is new. */
function needsFile({ mode, ostId }: ProfileRow, compose: number | undefined): boolean {
  return compose !== undefined && compose <= RANGE_IDS && mode !== 'online' && ostId === null;
}

interface Session {
  readonly opened: OpenedProfile;
  readonly counts: SyncCounts;
  readonly steps: readonly OutlookStep[];
}

/** Outlook connects, and synchronizes where that is asked for. */
function connect(lab: Lab, profileId: number, mailbox: ProfileMailbox, sync: boolean): Session {
  const at = passTime(lab, SESSION_MS);
  const profile = profileRow(lab, profileId);
  const opened = openProfile(lab, profile, mailbox, at);
  const done = sync ? exchange(lab, profile, opened, at) : { counts: noCounts(), steps: [] };
  return { opened, counts: done.counts, steps: [connectedStep(opened), ...done.steps] };
}

/**
 * `lab outlook`: a user's Outlook against the mailbox its profile points to; items are written offline first, then it
 * connects, and with `sync` it synchronizes. A profile that works offline and has no file gets one first then, for
 * without it nothing can be written offline. Failures, each before anything is changed: unknown-alias, no-profile,
 * profile-mailbox-missing, mailbox-in-transit, no-access, no-ost, ost-closed, no-drafts, local-ids-exhausted.
 */
export function outlook(lab: Lab, input: LabInput<'outlook'>): Result<LabOutput<'outlook'>> {
  return lab.transact(() => {
    const found = profileOf(lab, input.user);
    if (!found.ok) return found;
    const mailbox = reachableMailbox(lab, found.value);
    if (!mailbox.ok) return mailbox;
    const access = checkAccess(lab, found.value, mailbox.value);
    if (!access.ok) return access;
    const { compose, sync = false } = input;
    const session = (): Session => connect(lab, found.value.id, mailbox.value, sync);
    const early = sync && needsFile(found.value, compose) ? session() : null;
    const written: OutlookStep[] = [];
    const profile = profileRow(lab, found.value.id);
    if (compose !== undefined) {
      const composed = composeOffline(lab, profile, compose, labNow(lab) + SESSION_MS);
      if (!composed.ok) return composed;
      written.push(composedStep(composed.value));
    }
    const last = session();
    const at = labNow(lab);
    const { opened } = early ?? last;
    const counts = early === null ? last.counts : addCounts(early.counts, last.counts);
    recordAct(lab, at, 'outlook', {
      user: profile.alias,
      compose: compose ?? 0,
      sync,
      binding: opened.binding,
      downloadedBytes: counts.downloadedBytes,
      uploadedBytes: counts.uploadedBytes,
    });
    const lost = ostsOfProfile(lab, profile.id).filter(
      (ost) => ost.status !== 'current' || (opened.binding === 'rejected' && ost.id === profile.ostId),
    );
    const { message, binding, grounds } = opened;
    return ok({
      binding,
      message,
      ...grounds,
      downloadedItems: counts.downloadedItems,
      downloadedBytes: counts.downloadedBytes,
      deletedItems: counts.deletedItems,
      uploadedItems: counts.uploadedItems,
      uploadedBytes: counts.uploadedBytes,
      unsynchronised: pendingItems(lab, profile.id).length,
      conflicts: counts.conflicts,
      downloadedFolders: counts.downloadedFolders,
      deletedFolders: counts.deletedFolders,
      steps: [...(early?.steps ?? []), ...written, ...last.steps],
      stranded: lost.flatMap((ost) => strandedIn(lab, ost.id, opened.mailbox)),
    });
  });
}
