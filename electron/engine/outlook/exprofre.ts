import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { orgOf } from '../mailbox/directory.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { recordAct } from './act.ts';
import { profileIds, profileMailbox, profileOf, type ProfileRow, profileRow } from './profile-row.ts';
import { newHomeOf, rePoint, type SideFiles, sideFiles } from './re-point.ts';

type Outcome = LabOutput<'exprofre'>['profiles'][number];
type Input = LabInput<'exprofre'>;

const MINUTE_MS = 60_000;

const UNTOUCHED: SideFiles = {
  oab: 'unchanged',
  favourites: 'unchanged',
  ost: 'unchanged',
  nicknames: 'unchanged',
};

function checkGc(lab: Lab, name: string): Result<null> {
  const target = orgOf(lab, 'target');
  const gcs = lab.all<{ netbios: string; fqdn: string }>(
    "SELECT netbios, fqdn FROM server JOIN admin_group g ON g.id = admin_group_id WHERE g.org_id = ? AND role = 'gc' ORDER BY server.id",
    target.id,
  );
  const wanted = name.toLowerCase();
  if (gcs.some((gc) => [gc.netbios, gc.fqdn].some((known) => known.toLowerCase() === wanted)))
    return ok(null);
  const known = gcs.map((gc) => gc.fqdn).join(', ');
  return fail(
    'unknown-gc',
    `/targetgc=${name}: that is no global catalog server of ${target.name}; ${known === '' ? 'it has none' : `use ${known}`}.`,
  );
}

/** A profile whose mailbox did not change its name: with /s only the server's name is set right. */
function sameMailbox(lab: Lab, profile: ProfileRow, input: Input): Outcome {
  const server = lab.get<{ netbios: string }>(
    `SELECT server.netbios FROM directory_object o JOIN mailbox ON mailbox.object_id = o.id JOIN mdb ON mdb.id = mailbox.mdb_id
       JOIN server ON server.id = mdb.server_id WHERE o.legacy_dn = ? AND o.deleted_at IS NULL`,
    profile.mailboxDn,
  )?.netbios;
  if (input.s !== true || server === undefined || server === profile.serverName) {
    return {
      user: profile.alias,
      changed: false,
      ...UNTOUCHED,
      log: [`${profile.alias}: the profile points to the new mailbox already; nothing to do.`],
    };
  }
  if (input.r !== true) lab.run('UPDATE profile SET server_name = ? WHERE id = ?', server, profile.id);
  return {
    user: profile.alias,
    changed: input.r !== true,
    ...UNTOUCHED,
    log: [`${profile.alias}: server name ${profile.serverName} -> ${server}.`],
  };
}

function notFound(profile: ProfileRow): Outcome {
  return {
    user: profile.alias,
    changed: false,
    ...UNTOUCHED,
    log: [
      `${profile.alias}: no mailbox of the target organization has the X500 address ${profile.mailboxDn}; the profile stays as it is.`,
    ],
  };
}

function one(lab: Lab, profile: ProfileRow, input: Input): Outcome {
  const home = newHomeOf(lab, profile.mailboxDn);
  if (home === null) {
    const present = profileMailbox(lab, profile.mailboxDn);
    return present?.role === 'target' ? sameMailbox(lab, profile, input) : notFound(profile);
  }
  const readOnly = input.r === true;
  const files = readOnly ? sideFiles(profile, input) : rePoint(lab, profile, home, input);
  const log = [
    `${profile.alias}: ${readOnly ? 'would point' : 'now points'} to ${home.legacyDn} on ${home.server}.`,
  ];
  if (input.v === true) {
    log.push(
      `Before: ${profile.mailboxDn} on ${profile.serverName}, Outlook ${profile.outlook}.`,
      `Offline address book: ${files.oab}. Favourites: ${files.favourites}. Nicknames: ${files.nicknames}.`,
      `Offline folder file: ${files.ost}${profile.outlook === '2003' ? ' (Outlook 2003 always keeps it)' : ''}.`,
    );
  }
  return { user: profile.alias, changed: !readOnly, ...files, log };
}

/**
 * `lab exprofre`: Exprofre.exe on the users' workstations. A migration alone changes no profile. It finds the new
 * mailbox by the X500 address that Mailmig stamped, at the global catalog named by /targetgc. What it does to the files
 * beside the profile: Windows IT Pro 43603 and the Exchange 2003 deployment guide; what it writes into its log is modelled.
 * Failures: unknown-gc, unknown-alias, no-profile.
 */
export function exprofre(lab: Lab, input: Input): Result<LabOutput<'exprofre'>> {
  return lab.transact(() => {
    const gc = checkGc(lab, input.targetgc);
    if (!gc.ok) return gc;
    let ids: readonly number[];
    if (input.user.toLowerCase() === 'all') ids = profileIds(lab);
    else {
      const profile = profileOf(lab, input.user);
      if (!profile.ok) return profile;
      ids = [profile.value.id];
    }
    if (input.r !== true) {
      const { user, targetgc, file: _, ...switches } = input;
      recordAct(lab, passTime(lab, MINUTE_MS), 'exprofre', { user, targetgc, ...switches });
    }
    const profiles = ids.map((id) => one(lab, profileRow(lab, id), input));
    return ok({ profiles: input.q === true ? profiles.map((each) => ({ ...each, log: [] })) : profiles });
  });
}
