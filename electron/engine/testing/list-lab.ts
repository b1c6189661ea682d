import { newLab } from '../build/new-lab.ts';
import { gatherInInbox } from './one-folder.ts';

/** Makes a lab of one mailbox whose Inbox holds all of `items` messages. */
export function prepareList(file: string, items: number): void {
  const made = newLab({ file, seed: 5, mailboxes: 1, items });
  if (!made.ok) throw new Error(made.failure.message);
  gatherInInbox(file);
}
