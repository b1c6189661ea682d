import { decodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import { toHex } from '../../../shared/identity/bytes.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';

/** A person as an address book entry ID names them. */
export interface NamedPerson {
  readonly name: string;
  /** Whether the mailbox's own directory answers to the DN. */
  readonly resolves: boolean;
  /** The address book entry ID in hex; empty for default and anonymous. */
  readonly entryId: string;
}

interface Known {
  readonly name: string;
  readonly own: number;
}

const KNOWN = `SELECT o.display_name AS name, o.org_id = (SELECT org_id FROM directory_object WHERE id = ?) AS own
  FROM directory_object o WHERE o.deleted_at IS NULL AND`;

/** The person behind an address book entry ID, looked up in the directory of the mailbox's organization. */
export function personOf(lab: Lab, mailbox: MailboxRow, eid: Uint8Array): NamedPerson {
  const decoded = decodeAddressBookEntryId(eid);
  const dn = decoded.ok ? decoded.value.dn : '';
  const known = [
    ...lab.all<Known>(`${KNOWN} o.legacy_dn = ? COLLATE NOCASE`, mailbox.objectId, dn),
    ...lab.all<Known>(
      `${KNOWN} EXISTS(SELECT 1 FROM proxy_address p WHERE p.object_id = o.id AND p.kind = 'X500' AND p.address = ?)`,
      mailbox.objectId,
      dn,
    ),
  ];
  return {
    name: known[0]?.name ?? dn.slice(dn.lastIndexOf('=') + 1),
    resolves: known.some((each) => each.own === 1),
    entryId: toHex(eid),
  };
}

export interface Permission extends NamedPerson {
  readonly folder: RowId;
  readonly rights: number;
}

/** Permissions in one folder, or in all of a mailbox. Members 0 and -1 are default and anonymous (MS-OXCPERM). */
export function permissionsOf(lab: Lab, mailbox: MailboxRow, folder: RowId | null): Permission[] {
  const rows = lab.all<RowId & { member: number; eid: Uint8Array; rights: number }>(
    `SELECT folder_repl AS repl, folder_gc AS gc, member_id AS member, ab_eid AS eid, rights FROM acl
     WHERE mailbox_id = ?${folder === null ? '' : ' AND folder_repl = ? AND folder_gc = ?'}
     ORDER BY folder_repl, folder_gc, member_id`,
    mailbox.id,
    ...(folder === null ? [] : [folder.repl, folder.gc]),
  );
  return rows.map(({ repl, gc, member, eid, rights }) => {
    const person =
      eid.length === 0
        ? { name: member === 0 ? 'Default' : 'Anonymous', resolves: true, entryId: '' }
        : personOf(lab, mailbox, eid);
    return { ...person, folder: { repl, gc }, rights };
  });
}
