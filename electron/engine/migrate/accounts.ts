import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { listPostOfficeUsers } from './import/ask-post-office.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';

/**
 * The accounts that can be chosen for a migration: users of a post office if one is named, else mailboxes of the source, of
 * one server if one is named. Bytes: messages. Failure code: post-office-name.
 */
export function listAccounts(lab: Lab, input: LabInput<'accounts'>): Result<LabOutput<'accounts'>> {
  if (input.postOffice !== undefined) return listPostOfficeUsers(lab, input.postOffice);
  const accounts = lab.all<LabOutput<'accounts'>['accounts'][number]>(
    `SELECT o.alias AS alias, o.display_name AS displayName,
       coalesce((SELECT address FROM proxy_address p WHERE p.object_id = o.id AND p.kind = 'SMTP' ORDER BY address LIMIT 1), '') AS address,
       (SELECT count(*) FROM message WHERE mailbox_id = m.id) AS items,
       coalesce((SELECT sum(size) FROM message WHERE mailbox_id = m.id), 0) AS bytes
     FROM mailbox m JOIN directory_object o ON o.id = m.object_id JOIN mdb ON mdb.id = m.mdb_id JOIN server ON server.id = mdb.server_id
     WHERE o.org_id = ?1 AND o.deleted_at IS NULL AND (?2 IS NULL OR server.netbios = ?2 COLLATE NOCASE) ORDER BY m.id`,
    orgOf(lab, 'source').id,
    input.server ?? null,
  );
  return ok({ accounts });
}
