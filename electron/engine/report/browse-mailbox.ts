import { encodeStoreEntryId } from '../../../shared/identity/store-entry-id.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Role } from '../mailbox/directory.ts';
import { folderPath } from '../mailbox/folders.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { VersionColumns } from '../mailbox/version.ts';
import type { Lab } from '../store/lab.ts';
import { findMailbox, folderIdentifiers, identifier, keyOf, rowOfKey } from './browse-ids.ts';
import { permissionsOf } from './browse-people.ts';

interface Header {
  id: number;
  displayName: string;
  alias: string;
  initialized: number;
  initializedBy: string | null;
  lastLogon: number | null;
  createdByRun: number | null;
  org: Role;
  object: number;
  store: number;
  storeName: string;
  server: string;
  inTransit: number;
  oofEnabled: number;
  mailboxGuid: Uint8Array;
  storeGuid: Uint8Array;
  ostKey: Uint8Array;
  mapping: Uint8Array;
  legacyDn: string | null;
}

const HEADER = `SELECT m.id, o.display_name AS displayName, o.alias, m.initialized, m.initialized_by AS initializedBy,
    m.last_logon AS lastLogon, m.created_by_run AS createdByRun, org.role AS org, o.id AS object, mdb.id AS store,
    mdb.name AS storeName, server.netbios AS server, m.in_transit AS inTransit, m.oof_enabled AS oofEnabled,
    m.mailbox_guid AS mailboxGuid, m.store_guid AS storeGuid, m.ost_key AS ostKey, mdb.mapping_signature AS mapping,
    o.legacy_dn AS legacyDn
  FROM mailbox m JOIN directory_object o ON o.id = m.object_id JOIN org ON org.id = o.org_id
    JOIN mdb ON mdb.id = m.mdb_id JOIN server ON server.id = mdb.server_id WHERE m.id = ?`;

/** A mailbox and everything that identifies it as a whole. Failure: unknown-mailbox. */
export function browseMailbox(lab: Lab, input: LabInput<'mailbox'>): Result<LabOutput<'mailbox'>> {
  const found = findMailbox(lab, input.mailbox);
  if (!found.ok) return found;
  const header = lab.get<Header>(HEADER, input.mailbox);
  if (header === undefined) throw new Error(`mailbox ${input.mailbox} has no owner`);
  const { mailboxGuid, storeGuid, ostKey, mapping, legacyDn, ...shown } = header;
  const name = shown.displayName;
  const storeEid = encodeStoreEntryId({ server: shown.server, mailboxDn: legacyDn ?? '' });
  return ok({
    ...shown,
    initialized: shown.initialized === 1,
    inTransit: shown.inTransit === 1,
    oofEnabled: shown.oofEnabled === 1,
    identifiers: [
      identifier('store-guid', 'guid', name, storeGuid),
      identifier('mailbox-guid', 'guid', name, mailboxGuid),
      identifier('ost-key', 'opaque', name, ostKey),
      identifier('store-entry-id', 'storeEntryId', name, storeEid),
      identifier('mapping-signature', 'guid', shown.storeName, mapping),
    ],
  });
}

interface FolderColumns extends RowId {
  parentRepl: number | null;
  parentGc: number | null;
  name: string;
  wellKnown: string | null;
  containerClass: string;
  isSearch: number;
}

const FOLDER = `repl, gc, parent_repl AS parentRepl, parent_gc AS parentGc, name, well_known AS wellKnown,
  container_class AS containerClass, is_search AS isSearch`;

function shownFolder(lab: Lab, row: FolderColumns): Omit<LabOutput<'folders'>['folders'][number], 'items'> {
  const { parentRepl, parentGc } = row;
  return {
    key: keyOf(lab, row),
    parent: parentRepl === null || parentGc === null ? null : keyOf(lab, { repl: parentRepl, gc: parentGc }),
    name: row.name,
    wellKnown: row.wellKnown,
    containerClass: row.containerClass,
    isSearch: row.isSearch === 1,
  };
}

/** All folders of a mailbox with the number of messages in each, counted through the index alone. Failure: unknown-mailbox. */
export function browseFolders(lab: Lab, input: LabInput<'folders'>): Result<LabOutput<'folders'>> {
  const mailbox = findMailbox(lab, input.mailbox);
  if (!mailbox.ok) return mailbox;
  const folders = lab.all<FolderColumns & { items: number }>(
    `SELECT ${FOLDER}, (SELECT count(*) FROM message INDEXED BY message_folder WHERE message.mailbox_id = folder.mailbox_id
       AND message.folder_repl = folder.repl AND message.folder_gc = folder.gc) AS items
     FROM folder WHERE mailbox_id = ? ORDER BY name COLLATE NOCASE, repl, gc`,
    input.mailbox,
  );
  return ok({ folders: folders.map((row) => ({ ...shownFolder(lab, row), items: row.items })) });
}

/** Failure: unknown-folder. */
export function findFolder(
  lab: Lab,
  mailbox: MailboxRow,
  key: string,
): Result<FolderColumns & VersionColumns & { lastMod: number }> {
  const id = rowOfKey(lab, key);
  const row =
    id === null
      ? undefined
      : lab.get<FolderColumns & VersionColumns & { lastMod: number }>(
          `SELECT ${FOLDER}, cn_repl AS cnRepl, cn_gc AS cnGc, change_key AS changeKey, pcl, last_mod AS lastMod
           FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?`,
          mailbox.id,
          id.repl,
          id.gc,
        );
  return row === undefined
    ? fail('unknown-folder', 'This folder is not in the mailbox any more: select another one in the tree.')
    : ok(row);
}

/** One folder: its identifiers, and who may do what in it. Failures: unknown-mailbox, unknown-folder. */
export function browseFolder(lab: Lab, input: LabInput<'folder'>): Result<LabOutput<'folder'>> {
  const mailbox = findMailbox(lab, input.mailbox);
  if (!mailbox.ok) return mailbox;
  const row = findFolder(lab, mailbox.value, input.folder);
  if (!row.ok) return row;
  const path = folderPath(lab, mailbox.value.id, row.value);
  return ok({
    ...shownFolder(lab, row.value),
    path,
    lastMod: row.value.lastMod,
    identifiers: folderIdentifiers(lab, mailbox.value, row.value, path.join('\\')),
    permissions: permissionsOf(lab, mailbox.value, row.value).map(({ folder: _, ...entry }) => entry),
  });
}
