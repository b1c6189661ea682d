import type { Lab } from '../store/lab.ts';
import { gidSql } from './gid-sql.ts';
import { naiveIdset } from './naive-idset.ts';
import type { Hex, ModelLab, ModelOst, ModelOstFolder, ModelProfile } from './model-types.ts';

interface OstRow {
  id: number;
  status: string;
  storeGuid: Hex;
  ostKey: Hex;
  given: Hex;
  seen: Hex;
}

interface OstFolderRow {
  gid: Hex;
  isLocal: number;
  given: Hex;
  seen: Hex;
  seenFai: Hex;
  read: Hex;
}

function readOst(lab: Lab, row: OstRow): ModelOst {
  const folders = lab.all<OstFolderRow>(
    `SELECT ${gidSql('ost_folder.repl', 'gc')} AS gid, is_local AS isLocal, lower(hex(given)) AS given, lower(hex(seen)) AS seen,
       lower(hex(seen_fai)) AS seenFai, lower(hex(read)) AS read FROM ost_folder WHERE ost_id = ?`,
    row.id,
  );
  return {
    ...row,
    given: naiveIdset(row.given),
    seen: naiveIdset(row.seen),
    folders: new Map(
      folders.map((folder): [Hex, ModelOstFolder] => [
        folder.gid,
        {
          gid: folder.gid,
          isLocal: folder.isLocal === 1,
          given: naiveIdset(folder.given),
          seen: naiveIdset(folder.seen),
          seenFai: naiveIdset(folder.seenFai),
          read: naiveIdset(folder.read),
        },
      ]),
    ),
    pending: lab.all<{ gid: Hex; kind: string; searchKey: Hex }>(
      `SELECT ${gidSql('ost_item.repl', 'gc')} AS gid, pending AS kind, lower(hex(search_key)) AS searchKey
       FROM ost_item WHERE ost_id = ? AND pending <> 'none' ORDER BY 1`,
      row.id,
    ),
  };
}

/** Reads workstations: Outlook profiles and .ost files. */
export function readClients(lab: Lab): Pick<ModelLab, 'profiles' | 'osts'> {
  const osts = lab.all<OstRow>(
    `SELECT id, status, lower(hex(store_guid)) AS storeGuid, lower(hex(ost_key)) AS ostKey, lower(hex(h_given)) AS given,
       lower(hex(h_seen)) AS seen FROM ost`,
  );
  return {
    profiles: lab.all<ModelProfile>(
      `SELECT id, user_id AS user, outlook, mode, mailbox_dn AS mailboxDn, lower(hex(cached_key)) AS cachedKey, ost_id AS ost
       FROM profile ORDER BY id`,
    ),
    osts: new Map(osts.map((row) => [row.id, readOst(lab, row)])),
  };
}
