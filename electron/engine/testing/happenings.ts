import fc from 'fast-check';
import { deliver } from '../mailbox/deliver.ts';
import { createFolder, folderByPath } from '../mailbox/folders.ts';
import { logOn } from '../mailbox/log-on.ts';
import { changeMessage, saveNewMessage } from '../mailbox/messages.ts';
import { deliverMail, logOnUser } from '../outlook/mail.ts';
import { outlook } from '../outlook/outlook.ts';
import { purgeMailbox } from '../migrate/purge.ts';
import { labNow, passTime } from '../store/clock.ts';
import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';

const KINDS = [
  'mail',
  'change',
  'read',
  'delete',
  'copy',
  'folder',
  'compose',
  'logon',
  'planned-mail',
  'planned-logon',
  'purge',
] as const;

/** Something that people do to a lab between runs. `who` and `item` are taken modulo what there is. */
export interface Happening {
  readonly kind: (typeof KINDS)[number];
  readonly side: 'source' | 'target';
  readonly who: number;
  readonly item: number;
}

export const HAPPENINGS: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom(...KINDS),
  side: fc.constantFrom('source', 'source', 'source', 'target'),
  who: fc.nat(50),
  item: fc.nat(500),
});

interface MessageRow {
  repl: number;
  gc: number;
  folderRepl: number;
  folderGc: number;
  subject: string;
  class: string;
  sender: string;
  searchKey: Uint8Array;
  delivered: number | null;
  lastMod: number;
  size: number;
  contentId: number;
  isRead: number;
  isFai: number;
}

function pickMessage(lab: Lab, mailbox: number, item: number): MessageRow | undefined {
  const rows = lab.all<MessageRow>(
    `SELECT repl, gc, folder_repl AS folderRepl, folder_gc AS folderGc, subject, class, sender, search_key AS searchKey, delivered,
       last_mod AS lastMod, size, content_id AS contentId, is_read AS isRead, is_fai AS isFai
     FROM message WHERE mailbox_id = ? ORDER BY repl, gc`,
    mailbox,
  );
  return rows[item % Math.max(1, rows.length)];
}

function changeReadState(lab: Lab, mailbox: number, message: MessageRow): void {
  if (message.isFai === 1) return;
  const mdb = lab.get<{ id: number; repl: number }>(
    'SELECT mdb.id, repl FROM mdb JOIN mailbox ON mdb_id = mdb.id WHERE mailbox.id = ?',
    mailbox,
  );
  if (mdb === undefined) throw new Error('a mailbox without a store');
  lab.run(
    'UPDATE message SET is_read = 1 - is_read, read_repl = ?, read_gc = ? WHERE mailbox_id = ? AND repl = ? AND gc = ?',
    mdb.repl,
    takeIds(lab, mdb.id, 1),
    mailbox,
    message.repl,
    message.gc,
  );
}

function deleteMessage(lab: Lab, mailbox: number, { repl, gc }: MessageRow): void {
  lab.run('DELETE FROM message WHERE mailbox_id = ? AND repl = ? AND gc = ?', mailbox, repl, gc);
  lab.run("INSERT INTO tombstone(mailbox_id, kind, repl, gc) VALUES(?, 'message', ?, ?)", mailbox, repl, gc);
}

/** A copy within the folder: new ids, the same search key (PidTagSearchKey). */
function copyMessage(lab: Lab, mailbox: number, message: MessageRow): void {
  saveNewMessage(lab, mailbox, {
    ...message,
    folder: { repl: message.folderRepl, gc: message.folderGc },
    isRead: message.isRead === 1,
    isFai: message.isFai === 1,
  });
}

function actOnMessage(lab: Lab, mailbox: number, happening: Happening): void {
  const message = pickMessage(lab, mailbox, happening.item);
  if (message === undefined) return;
  if (happening.kind === 'read') changeReadState(lab, mailbox, message);
  else if (happening.kind === 'delete') deleteMessage(lab, mailbox, message);
  else if (happening.kind === 'copy') copyMessage(lab, mailbox, message);
  else
    changeMessage(lab, mailbox, message, { subject: `${message.subject} (changed)`, lastMod: labNow(lab) });
}

function actOnMailbox(lab: Lab, mailbox: number, happening: Happening): void {
  const at = labNow(lab);
  if (happening.kind === 'mail') {
    const subject = `Turbine and Harbour, no. ${happening.item}`;
    deliver(lab, mailbox, { subject, sender: 'post@far.example', body: `Mail ${happening.item}`, at });
  } else if (happening.kind === 'logon') logOn(lab, mailbox, at);
  else if (happening.kind === 'folder') {
    const parent = folderByPath(lab, mailbox, ['Inbox']);
    const name = `Matter ${happening.item % 5}`;
    if (parent === null || folderByPath(lab, mailbox, ['Inbox', name]) !== null) return;
    const folder = createFolder(lab, mailbox, { parent, name, containerClass: 'IPF.Note', at });
    const message = pickMessage(lab, mailbox, happening.item);
    if (message !== undefined)
      copyMessage(lab, mailbox, { ...message, folderRepl: folder.repl, folderGc: folder.gc });
  } else actOnMessage(lab, mailbox, happening);
}

const MINUTE = 60_000;

/** Lets one thing happen; what is impossible just now is passed over. Returns whether mail or a logon was planned. */
export function happen(lab: Lab, aliases: readonly string[], happening: Happening): void {
  const alias = aliases[happening.who % aliases.length] ?? '';
  const { path: file } = lab;
  passTime(lab, MINUTE);
  if (happening.kind === 'compose') {
    outlook(lab, { file, user: alias, compose: 1 + (happening.item % 3) });
  } else if (happening.kind === 'planned-mail') {
    deliverMail(lab, { file, mailbox: alias, at: 'before-stage-2' });
  } else if (happening.kind === 'planned-logon') {
    logOnUser(lab, { file, mailbox: alias, at: 'before-stage-2' });
  } else if (happening.kind === 'purge') purgeMailbox(lab, { file, mailbox: alias });
  else {
    const mailbox = lab.get<{ id: number }>(
      happening.side === 'source'
        ? "SELECT mailbox.id FROM mailbox JOIN directory_object o ON o.id = object_id JOIN org ON org.id = org_id WHERE role = 'source' AND alias = ?"
        : `SELECT mailbox.id FROM mailbox JOIN directory_object o ON o.id = mailbox.object_id JOIN proxy_address p ON p.object_id = o.id
           WHERE p.kind = 'X500' AND o.deleted_at IS NULL AND p.address = (SELECT legacy_dn FROM directory_object s JOIN org ON org.id = s.org_id
             WHERE role = 'source' AND s.alias = ?)`,
      alias,
    );
    if (mailbox !== undefined) lab.transact(() => actOnMailbox(lab, mailbox.id, happening));
  }
}
