import { openLab } from '../store/lab.ts';

/** Puts all messages of a lab into the Inbox of their mailbox: the longest list there can be. */
export function gatherInInbox(file: string): void {
  const lab = openLab(file);
  if (!lab.ok) throw new Error(lab.failure.message);
  lab.value.db.exec('PRAGMA synchronous = OFF');
  lab.value.transact(() =>
    lab.value.run(
      `UPDATE message SET folder_repl = inbox.repl, folder_gc = inbox.gc
       FROM (SELECT mailbox_id, repl, gc FROM folder WHERE well_known = 'inbox') inbox
       WHERE inbox.mailbox_id = message.mailbox_id AND is_fai = 0`,
    ),
  );
  lab.value.close();
}
