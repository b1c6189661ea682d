import type { Lab } from '../store/lab.ts';
import { initializeMailbox } from './initialize.ts';

/** A user logs on to a mailbox: it is initialized by that (KB842101) and remembers when. `at`: lab milliseconds. */
export function logOn(lab: Lab, mailboxId: number, at: number): { readonly initialized: boolean } {
  return lab.transact(() => {
    initializeMailbox(lab, mailboxId, 'logon', at);
    lab.run('UPDATE mailbox SET last_logon = ? WHERE id = ?', at, mailboxId);
    return { initialized: true };
  });
}
