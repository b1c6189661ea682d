import { fromHex, toHex } from '../../../shared/identity/bytes.ts';
import { encodeFolderEntryId, encodeMessageEntryId } from '../../../shared/identity/entry-id.ts';
import { decodeGid, encodeGid, encodeLongTermId, type Gid } from '../../../shared/identity/gid.ts';
import type { IdentifierKind } from '../../../shared/identity/explain.ts';
import { encodePcl } from '../../../shared/identity/pcl.ts';
import { encodeShortId } from '../../../shared/identity/short-id.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type MailboxRow, mailboxRow } from '../mailbox/mailbox-row.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { changeKeyOf, changeNumberOf, pclOf, type VersionColumns } from '../mailbox/version.ts';
import { replGuid } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';

/** An identifier as the console shows it: what it is, what it names, its bytes. */
export interface Identifier {
  readonly id: string;
  readonly kind: IdentifierKind;
  readonly names: string;
  readonly hex: string;
}

export function identifier(id: string, kind: IdentifierKind, names: string, bytes: Uint8Array): Identifier {
  return { id, kind, names, hex: toHex(bytes) };
}

export function gidOf(lab: Lab, row: RowId): Gid {
  return { replGuid: replGuid(lab, row.repl), gc: row.gc };
}

/** The source key of a row, in hex: how pages name folders and messages. */
export function keyOf(lab: Lab, row: RowId): string {
  return toHex(encodeGid(gidOf(lab, row)));
}

/** The row that a source key names. Null: its namespace is unknown to the lab. */
export function rowOfKey(lab: Lab, hex: string): RowId | null {
  const bytes = fromHex(hex);
  const gid = bytes.ok ? decodeGid(bytes.value) : bytes;
  if (!gid.ok) return null;
  const repl = lab.get<{ id: number }>('SELECT id FROM repl WHERE guid = ?', gid.value.replGuid);
  return repl === undefined ? null : { repl: repl.id, gc: gid.value.gc };
}

/** Failure: unknown-mailbox. */
export function findMailbox(lab: Lab, mailbox: number): Result<MailboxRow> {
  return lab.get('SELECT 1 FROM mailbox WHERE id = ?', mailbox) === undefined
    ? fail('unknown-mailbox', 'This mailbox is not in the lab any more: select another one in the tree.')
    : ok(mailboxRow(lab, mailbox));
}

/** The REPLID under which a store knows a namespace, as a short id; null: the store has never met it. */
function shortId(lab: Lab, mailbox: MailboxRow, row: RowId): Uint8Array | null {
  const found = lab.get<{ replid: number }>(
    'SELECT replid FROM replid WHERE mdb_id = ? AND repl = ?',
    mailbox.mdbId,
    row.repl,
  );
  return found === undefined ? null : encodeShortId({ replid: found.replid, gc: row.gc });
}

function versionIdentifiers(lab: Lab, row: VersionColumns): Identifier[] {
  return [
    identifier('change-number', 'sourceKey', '', changeNumberOf(lab, row)),
    identifier('change-key', 'changeKey', '', changeKeyOf(lab, row)),
    identifier('pcl', 'pcl', '', encodePcl(pclOf(lab, row))),
  ];
}

/** Every identifier of a folder; `path` is what they name. */
export function folderIdentifiers(
  lab: Lab,
  mailbox: MailboxRow,
  row: RowId & VersionColumns,
  path: string,
): Identifier[] {
  const folder = gidOf(lab, row);
  const short = shortId(lab, mailbox, row);
  return [
    identifier('source-key', 'sourceKey', path, encodeGid(folder)),
    identifier('long-term-id', 'longTermId', path, encodeLongTermId(folder)),
    ...(short === null ? [] : [identifier('fid', 'shortId', path, short)]),
    identifier(
      'folder-entry-id',
      'folderEntryId',
      path,
      encodeFolderEntryId({ storeGuid: mailbox.storeGuid, folder }),
    ),
    ...versionIdentifiers(lab, row),
  ];
}

export interface MessageIds extends RowId, VersionColumns {
  readonly folderRepl: number;
  readonly folderGc: number;
  readonly readRepl: number | null;
  readonly readGc: number | null;
  readonly searchKey: Uint8Array;
  readonly subject: string;
}

/** Every identifier of a message. */
export function messageIdentifiers(lab: Lab, mailbox: MailboxRow, row: MessageIds): Identifier[] {
  const message = gidOf(lab, row);
  const folder = gidOf(lab, { repl: row.folderRepl, gc: row.folderGc });
  const short = shortId(lab, mailbox, row);
  const { subject, readRepl, readGc } = row;
  const eid = encodeMessageEntryId({ storeGuid: mailbox.storeGuid, folder, message });
  return [
    identifier('source-key', 'sourceKey', subject, encodeGid(message)),
    ...(short === null ? [] : [identifier('mid', 'shortId', subject, short)]),
    identifier('message-entry-id', 'messageEntryId', subject, eid),
    identifier('search-key', 'opaque', subject, row.searchKey),
    ...versionIdentifiers(lab, row),
    ...(readRepl === null || readGc === null
      ? []
      : [identifier('read-number', 'sourceKey', '', encodeGid(gidOf(lab, { repl: readRepl, gc: readGc })))]),
  ];
}
