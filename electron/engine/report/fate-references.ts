import { bytesEqual } from '../../../shared/identity/bytes.ts';
import {
  decodeFolderEntryId,
  decodeMessageEntryId,
  type FolderEntryId,
  FOLDER_ENTRY_ID_SIZE,
} from '../../../shared/identity/entry-id.ts';
import type { Gid } from '../../../shared/identity/gid.ts';
import { decodeStoreEntryId } from '../../../shared/identity/store-entry-id.ts';
import type { Fate } from '../../../shared/outcome/fate.ts';
import { fateOf, type LedgerId } from '../../../shared/outcome/ledger.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { compareFolders, type FateContext } from './fate-context.ts';

export interface ReferenceRow {
  readonly holder: string;
  readonly prop: number;
  readonly slot: number;
  readonly eid: Uint8Array;
}

/** What people call the properties that hold folder entry IDs (MS-OXPROPS). */
const PROPERTY_NAMES: ReadonlyMap<number, string> = new Map([
  [0x36d0, 'Calendar'],
  [0x36d1, 'Contacts'],
  [0x36d2, 'Journal'],
  [0x36d3, 'Notes'],
  [0x36d4, 'Tasks'],
  [0x36d7, 'Drafts'],
  [0x36d8, 'Special folders'],
  [0x36e4, 'Free/busy'],
  [0x6845, 'Search folder definition'],
]);

/** Entries of 0x36D8 in their slots (MS-OXOSFLD 2.2.4). */
const SPECIAL = ['Conflicts', 'Sync Issues', 'Local Failures', 'Server Failures', 'Junk E-mail'];

/** What a person calls an entry ID in a property. */
export function nameOf(row: ReferenceRow): string {
  const hex = `0x${row.prop.toString(16).toUpperCase().padStart(4, '0')}`;
  const special = row.prop === 0x36d8 ? SPECIAL[row.slot] : undefined;
  const what = special ?? PROPERTY_NAMES.get(row.prop) ?? 'Entry ID';
  const holder = row.holder.startsWith('fai:') ? row.holder.slice('fai:'.length) : row.holder;
  return `${what} (${hex}${row.slot > 0 || row.prop === 0x36d8 ? `[${row.slot}]` : ''} on ${holder})`;
}

/** Where an entry ID leads in a mailbox: the ProviderUID has to be its store GUID, and the folder or message its own. */
interface Led {
  readonly folder: RowId;
  readonly message: RowId | null;
}

function rowOf(lab: Lab, gid: Gid): RowId | null {
  const repl = lab.get<{ id: number }>('SELECT id FROM repl WHERE guid = ?', gid.replGuid);
  return repl === undefined ? null : { repl: repl.id, gc: gid.gc };
}

/** Where an entry ID leads in a mailbox; null: nowhere. */
export function follow(lab: Lab, mailbox: MailboxRow, eid: Uint8Array): Led | null {
  const message = eid.length === FOLDER_ENTRY_ID_SIZE ? null : decodeMessageEntryId(eid);
  const decoded: FolderEntryId | null =
    message === null
      ? ((folder) => (folder.ok ? folder.value : null))(decodeFolderEntryId(eid))
      : message.ok
        ? message.value
        : null;
  if (decoded === null || !bytesEqual(decoded.storeGuid, mailbox.storeGuid)) return null;
  const folder = rowOf(lab, decoded.folder);
  if (folder === null) return null;
  if (message === null) return { folder, message: null };
  const item = message.ok ? rowOf(lab, message.value.message) : null;
  if (item === null) return null;
  const there = lab.get(
    'SELECT 1 FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ? AND folder_repl = ? AND folder_gc = ?',
    mailbox.id,
    item.repl,
    item.gc,
    folder.repl,
    folder.gc,
  );
  return there === undefined ? null : { folder, message: item };
}

function referenceFate(
  context: FateContext,
  before: ReferenceRow,
  after: ReferenceRow | undefined,
): LedgerId {
  const { lab, source, target } = context;
  if (after === undefined) return 'reference-not-carried';
  if (decodeStoreEntryId(after.eid).ok) return 'store-reference-stale';
  const led = follow(lab, target, after.eid);
  if (led === null) return 'reference-not-found';
  const same = bytesEqual(before.eid, after.eid);
  if (led.message !== null) return same ? 'reference-kept' : 'reference-rebuilt';
  const meant = follow(lab, source, before.eid);
  if (compareFolders(context, meant?.folder ?? null, led.folder) !== 'right') return 'reference-wrong';
  return same ? 'reference-kept' : 'reference-rebuilt';
}

/** Whether the target has the hidden message that holds an entry ID (`fai:` and its subject). */
function isCarried(context: FateContext, holder: string): boolean {
  return (
    holder.startsWith('fai:') &&
    context.lab.get(
      'SELECT 1 FROM message WHERE mailbox_id = ? AND is_fai = 1 AND subject = ?',
      context.target.id,
      holder.slice('fai:'.length),
    ) !== undefined
  );
}

/** What became of every entry ID that a property of the source mailbox holds, followed in the target as Outlook would. */
export function entryIdFates(context: FateContext): Fate[] {
  const { lab, source, target } = context;
  const rows = (mailbox: number): ReferenceRow[] =>
    lab.all<ReferenceRow>(
      'SELECT holder, prop, slot, eid FROM folder_ref WHERE mailbox_id = ? ORDER BY holder, prop, slot',
      mailbox,
    );
  const keyOf = (row: ReferenceRow): string => `${row.holder}/${row.prop}/${row.slot}`;
  const there = new Map(rows(target.id).map((row) => [keyOf(row), row]));
  return rows(source.id).map((row) => {
    // A hidden message that was merged like any other holds its entry IDs as they were.
    const carried = there.get(keyOf(row)) ?? (isCarried(context, row.holder) ? row : undefined);
    return fateOf(nameOf(row), referenceFate(context, row, carried));
  });
}
