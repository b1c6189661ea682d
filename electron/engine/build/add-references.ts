import { encodeMessageEntryId } from '../../../shared/identity/entry-id.ts';
import { encodeShortId } from '../../../shared/identity/short-id.ts';
import { createFolder } from '../mailbox/folders.ts';
import type { Lab } from '../store/lab.ts';
import { addAssociated } from './add-associated.ts';
import { entryIdOf } from './add-rules.ts';
import type { Building } from './building.ts';
import { type NewMailbox, wellKnownOf } from './new-mailbox.ts';
import { LAB_START } from './world.ts';

const MONTH = 30 * 86_400_000;

/** PidTagSearchFolderDefinition on the associated message that describes an Outlook search folder (MS-OXOSRCH 2.2.1.2). */
const SEARCH_DEFINITION = 0x6845;
/** PR_FREEBUSY_ENTRYIDS; slot 2 names the message with the delegates (MS-OXODLGT). */
const FREEBUSY = 0x36e4;
const DELEGATE_INFORMATION = 2;

function addReference(
  lab: Lab,
  mailbox: NewMailbox,
  holder: string,
  prop: number,
  slot: number,
  eid: Uint8Array,
): void {
  lab.run(
    'INSERT INTO folder_ref(mailbox_id, holder, prop, slot, eid) VALUES(?, ?, ?, ?, ?)',
    mailbox.id,
    holder,
    prop,
    slot,
    eid,
  );
}

/** A server's search folder: its scope is held as short ids (MS-OXCFOLD R111), and Outlook's description of it as entry IDs. */
function addSearchFolder(building: Building, lab: Lab, mailbox: NewMailbox): void {
  const name = 'Unread mail';
  const folder = createFolder(lab, mailbox.id, {
    parent: wellKnownOf(mailbox, 'finder'),
    name,
    containerClass: 'IPF.Note',
    isSearch: true,
    at: LAB_START - MONTH,
  });
  const scope = [wellKnownOf(mailbox, 'inbox'), ...mailbox.folders.slice(0, 1)];
  scope.forEach((row, ord) => {
    lab.run(
      'INSERT INTO search_scope(mailbox_id, folder_repl, folder_gc, ord, scope_fid) VALUES(?, ?, ?, ?, ?)',
      mailbox.id,
      folder.repl,
      folder.gc,
      ord,
      encodeShortId({ replid: mailbox.store.replid, gc: row.gc }),
    );
  });
  addAssociated(building, lab, mailbox, {
    folder: wellKnownOf(mailbox, 'commonViews'),
    class: 'IPM.Microsoft.WunderBar.SFInfo',
    subject: name,
  });
  scope.forEach((row, slot) => {
    addReference(lab, mailbox, `fai:${name}`, SEARCH_DEFINITION, slot, entryIdOf(mailbox, row));
  });
}

/** The message in which Outlook keeps a mailbox's delegates, and what finds it. */
function addDelegateInformation(building: Building, lab: Lab, mailbox: NewMailbox): void {
  const folder = wellKnownOf(mailbox, 'freebusyData');
  const message = addAssociated(building, lab, mailbox, {
    folder,
    class: 'IPM.Microsoft.ScheduleData.FreeBusy',
    subject: 'LocalFreebusy',
  });
  const gid = (gc: number): { replGuid: Uint8Array; gc: number } => ({ replGuid: mailbox.store.guid, gc });
  const eid = encodeMessageEntryId({
    storeGuid: mailbox.storeGuid,
    folder: gid(folder.gc),
    message: gid(message.gc),
  });
  for (const holder of ['inbox', 'root'])
    addReference(lab, mailbox, holder, FREEBUSY, DELEGATE_INFORMATION, eid);
}

/** Adds what refers to identifiers besides the rules: search folders, view, delegate information, a receive folder of the owner's own. */
export function addReferences(building: Building, lab: Lab, mailbox: NewMailbox): void {
  addSearchFolder(building, lab, mailbox);
  addDelegateInformation(building, lab, mailbox);
  addAssociated(building, lab, mailbox, {
    folder: wellKnownOf(mailbox, 'inbox'),
    class: 'IPM.Microsoft.FolderDesign.NamedView',
    subject: 'By sender',
  });
  const own = mailbox.folders[0];
  if (own === undefined) return;
  lab.run(
    'INSERT INTO receive_folder(mailbox_id, message_class, fid) VALUES(?, ?, ?)',
    mailbox.id,
    'IPM.Note.Minutes',
    encodeShortId({ replid: mailbox.store.replid, gc: own.gc }),
  );
}
