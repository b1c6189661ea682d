import { newLab } from '../build/new-lab.ts';
import { openLab } from '../store/lab.ts';

/** Makes a lab of one mailbox whose Inbox holds all of `items` messages: the longest list there can be. */
export function prepareList(file: string, items: number): void {
  const made = newLab({ file, seed: 5, mailboxes: 1, items });
  if (!made.ok) throw new Error(made.failure.message);
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
