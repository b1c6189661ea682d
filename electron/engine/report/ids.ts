import { toHex } from '../../../shared/identity/bytes.ts';
import { encodeFolderEntryId, encodeMessageEntryId } from '../../../shared/identity/entry-id.ts';
import { encodeGid, type Gid } from '../../../shared/identity/gid.ts';
import { encodePcl } from '../../../shared/identity/pcl.ts';
import { decodeRuleActions } from '../../../shared/identity/rule-actions.ts';
import { encodeShortId } from '../../../shared/identity/short-id.ts';
import { serverXid } from '../../../shared/identity/xid.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { mailboxOf, type MailboxOfPerson } from '../mailbox/directory.ts';
import { folderPaths } from '../mailbox/folders.ts';
import { type MailboxRow, mailboxRow } from '../mailbox/mailbox-row.ts';
import { resolveShortId } from '../mailbox/replids.ts';
import { rowKey } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';

type Ids = LabOutput<'ids'>;

/** What every row with a version has, as the queries below name it. */
interface VersionedRow {
  repl: number;
  gc: number;
  cnRepl: number;
  cnGc: number;
}

/** REPLGUIDs by their interned keys, looked up once. */
function gidsOf(lab: Lab): (repl: number, gc: number) => Gid {
  const guids = new Map<number, Uint8Array>();
  for (const row of lab.iterate<{ id: number; guid: Uint8Array }>('SELECT id, guid FROM repl'))
    guids.set(row.id, row.guid);
  return (repl, gc) => {
    const replGuid = guids.get(repl);
    if (replGuid === undefined) throw new Error(`no REPLGUID with key ${repl}`);
    return { replGuid, gc };
  };
}

type GidOf = ReturnType<typeof gidsOf>;
type Paths = ReadonlyMap<string, string[]>;

function foldersOf(lab: Lab, mailbox: MailboxRow, gid: GidOf, paths: Paths): Ids['folders'] {
  return lab
    .all<VersionedRow & { wellKnown: string | null }>(
      `SELECT repl, gc, cn_repl AS cnRepl, cn_gc AS cnGc, well_known AS wellKnown FROM folder WHERE mailbox_id = ? ORDER BY repl, gc`,
      mailbox.id,
    )
    .map((row) => ({
      path: paths.get(rowKey(row)) ?? [],
      sourceKey: toHex(encodeGid(gid(row.repl, row.gc))),
      entryId: toHex(encodeFolderEntryId({ storeGuid: mailbox.storeGuid, folder: gid(row.repl, row.gc) })),
      changeNumber: toHex(encodeGid(gid(row.cnRepl, row.cnGc))),
      wellKnown: row.wellKnown,
    }));
}

interface MessageRow extends VersionedRow {
  folderRepl: number;
  folderGc: number;
  changeKey: Uint8Array | null;
  pcl: Uint8Array | null;
  readRepl: number | null;
  readGc: number | null;
  searchKey: Uint8Array;
  subject: string;
  isFai: number;
}

const MESSAGES = `SELECT repl, gc, folder_repl AS folderRepl, folder_gc AS folderGc, cn_repl AS cnRepl, cn_gc AS cnGc,
    change_key AS changeKey, pcl, read_repl AS readRepl, read_gc AS readGc, search_key AS searchKey, subject, is_fai AS isFai
  FROM message WHERE mailbox_id = ? ORDER BY repl, gc`;

function messagesOf(lab: Lab, mailbox: MailboxRow, gid: GidOf, paths: Paths): Ids['messages'] {
  const messages: Ids['messages'][number][] = [];
  for (const row of lab.iterate<MessageRow>(MESSAGES, mailbox.id)) {
    const folder = gid(row.folderRepl, row.folderGc);
    const message = gid(row.repl, row.gc);
    const cn = gid(row.cnRepl, row.cnGc);
    messages.push({
      folder: paths.get(rowKey({ repl: row.folderRepl, gc: row.folderGc })) ?? [],
      sourceKey: toHex(encodeGid(message)),
      entryId: toHex(encodeMessageEntryId({ storeGuid: mailbox.storeGuid, folder, message })),
      changeNumber: toHex(encodeGid(cn)),
      changeKey: toHex(row.changeKey ?? encodeGid(cn)),
      pcl: toHex(row.pcl ?? encodePcl([serverXid(cn)])),
      readCn:
        row.readRepl === null || row.readGc === null ? null : toHex(encodeGid(gid(row.readRepl, row.readGc))),
      searchKey: toHex(row.searchKey),
      subject: row.subject,
      associated: row.isFai === 1,
    });
  }
  return messages;
}

/** The folder that a rule's first move or copy inside the store leads to, through the store's own REPLID map; null: to none. */
function targetOf(lab: Lab, mdbId: number, paths: Paths, bytes: Uint8Array): string[] | null {
  const actions = decodeRuleActions(bytes);
  if (!actions.ok) return null;
  for (const action of actions.value) {
    if ((action.op !== 'move' && action.op !== 'copy') || !action.inThisStore) continue;
    const folder = resolveShortId(lab, mdbId, encodeShortId(action.folder));
    return folder === null ? null : (paths.get(rowKey(folder)) ?? null);
  }
  return null;
}

function rulesOf(lab: Lab, mailbox: MailboxRow, paths: Paths): Ids['rules'] {
  return lab
    .all<{ name: string; actions: Uint8Array }>(
      'SELECT name, actions FROM rule WHERE mailbox_id = ? ORDER BY sequence, rule_id',
      mailbox.id,
    )
    .map(({ name, actions }) => ({
      name,
      actionsHex: toHex(actions),
      target: targetOf(lab, mailbox.mdbId, paths, actions),
    }));
}

function find(lab: Lab, input: LabInput<'ids'>): Result<MailboxOfPerson> {
  const found = mailboxOf(lab, input.org, input.mailbox);
  if (found !== null) return ok(found);
  if (mailboxOf(lab, 'source', input.mailbox) === null) {
    return fail(
      'unknown-alias',
      `The source organization of ${lab.path} has no mailbox with the alias ${input.mailbox}: see "lab show" for who there is.`,
    );
  }
  return fail(
    'no-target-mailbox',
    `${input.mailbox} has no mailbox in the target organization of ${lab.path}: run a migration first.`,
  );
}

/**
 * `lab ids`: every identifier of one mailbox as real bytes in lower-case hex, in the order of the keys.
 * Failure codes: unknown-alias, no-target-mailbox.
 */
export function showIds(lab: Lab, input: LabInput<'ids'>): Result<Ids> {
  const found = find(lab, input);
  if (!found.ok) return found;
  const mailbox = mailboxRow(lab, found.value.mailboxId);
  const gid = gidsOf(lab);
  const paths = folderPaths(lab, mailbox.id);
  return ok({
    storeGuid: toHex(mailbox.storeGuid),
    ostKey: toHex(mailbox.ostKey),
    folders: foldersOf(lab, mailbox, gid, paths),
    messages: messagesOf(lab, mailbox, gid, paths),
    rules: rulesOf(lab, mailbox, paths),
  });
}
