import { toHex } from '../../../shared/identity/bytes.ts';
import { FOLDER_ENTRY_ID_SIZE } from '../../../shared/identity/entry-id.ts';
import { decodeRuleActions } from '../../../shared/identity/rule-actions.ts';
import { encodeShortId } from '../../../shared/identity/short-id.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { folderPaths } from '../mailbox/folders.ts';
import type { MailboxRow } from '../mailbox/mailbox-row.ts';
import { resolveShortId } from '../mailbox/replids.ts';
import { type RowId, rowKey } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { findMailbox } from './browse-ids.ts';
import { permissionsOf, personOf } from './browse-people.ts';
import { follow, nameOf, type ReferenceRow } from './fate-references.ts';

type Holdings = LabOutput<'holdings'>;
type PathOf = (row: RowId | null) => string[] | null;

/** ST_ENABLED of PidTagRuleState (MS-OXORULE 2.2.1.3.1.3). */
const ENABLED = 1;

function rulesOf(lab: Lab, mailbox: MailboxRow, pathOf: PathOf): Holdings['rules'] {
  return lab
    .all<RowId & { name: string; state: number; condition: string; actions: Uint8Array }>(
      `SELECT folder_repl AS repl, folder_gc AS gc, name, state, condition, actions FROM rule WHERE mailbox_id = ?
       ORDER BY sequence, rule_id`,
      mailbox.id,
    )
    .map((row) => {
      const actions = decodeRuleActions(row.actions);
      return {
        name: row.name,
        folder: pathOf(row) ?? [],
        enabled: (row.state & ENABLED) !== 0,
        condition: row.condition,
        does: (actions.ok ? actions.value : []).map((action) => ({
          op: action.op,
          leads:
            (action.op === 'move' || action.op === 'copy') && action.inThisStore
              ? pathOf(resolveShortId(lab, mailbox.mdbId, encodeShortId(action.folder)))
              : null,
        })),
        actions: toHex(row.actions),
      };
    });
}

function searchFoldersOf(lab: Lab, mailbox: MailboxRow, pathOf: PathOf): Holdings['searchFolders'] {
  const folders = lab.all<RowId & { name: string }>(
    'SELECT repl, gc, name FROM folder WHERE mailbox_id = ? AND is_search = 1 ORDER BY name, repl, gc',
    mailbox.id,
  );
  return folders.map((folder) => ({
    name: folder.name,
    scope: lab
      .all<{ fid: Uint8Array }>(
        'SELECT scope_fid AS fid FROM search_scope WHERE mailbox_id = ? AND folder_repl = ? AND folder_gc = ? ORDER BY ord',
        mailbox.id,
        folder.repl,
        folder.gc,
      )
      .map(({ fid }) => ({ fid: toHex(fid), leads: pathOf(resolveShortId(lab, mailbox.mdbId, fid)) })),
  }));
}

function referencesOf(lab: Lab, mailbox: MailboxRow, pathOf: PathOf): Holdings['references'] {
  return lab
    .all<ReferenceRow>(
      'SELECT holder, prop, slot, eid FROM folder_ref WHERE mailbox_id = ? ORDER BY holder, prop, slot',
      mailbox.id,
    )
    .map((row) => ({
      name: nameOf(row),
      holder: row.holder,
      leads: pathOf(follow(lab, mailbox, row.eid)?.folder ?? null),
      kind: row.eid.length === FOLDER_ENTRY_ID_SIZE ? 'folderEntryId' : 'messageEntryId',
      hex: toHex(row.eid),
    }));
}

/** What in a mailbox refers to folders, messages and people, and where that leads today. Failure: unknown-mailbox. */
export function browseHoldings(lab: Lab, input: LabInput<'holdings'>): Result<Holdings> {
  const found = findMailbox(lab, input.mailbox);
  if (!found.ok) return found;
  const mailbox = found.value;
  const paths = folderPaths(lab, mailbox.id);
  const pathOf: PathOf = (row) => (row === null ? null : (paths.get(rowKey(row)) ?? null));
  return ok({
    rules: rulesOf(lab, mailbox, pathOf),
    delegates: lab
      .all<{ eid: Uint8Array }>(
        'SELECT ab_eid AS eid FROM delegate WHERE mailbox_id = ? ORDER BY ord',
        mailbox.id,
      )
      .map(({ eid }) => personOf(lab, mailbox, eid)),
    permissions: permissionsOf(lab, mailbox, null).map((entry) => ({
      ...entry,
      folder: pathOf(entry.folder) ?? [],
    })),
    searchFolders: searchFoldersOf(lab, mailbox, pathOf),
    references: referencesOf(lab, mailbox, pathOf),
    receiveFolders: lab
      .all<{ messageClass: string; fid: Uint8Array }>(
        'SELECT message_class AS messageClass, fid FROM receive_folder WHERE mailbox_id = ? ORDER BY message_class',
        mailbox.id,
      )
      .map(({ messageClass, fid }) => ({
        messageClass,
        fid: toHex(fid),
        leads: pathOf(resolveShortId(lab, mailbox.mdbId, fid)),
      })),
  });
}
