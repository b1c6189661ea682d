import type { Lab } from '../store/lab.ts';
import { composeOffline } from '../outlook/compose.ts';
import { makeOst } from '../outlook/new-ost.ts';
import { profileRow } from '../outlook/profile-row.ts';
import type { Building } from './building.ts';
import { firstFreeXid } from './fill-mailbox.ts';
import type { NewMailbox } from './new-mailbox.ts';
import { LAB_START } from './world.ts';

/** Sets up the workstation of a mailbox's owner: Outlook's profile, the side files ExProfRe knows of, and the .ost. */
export function addWorkstation(building: Building, lab: Lab, mailbox: NewMailbox): void {
  const { spec } = mailbox;
  const workstation = lab.run(
    'INSERT INTO workstation(name, user_id) VALUES(?, ?)',
    `${building.world.source.netbios}-WS${String(mailbox.ordinal + 1).padStart(5, '0')}`,
    mailbox.objectId,
  ).lastInsertRowid;
  const profileId = lab.run(
    `INSERT INTO profile(workstation_id, user_id, outlook, mode, server_name, mailbox_dn, cached_key, ost_id, favourites, nicknames, oab)
     VALUES(?, ?, ?, ?, ?, ?, ?, NULL, 'present', 'present', 'present')`,
    workstation,
    mailbox.objectId,
    spec.outlook,
    spec.profileMode,
    mailbox.store.server,
    mailbox.legacyDn,
    mailbox.ostKey,
  ).lastInsertRowid;
  if (spec.profileMode === 'online') return;
  makeOst(lab, profileId, { xidNext: firstFreeXid(spec), spaces: building.spaces });
  if (spec.unsynchronised === 0) return;
  const written = composeOffline(lab, profileRow(lab, profileId), spec.unsynchronised, LAB_START);
  if (!written.ok) throw new Error(written.failure.message);
}
