import type { Traffic } from '../../../../shared/outcome/comparison-row.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { outlook } from '../../outlook/outlook.ts';
import { type ProfileRow, profileOf } from '../../outlook/profile-row.ts';
import { newHomeOf, rePoint } from '../../outlook/re-point.ts';
import type { Lab } from '../../store/lab.ts';
import type { RecordedTraffic, SideContext } from './side-context.ts';

/** The address book goes down again where ExProfRe reset it, to whoever works offline. */
function addressBookOf(profile: ProfileRow, bytes: number): number {
  return profile.oab === 'reset' && profile.mode !== 'online' ? bytes : 0;
}

function profileNow(lab: Lab, alias: string): ProfileRow | null {
  const found = profileOf(lab, alias);
  return found.ok ? found.value : null;
}

/** Re-points the profile as ExProfRe without switches does, and lets Outlook synchronize. Changes the lab. */
function synchronizeNow(
  lab: Lab,
  profile: ProfileRow,
): Result<RecordedTraffic & { profile: ProfileRow | null }> {
  const home = newHomeOf(lab, profile.mailboxDn);
  if (home !== null) rePoint(lab, profile, home, {});
  const seen = outlook(lab, { file: '', user: profile.alias, sync: true });
  if (!seen.ok) return seen;
  const kept = seen.value.binding === 'accepted';
  const { downloadedBytes, uploadedBytes } = seen.value;
  return ok({
    refill: kept ? 0 : downloadedBytes,
    down: kept ? downloadedBytes : 0,
    up: uploadedBytes,
    profile: profileNow(lab, profile.alias),
  });
}

/**
 * What one user's Outlook moves after the run: as it was noted when it synchronized, else by a synchronization now that
 * is taken back. Failure codes: no-profile, unknown-alias, and those of `outlook`.
 */
export function trafficOf(context: SideContext, alias: string): Result<Traffic> {
  const { lab, recorded, addressBookBytes } = context;
  const noted = recorded.get(alias.toLowerCase());
  const found = profileOf(lab, alias);
  if (!found.ok) return found;
  if (noted !== undefined) {
    return ok({ ...noted, addressBook: addressBookOf(found.value, addressBookBytes), how: 'recorded' });
  }
  return lab.scratch((): Result<Traffic> => {
    const done = synchronizeNow(lab, found.value);
    if (!done.ok) return fail(done.failure.code, done.failure.message);
    const { profile, ...bytes } = done.value;
    const addressBook = profile === null ? 0 : addressBookOf(profile, addressBookBytes);
    return ok({ ...bytes, addressBook, how: 'observed' });
  });
}
