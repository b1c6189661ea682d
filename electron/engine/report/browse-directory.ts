import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';
import { listPage } from './browse-pages.ts';

type ObjectRow = LabOutput<'directory'>['rows'][number];
type StoredObject = Omit<ObjectRow, 'enabled'> & { enabled: number };

const OBJECT = `o.id, o.kind, o.display_name AS displayName, o.alias, o.logon_name AS logonName, o.enabled,
  (SELECT mailbox.id FROM mailbox WHERE mailbox.object_id = o.id) AS mailbox, o.created_by_run AS createdByRun`;

function objectRow(row: StoredObject): ObjectRow {
  return { ...row, enabled: row.enabled === 1 };
}

/** Users and contacts of an organization by display name, a page at a time. */
export function browseDirectory(
  lab: Lab,
  { org, ...wanted }: LabInput<'directory'>,
): Result<LabOutput<'directory'>> {
  const view = {
    name: `directory ${org}`,
    from: 'FROM directory_object o INDEXED BY directory_name WHERE o.org_id = ? AND o.deleted_at IS NULL',
    values: [orgOf(lab, org).id],
    key: ['o.display_name', 'o.id'],
  };
  const page = listPage<StoredObject>(lab, view, OBJECT, wanted);
  return ok({ ...page, rows: page.rows.map(objectRow) });
}

/** One object of a directory with all that identifies it. Failure: unknown-object. */
export function browsePerson(lab: Lab, { object }: LabInput<'person'>): Result<LabOutput<'person'>> {
  const row = lab.get<
    StoredObject & {
      dn: string;
      sid: string | null;
      history: string;
      legacyDn: string | null;
      targetAddress: string | null;
    }
  >(
    `SELECT ${OBJECT}, o.dn, o.sid, o.sid_history AS history, o.legacy_dn AS legacyDn, o.target_address AS targetAddress
     FROM directory_object o WHERE o.id = ? AND o.deleted_at IS NULL`,
    object,
  );
  if (row === undefined)
    return fail('unknown-object', 'This object is not in the directory any more: select another one.');
  const { history, ...shown } = row;
  return ok({
    ...shown,
    enabled: row.enabled === 1,
    sidHistory: history === '' ? [] : history.split(';'),
    proxies: lab.all(
      `SELECT kind, address, added_by_run AS addedByRun FROM proxy_address WHERE object_id = ?
       ORDER BY kind <> 'SMTP', kind, address`,
      object,
    ),
  });
}

type MailboxRow = LabOutput<'mailboxes'>['rows'][number];
type StoredMailbox = Omit<MailboxRow, 'initialized'> & { initialized: number };

/** The mailboxes of a store in the order in which they were made, a page at a time. `items` counts associated messages too. */
export function browseMailboxes(
  lab: Lab,
  { store, ...wanted }: LabInput<'mailboxes'>,
): Result<LabOutput<'mailboxes'>> {
  const view = {
    name: `mailboxes ${store}`,
    from: `FROM mailbox m JOIN directory_object o ON o.id = m.object_id WHERE m.mdb_id = ? AND o.deleted_at IS NULL`,
    values: [store],
    key: ['m.id'],
  };
  const page = listPage<StoredMailbox>(
    lab,
    view,
    `m.id, o.display_name AS displayName, o.alias, m.initialized, m.initialized_by AS initializedBy,
     (SELECT count(*) FROM message WHERE message.mailbox_id = m.id) AS items, m.last_logon AS lastLogon,
     m.created_by_run AS createdByRun`,
    wanted,
  );
  return ok({ ...page, rows: page.rows.map((row) => ({ ...row, initialized: row.initialized === 1 })) });
}
