import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
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
import { profileOf, type ProfileRow, profileRow } from './profile-row.ts';
import { refillOst } from './refill-ost.ts';
import { strandedIn } from './rescue.ts';
import { noCounts, type SyncCounts } from './sync-session.ts';
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

/**
 * `lab outlook`: a user's Outlook against the mailbox its profile points to; items are written offline first, then it
 * connects, and with `sync` it synchronizes. Failures, each before anything is changed: unknown-alias, no-profile,
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
    const at = labNow(lab) + SESSION_MS;
    const steps: OutlookStep[] = [];
    if (input.compose !== undefined) {
      const composed = composeOffline(lab, found.value, input.compose, at);
      if (!composed.ok) return composed;
      steps.push(composedStep(composed.value));
    }
    passTime(lab, SESSION_MS);
    const profile = profileRow(lab, found.value.id);
    const opened = openProfile(lab, profile, mailbox.value, at);
    steps.push(connectedStep(opened));
    let counts = noCounts();
    if (input.sync === true) {
      const done = exchange(lab, profile, opened, at);
      counts = done.counts;
      steps.push(...done.steps);
    }
    recordAct(lab, at, 'outlook', {
      user: profile.alias,
      compose: input.compose ?? 0,
      sync: input.sync === true,
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
      steps,
      stranded: lost.flatMap((ost) => strandedIn(lab, ost.id, opened.mailbox)),
    });
  });
}
