import { encodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import { draw } from '../../../shared/lab/draw.ts';
import type { WellKnown } from '../../../shared/lab/well-known.ts';
import { createFolder } from '../mailbox/folders.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import { addAccount, legacyDnOf, sidOf, smtpOf } from './accounts.ts';
import type { Building } from './building.ts';
import { clientNamespace } from './client-namespace.ts';
import type { MailboxSpec } from './lab-spec.ts';
import { LAB_START, type Store } from './world.ts';

/** A mailbox of the source under construction. */
export interface NewMailbox {
  readonly id: number;
  readonly ordinal: number;
  readonly spec: MailboxSpec;
  readonly objectId: number;
  readonly legacyDn: string;
  readonly storeGuid: Uint8Array;
  readonly ostKey: Uint8Array;
  readonly store: Store;
  readonly wellKnown: ReadonlyMap<WellKnown, RowId>;
  /** The owner's own folders, in the order of the spec. */
  readonly folders: readonly RowId[];
  /** The namespace of the change keys that the owner's Outlook makes. */
  readonly clientNamespace: Uint8Array;
}

export function wellKnownOf(mailbox: Pick<NewMailbox, 'wellKnown'>, role: WellKnown): RowId {
  const row = mailbox.wellKnown.get(role);
  if (row === undefined) throw new Error(`a new mailbox without ${role}`);
  return row;
}

const YEAR = 365 * 86_400_000;

/** Makes the owner's own folders; the first name of a path is a default folder's or that of a folder made before. */
function createOwnFolders(
  lab: Lab,
  mailboxId: number,
  spec: MailboxSpec,
  wellKnown: ReadonlyMap<WellKnown, RowId>,
): RowId[] {
  const known = new Map<string, RowId>();
  const inbox = wellKnown.get('inbox');
  const top = wellKnown.get('ipmSubtree');
  if (inbox === undefined || top === undefined) throw new Error('a new mailbox without its Inbox');
  known.set('Inbox', inbox);
  return spec.folders.map((path, index) => {
    const parent = path.length === 1 ? top : known.get(path.slice(0, -1).join('\\'));
    if (parent === undefined) throw new Error(`${path.join('\\')} stands before the folder above it`);
    const made = createFolder(lab, mailboxId, {
      parent,
      name: path.at(-1) ?? '',
      containerClass: 'IPF.Note',
      at: LAB_START - YEAR + index * 86_400_000,
    });
    known.set(path.join('\\'), made);
    return made;
  });
}

/** Rights as MS-OXCPERM 2.2.7 numbers them: the roles Editor and Reviewer of the permissions page. */
const EDITOR = 0x47b;
const REVIEWER = 0x401;

/** Delegate of a calendar: sees the owner's copies of meeting requests. Bits are the lab's own (modelled). */
const DELEGATE_FLAGS = 1;

function addPermissions(building: Building, lab: Lab, mailbox: NewMailbox): void {
  const { source } = building.world;
  const entryId = (alias: string): Uint8Array => encodeAddressBookEntryId(legacyDnOf(source, alias), 0);
  const grant = (role: WellKnown, alias: string, member: number, rights: number): void => {
    const folder = wellKnownOf(mailbox, role);
    lab.run(
      'INSERT INTO acl(mailbox_id, folder_repl, folder_gc, member_id, ab_eid, rights) VALUES(?, ?, ?, ?, ?, ?)',
      mailbox.id,
      folder.repl,
      folder.gc,
      member,
      entryId(alias),
      rights,
    );
  };
  mailbox.spec.delegates.forEach(({ alias, displayName }, ord) => {
    lab.run(
      'INSERT INTO delegate(mailbox_id, ord, ab_eid, display_name, flags) VALUES(?, ?, ?, ?, ?)',
      mailbox.id,
      ord,
      entryId(alias),
      displayName,
      DELEGATE_FLAGS,
    );
    grant('calendar', alias, ord + 1, EDITOR);
    grant('inbox', alias, ord + 1, EDITOR);
  });
  mailbox.spec.readers.forEach((alias, index) => {
    grant('calendar', alias, mailbox.spec.delegates.length + index + 1, REVIEWER);
  });
}

/** Makes the account, the mailbox with its folders, and who may do what in it. */
export function createMailbox(building: Building, lab: Lab, ordinal: number): NewMailbox {
  const spec = building.spec.mailbox(ordinal);
  const { source } = building.world;
  const { alias } = spec.person;
  const store = source.stores[spec.store];
  if (store === undefined) throw new Error(`${alias} asks for mailbox store ${spec.store}`);
  const legacyDn = legacyDnOf(source, alias);
  const objectId = addAccount(lab, source, {
    kind: 'user',
    person: spec.person,
    sid: sidOf(source, ordinal),
    legacyDn,
    addresses: [smtpOf(source, alias), `${alias.replace('.', '_')}@mail.${source.domain}`],
  });
  const { seed } = building.spec;
  const storeGuid = draw(seed, 'store-guid', alias).bytes(16);
  const ostKey = draw(seed, 'ost-key', alias).bytes(16);
  const id = lab.run(
    `INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized, last_logon, oof_enabled, oof_text)
     VALUES(?, ?, ?, ?, ?, 0, ?, ?, ?)`,
    store.mdbId,
    objectId,
    draw(seed, 'mailbox-guid', alias).bytes(16),
    storeGuid,
    ostKey,
    LAB_START,
    spec.oof === null ? 0 : 1,
    spec.oof ?? '',
  ).lastInsertRowid;
  const wellKnown = initializeMailbox(lab, id, 'build', LAB_START - 2 * YEAR);
  const folders = createOwnFolders(lab, id, spec, wellKnown);
  const mailbox: NewMailbox = {
    id,
    ordinal,
    spec,
    objectId,
    legacyDn,
    storeGuid,
    ostKey,
    store,
    wellKnown,
    folders,
    clientNamespace: clientNamespace(seed, alias),
  };
  addPermissions(building, lab, mailbox);
  return mailbox;
}
