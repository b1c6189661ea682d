import { encodeFolderEntryId } from '../../../shared/identity/entry-id.ts';
import { encodeRuleActions, type RuleAction } from '../../../shared/identity/rule-actions.ts';
import type { ShortId } from '../../../shared/identity/short-id.ts';
import { draw } from '../../../shared/lab/draw.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { addAssociated } from './add-associated.ts';
import type { Building } from './building.ts';
import type { RuleSpec } from './lab-spec.ts';
import { type NewMailbox, wellKnownOf } from './new-mailbox.ts';

/** ST_ENABLED of PidTagRuleState (MS-OXORULE 2.2.1.3.1.3). */
const ENABLED = 1;

/** An id as the mailbox's store writes it into a rule: all folders here are of the store's own namespace. */
function shortId(mailbox: NewMailbox, row: RowId): ShortId {
  return { replid: mailbox.store.replid, gc: row.gc };
}

function folderOf(mailbox: NewMailbox, path: readonly string[]): RowId {
  const wanted = path.join('\\');
  const index = mailbox.spec.folders.findIndex((folder) => folder.join('\\') === wanted);
  const folder = mailbox.folders[index];
  if (folder === undefined)
    throw new Error(`a rule of ${mailbox.spec.person.alias} names no folder: ${wanted}`);
  return folder;
}

/** Store and folder of a .pst file, as only the owner's Outlook understands them: the file's record key, and its root folder. */
function pstTarget(
  seed: number,
  mailbox: NewMailbox,
  path: string,
): { storeEid: Uint8Array; folderEid: Uint8Array } {
  const recordKey = draw(seed, 'pst-record-key', `${mailbox.spec.person.alias}/${path}`).bytes(16);
  const folderEid = new Uint8Array(24);
  folderEid.set(recordKey, 4);
  new DataView(folderEid.buffer).setUint32(20, 0x122, true);
  const storeEid = new Uint8Array(24);
  storeEid.set(recordKey, 4);
  new DataView(storeEid.buffer).setUint32(20, 0x21, true);
  return { storeEid, folderEid };
}

function actionOf(building: Building, lab: Lab, mailbox: NewMailbox, rule: RuleSpec): RuleAction {
  if (rule.kind === 'move' || rule.kind === 'copy')
    return { op: rule.kind, inThisStore: true, folder: shortId(mailbox, folderOf(mailbox, rule.folder)) };
  if (rule.kind === 'pst')
    return { op: 'move', inThisStore: false, ...pstTarget(building.spec.seed, mailbox, rule.pst) };
  const inbox = wellKnownOf(mailbox, 'inbox');
  const template = addAssociated(building, lab, mailbox, {
    folder: inbox,
    class: 'IPM.Note.Rules.ReplyTemplate.Microsoft',
    subject: rule.name,
  });
  const guid = draw(building.spec.seed, 'reply-template', mailbox.spec.person.alias).bytes(16);
  return {
    op: 'reply',
    template: { folder: shortId(mailbox, inbox), message: shortId(mailbox, template), guid },
  };
}

/** Puts the Inbox rules of a mailbox into its rules table, in the protocol's own bytes (MS-OXORULE 2.2.5). */
export function addRules(building: Building, lab: Lab, mailbox: NewMailbox): void {
  const inbox = wellKnownOf(mailbox, 'inbox');
  mailbox.spec.rules.forEach((rule, index) => {
    lab.run(
      'INSERT INTO rule(mailbox_id, rule_id, folder_repl, folder_gc, name, sequence, state, condition, actions) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)',
      mailbox.id,
      index + 1,
      inbox.repl,
      inbox.gc,
      rule.name,
      (index + 1) * 10,
      ENABLED,
      JSON.stringify({ subjectContains: rule.subjectContains }),
      encodeRuleActions([actionOf(building, lab, mailbox, rule)]),
    );
  });
  if (mailbox.spec.rules.length > 0)
    addAssociated(building, lab, mailbox, {
      folder: inbox,
      class: 'IPM.RuleOrganizer',
      subject: 'Outlook Rules Organizer',
    });
}

/** The entry ID of one of a mailbox's folders, as a property holds it. */
export function entryIdOf(mailbox: NewMailbox, folder: RowId): Uint8Array {
  return encodeFolderEntryId({
    storeGuid: mailbox.storeGuid,
    folder: { replGuid: mailbox.store.guid, gc: folder.gc },
  });
}
