import type { Fate } from '../../../shared/outcome/fate.ts';
import { fateOf, type LedgerId, worstId } from '../../../shared/outcome/ledger.ts';
import { DEFAULT_RECEIVE_FOLDERS } from '../mailbox/folder-layout.ts';
import { type RowId, rowKey } from '../mailbox/row-id.ts';
import { compareShortIds, type FateContext, type Resolution } from './fate-context.ts';

interface ScopeRow extends RowId {
  readonly ord: number;
  readonly fid: Uint8Array;
}

const SEARCH_FATE: Readonly<Record<Resolution, LedgerId>> = {
  right: 'search-translated',
  wrong: 'search-wrong',
  nothing: 'search-not-found',
};

const RECEIVE_FATE: Readonly<Record<Resolution, LedgerId>> = {
  right: 'receive-folder-translated',
  wrong: 'receive-folder-wrong',
  nothing: 'receive-folder-not-found',
};

/** What became of the search folders: one fate each, by the worst of its scopes. */
export function searchFates(context: FateContext): Fate[] {
  const { lab, source, target } = context;
  const scopes = (mailbox: number): ScopeRow[] =>
    lab.all<ScopeRow>(
      'SELECT folder_repl AS repl, folder_gc AS gc, ord, scope_fid AS fid FROM search_scope WHERE mailbox_id = ? ORDER BY folder_repl, folder_gc, ord',
      mailbox,
    );
  const before = scopes(source.id);
  const after = scopes(target.id);
  const folders = new Map(before.map((row) => [rowKey(row), row]));
  return [...folders.values()].map((folder) => {
    const name = `Search folder ${context.sourcePath(folder).at(-1) ?? ''}`;
    const there = context.counterpart(folder);
    const ids = before
      .filter((row) => rowKey(row) === rowKey(folder))
      .map((row): LedgerId => {
        const carried = after.find(
          (other) => there !== null && rowKey(other) === rowKey(there) && other.ord === row.ord,
        );
        return carried === undefined
          ? 'search-not-carried'
          : SEARCH_FATE[compareShortIds(context, row.fid, carried.fid)];
      });
    return fateOf(name, worstId(ids, 'search-not-carried'));
  });
}

interface ReceiveRow {
  readonly class: string;
  readonly fid: Uint8Array;
}

/** What became of the receive-folder table. Only the default entries are made anew by a new mailbox. */
export function receiveFolderFates(context: FateContext): Fate[] {
  const { lab, source, target } = context;
  const rows = (mailbox: number): ReceiveRow[] =>
    lab.all<ReceiveRow>(
      'SELECT message_class AS class, fid FROM receive_folder WHERE mailbox_id = ? ORDER BY message_class',
      mailbox,
    );
  const there = new Map(rows(target.id).map((row) => [row.class.toLowerCase(), row]));
  const isDefault = (name: string): boolean =>
    DEFAULT_RECEIVE_FOLDERS.some(([standard]) => standard.toLowerCase() === name.toLowerCase());
  // A cloned Inbox has the source's id; one that the target made has not.
  const inbox = (mailbox: number): RowId | undefined =>
    lab.get<RowId>("SELECT repl, gc FROM folder WHERE mailbox_id = ? AND well_known = 'inbox'", mailbox);
  const was = inbox(source.id);
  const is = inbox(target.id);
  const ownFolders = was === undefined || is === undefined || rowKey(was) !== rowKey(is);
  return rows(source.id).map((row) => {
    const name = `Receive folder for ${row.class === '' ? 'all other classes' : row.class}`;
    const carried = there.get(row.class.toLowerCase());
    if (carried === undefined) return fateOf(name, 'receive-folder-not-carried');
    const resolution = compareShortIds(context, row.fid, carried.fid);
    if (resolution === 'right' && ownFolders && isDefault(row.class))
      return fateOf(name, 'receive-folder-rebuilt');
    return fateOf(name, RECEIVE_FATE[resolution]);
  });
}
