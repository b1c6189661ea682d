import type { LabInput, LabOutput } from '../../../../shared/ipc/lab-commands.ts';
import { ccMailAddress } from '../../../../shared/lab/post-office.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Lab } from '../../store/lab.ts';
import { localUsers } from './plan-accounts.ts';
import { logOnToPostOffice, postOfficeNamed } from './post-office.ts';

/** `postOfficeLogon`: what a post office holds, for those who know its password. */
export function postOfficeLogon(
  lab: Lab,
  input: LabInput<'postOfficeLogon'>,
): Result<LabOutput<'postOfficeLogon'>> {
  const opened = logOnToPostOffice(lab, input.directory, input.name, input.password);
  if (!opened.ok) return opened;
  const { id, name, directory, database, release } = opened.value;
  const boards = lab.get<{ count: number }>(
    "SELECT count(*) AS count FROM po_folder WHERE po_id = ? AND kind = 'bulletin-board'",
    id,
  );
  return ok({
    name,
    directory,
    database,
    release,
    users: localUsers(lab, id).length,
    bulletinBoards: boards?.count ?? 0,
  });
}

/** The users of a post office as accounts of the wizard's list; `alias` is the user's key. Failure code: post-office-name. */
export function listPostOfficeUsers(lab: Lab, postOffice: string): Result<LabOutput<'accounts'>> {
  const office = postOfficeNamed(lab, postOffice);
  if (!office.ok) return office;
  const { id, name } = office.value;
  const held = new Map(
    lab
      .all<{ user: number; items: number; bytes: number }>(
        `SELECT f.user_id AS user, count(*) AS items, sum(m.size) AS bytes FROM po_message m
         JOIN po_folder f ON f.id = m.folder_id WHERE f.po_id = ? AND f.user_id IS NOT NULL GROUP BY f.user_id`,
        id,
      )
      .map((row) => [row.user, row]),
  );
  return ok({
    accounts: localUsers(lab, id).map((user) => ({
      alias: user.key,
      displayName: user.name,
      address: ccMailAddress(user.key, name),
      items: held.get(user.id)?.items ?? 0,
      bytes: held.get(user.id)?.bytes ?? 0,
    })),
  });
}
