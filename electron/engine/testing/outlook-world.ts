import { storeContent } from '../mailbox/content.ts';
import { createFolder, wellKnownFolder } from '../mailbox/folders.ts';
import { initializeMailbox } from '../mailbox/initialize.ts';
import { saveNewMessage } from '../mailbox/messages.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { makeOst } from '../outlook/new-ost.ts';
import { type BareLab, bareLab } from './bare-lab.ts';
import type { WellKnown } from '../../../shared/lab/well-known.ts';
import { draw } from '../../../shared/lab/draw.ts';

/** One person with a filled source mailbox, an uninitialized target mailbox, a profile and an .ost. */
export interface OutlookWorld extends BareLab {
  readonly source: number;
  readonly target: number;
  readonly profileId: number;
  readonly messages: readonly RowId[];
  folder(role: WellKnown): RowId;
}

const AT = Date.UTC(2006, 5, 12);

export function addMessage(
  world: BareLab,
  mailboxId: number,
  folder: RowId,
  ordinal: number,
  isFai = false,
): RowId {
  const { contentId, bytes } = storeContent(world.lab, {
    headers: '',
    body: `Message ${ordinal} ${'x'.repeat(ordinal * 7)}`,
    html: null,
    attachments: [],
  });
  return saveNewMessage(world.lab, mailboxId, {
    folder,
    isFai,
    class: isFai ? 'IPM.Microsoft.FolderDesign.NamedView' : 'IPM.Note',
    subject: `Message ${ordinal}`,
    sender: 'bo@source.example',
    searchKey: draw(1, 'test-search-key', String(mailboxId), ordinal).bytes(16),
    delivered: AT,
    lastMod: AT + ordinal,
    isRead: ordinal % 2 === 0,
    size: bytes,
    contentId,
  });
}

/** @param messages how many, spread over Inbox, a folder below it, and Calendar; every fifth is associated */
export function outlookWorld(
  outlook: '97' | '98' | '2000' | '2002' | '2003' = '2003',
  mode: 'online' | 'offlineFolders' | 'cached' = 'cached',
  messages = 20,
): OutlookWorld {
  const bare = bareLab(['anna']);
  return bare.lab.transact(() => fillWorld(bare, outlook, mode, messages));
}

function fillWorld(
  bare: BareLab,
  outlook: '97' | '98' | '2000' | '2002' | '2003',
  mode: 'online' | 'offlineFolders' | 'cached',
  messages: number,
): OutlookWorld {
  const { lab } = bare;
  const [source] = bare.mailboxes.source;
  const [target] = bare.mailboxes.target;
  if (source === undefined || target === undefined) throw new Error('a bare lab without mailboxes');
  initializeMailbox(lab, source, 'build', AT);
  const folder = (role: WellKnown): RowId => {
    const row = wellKnownFolder(lab, source, role);
    if (row === null) throw new Error(`no ${role}`);
    return row;
  };
  const projects = createFolder(lab, source, {
    parent: folder('inbox'),
    name: 'Projects',
    containerClass: 'IPF.Note',
    at: AT,
  });
  const places = [folder('inbox'), projects, folder('calendar')];
  const made = Array.from({ length: messages }, (_, index) =>
    addMessage(bare, source, places[index % places.length] ?? projects, index, index % 5 === 4),
  );
  const user = lab.get<{ id: number; legacyDn: string }>(
    'SELECT id, legacy_dn AS legacyDn FROM directory_object WHERE org_id = 1',
  );
  if (user === undefined) throw new Error('nobody');
  lab.run("INSERT INTO workstation(id, name, user_id) VALUES(1, 'WS1', ?)", user.id);
  const profileId = lab.run(
    `INSERT INTO profile(workstation_id, user_id, outlook, mode, server_name, mailbox_dn, cached_key, favourites, nicknames, oab)
     VALUES(1, ?, ?, ?, 'MAIL1', ?, (SELECT ost_key FROM mailbox WHERE id = ?), 'present', 'present', 'present')`,
    user.id,
    outlook,
    mode,
    user.legacyDn,
    source,
  ).lastInsertRowid;
  lab.run(
    "INSERT INTO server(admin_group_id, netbios, fqdn, version, role) VALUES(2, 'GC2', 'gc2.target.example', '5.2', 'gc')",
  );
  if (mode !== 'online') makeOst(lab, profileId, { xidNext: 100 });
  return { ...bare, source, target, profileId, messages: made, folder };
}

/** Stamps the source's legacyExchangeDN on the target object, as stage 1 of a run does. */
export function stampX500(world: OutlookWorld): void {
  world.lab.run(
    `INSERT INTO proxy_address(object_id, kind, address)
     SELECT (SELECT object_id FROM mailbox WHERE id = ?), 'X500', legacy_dn FROM directory_object o JOIN mailbox ON mailbox.object_id = o.id WHERE mailbox.id = ?`,
    world.target,
    world.source,
  );
}

/** Makes the target mailbox a clone of the source: everything that identifies, the same (what clone mode does to it). */
export function cloneByHand(world: OutlookWorld): void {
  const { lab, source, target } = world;
  stampX500(world);
  lab.run(
    `UPDATE mailbox SET store_guid = s.store_guid, ost_key = s.ost_key, initialized = 1, initialized_by = 'clone'
     FROM mailbox s WHERE s.id = ? AND mailbox.id = ?`,
    source,
    target,
  );
  for (const [table, columns] of [
    [
      'folder',
      'repl, gc, parent_repl, parent_gc, name, well_known, container_class, is_search, cn_repl, cn_gc, change_key, pcl, last_mod',
    ],
    [
      'message',
      'repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod, cn_repl, cn_gc, change_key, pcl, read_repl, read_gc, is_read, size, content_id',
    ],
  ]) {
    lab.run(
      `INSERT INTO ${table}(mailbox_id, ${columns}) SELECT ?, ${columns} FROM ${table} WHERE mailbox_id = ?`,
      target,
      source,
    );
  }
  lab.run(
    "INSERT INTO replid(mdb_id, replid, repl, added_by) SELECT 2, 7, repl, 'clone' FROM mdb WHERE id = 1",
  );
}

/** Fills the target as default mode does: the same items under fresh ids. */
export function mergeByHand(world: OutlookWorld): void {
  stampX500(world);
  initializeMailbox(world.lab, world.target, 'merge', AT);
  const inbox = wellKnownFolder(world.lab, world.target, 'inbox');
  if (inbox === null) throw new Error('no Inbox');
  world.lab.transact(() =>
    world.messages.forEach((_, index) => {
      addMessage(world, world.target, inbox, index, index % 5 === 4);
    }),
  );
}
