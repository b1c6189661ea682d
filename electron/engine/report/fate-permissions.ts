import { decodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import { bytesEqual } from '../../../shared/identity/bytes.ts';
import type { Fate } from '../../../shared/outcome/fate.ts';
import { fateOf } from '../../../shared/outcome/ledger.ts';
import type { FateContext } from './fate-context.ts';

interface AclRow {
  readonly repl: number;
  readonly gc: number;
  readonly eid: Uint8Array;
}

interface DelegateRow {
  readonly eid: Uint8Array;
  readonly name: string;
}

function dnOf(eid: Uint8Array): string {
  const entry = decodeAddressBookEntryId(eid);
  return entry.ok ? entry.value.dn : '';
}

/** The name of the person whom a DN in an address book entry ID means; for one nobody knows, the end of the DN. */
function personName(context: FateContext, dn: string): string {
  const known = context.lab.get<{ name: string }>(
    'SELECT display_name AS name FROM directory_object WHERE legacy_dn = ? LIMIT 1',
    dn,
  );
  return known?.name ?? dn.slice(dn.lastIndexOf('=') + 1);
}

function folderPermissions(context: FateContext): Fate[] {
  const { lab, source, target } = context;
  const entries = (mailbox: number): AclRow[] =>
    lab.all<AclRow>(
      `SELECT folder_repl AS repl, folder_gc AS gc, ab_eid AS eid FROM acl WHERE mailbox_id = ? AND length(ab_eid) > 0
        ORDER BY folder_repl, folder_gc, member_id`,
      mailbox,
    );
  const there = entries(target.id);
  return entries(source.id).map((entry) => {
    const dn = dnOf(entry.eid);
    const name = `${context.sourcePath(entry).join('\\')}: ${personName(context, dn)}`;
    const folder = context.counterpart(entry);
    const carried = there.some(
      (row) => row.repl === folder?.repl && row.gc === folder.gc && bytesEqual(row.eid, entry.eid),
    );
    if (!carried) return fateOf(name, 'permission-not-carried');
    return fateOf(name, context.resolvesDn(dn) ? 'permission-resolves' : 'permission-unknown');
  });
}

function delegates(context: FateContext): Fate[] {
  const { lab, source, target } = context;
  const entries = (mailbox: number): DelegateRow[] =>
    lab.all<DelegateRow>(
      'SELECT ab_eid AS eid, display_name AS name FROM delegate WHERE mailbox_id = ? ORDER BY ord',
      mailbox,
    );
  const there = entries(target.id);
  return entries(source.id).map((entry) => {
    const name = `Delegate ${entry.name}`;
    if (!there.some((row) => bytesEqual(row.eid, entry.eid))) return fateOf(name, 'delegate-not-carried');
    return fateOf(name, context.resolvesDn(dnOf(entry.eid)) ? 'delegate-resolves' : 'delegate-unknown');
  });
}

/** What became of folder permissions and delegates: whether they were carried, and whether the target directory answers their DNs. */
export function permissionFates(context: FateContext): Fate[] {
  return [...folderPermissions(context), ...delegates(context)];
}
