import { type Evidence, modelled } from '../../../shared/evidence.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { checkBindingOnline } from '../../../shared/sync/ost-binding.ts';
import { logOn } from '../mailbox/log-on.ts';
import type { Lab } from '../store/lab.ts';
import { ostRow } from './ost-row.ts';
import { type ProfileMailbox, profileMailbox, type ProfileRow } from './profile-row.ts';

/** What Outlook found when it connected. */
export interface OpenedProfile {
  readonly mailbox: ProfileMailbox;
  readonly binding: 'accepted' | 'rejected' | 'none';
  readonly message: string | null;
  readonly grounds: Evidence;
}

/** The mailbox a profile points to, if one can connect to it. Failures: profile-mailbox-missing, mailbox-in-transit. */
export function reachableMailbox(lab: Lab, profile: ProfileRow): Result<ProfileMailbox> {
  const mailbox = profileMailbox(lab, profile.mailboxDn);
  if (mailbox === null) {
    return fail(
      'profile-mailbox-missing',
      `The profile of ${profile.alias} points to ${profile.mailboxDn}, and no mailbox has that name any more: migrate the mailbox, then make the profile anew.`,
    );
  }
  if (mailbox.inTransit) {
    return fail(
      'mailbox-in-transit',
      `The mailbox of ${profile.alias} is locked while its data is being moved (ecMailboxInTransit): wait until the run is over.`,
    );
  }
  return ok(mailbox);
}

/**
 * Whether the person may open the mailbox: a disabled account is opened by the source account, which takes a trust
 * (KB328871). Failure: no-access.
 */
export function checkAccess(lab: Lab, profile: ProfileRow, mailbox: ProfileMailbox): Result<null> {
  const row = lab.get<{ enabled: number; trusts: number; account: string | null; sid: string | null }>(
    `SELECT o.enabled, org.trusts_source AS trusts, mailbox.account_sid AS account, person.sid AS sid
     FROM mailbox JOIN directory_object o ON o.id = mailbox.object_id JOIN org ON org.id = o.org_id
       JOIN directory_object person ON person.id = ?
     WHERE mailbox.id = ?`,
    profile.userId,
    mailbox.id,
  );
  if (row === undefined || row.enabled === 1) return ok(null);
  if (row.trusts === 1 && row.account !== null && row.account === row.sid) return ok(null);
  return fail(
    'no-access',
    `${profile.alias} cannot open the mailbox: its account is disabled, and ${row.trusts === 1 ? 'the old account is not the one that opens it' : 'the target organization does not trust the source domain'} (KB328871).`,
  );
}

/**
 * Outlook connects to a mailbox: that logs on and so initializes it (KB842101), compares the .ost with the mailbox, and
 * takes over the mailbox's key where that Outlook does so.
 */
export function openProfile(
  lab: Lab,
  profile: ProfileRow,
  mailbox: ProfileMailbox,
  at: number,
): OpenedProfile {
  logOn(lab, mailbox.id, at);
  const opened = { mailbox: { ...mailbox, initialized: true } };
  const takeKey = (): void => {
    lab.run('UPDATE profile SET cached_key = ? WHERE id = ?', mailbox.ostKey, profile.id);
  };
  if (profile.ostId === null) {
    takeKey();
    const grounds =
      profile.mode === 'online'
        ? modelled('A profile in online mode keeps no offline folder file')
        : modelled('The profile has no offline folder file: one is made at the first synchronization');
    return { ...opened, binding: 'none', message: null, grounds };
  }
  const verdict = checkBindingOnline(profile.outlook, profile.mode, ostRow(lab, profile.ostId), mailbox);
  if (verdict.keyOverwritten) takeKey();
  return { ...opened, binding: verdict.binding, message: verdict.message, grounds: verdict.grounds };
}
