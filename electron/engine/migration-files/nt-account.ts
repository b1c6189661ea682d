import { modelled } from '../../../shared/evidence.ts';
import { draw } from '../../../shared/lab/draw.ts';
import { newSid } from '../migrate/target-account.ts';
import { type ImportContext, logEvent } from './import-context.ts';
import { freeLogon, logonName } from './import-names.ts';

/** The Windows NT account of a mailbox; both null: it has none. */
export interface NtAccount {
  readonly logonName: string | null;
  readonly sid: string | null;
}

interface Existing extends NtAccount {
  readonly objectId: number;
  readonly mailbox: number | null;
}

function existing(context: ImportContext, name: string): Existing | null {
  return (
    context.lab.get<Existing>(
      `SELECT o.id AS objectId, m.id AS mailbox, o.logon_name AS logonName, o.sid AS sid FROM directory_object o
       LEFT JOIN mailbox m ON m.object_id = o.id WHERE o.org_id = ? AND o.logon_name = ? AND o.deleted_at IS NULL
       ORDER BY m.id IS NOT NULL, o.id LIMIT 1`,
      context.places.orgId,
      name,
    ) ?? null
  );
}

/**
 * An account of the target that the mailbox of 5.5 gets as its primary one, or that is mailbox-enabled in a later version.
 * NO: one whose name is the first 20 characters of the mailbox's common name (XMG 06011). RANDOM, ALIAS: one with the
 * alias as name is reused without a question (Q152927).
 */
export function matchingAccount(context: ImportContext, commonName: string, alias: string): Existing | null {
  const making = context.run.plan.ntAccounts !== 'NO';
  const found = existing(context, making ? logonName(alias) : commonName.slice(0, 20));
  if (found === null || (found.mailbox !== null && !making)) return null;
  if (making) {
    logEvent(context, {
      id: 136,
      type: 'Information',
      text: `A Windows NT account for user ${alias} already exists.`,
      ...modelled('Number, text and the silent reuse are documented of Exchange Server 4.0', 'Q152927'),
    });
  }
  return found;
}

/** A new account, where the plan wants one; its name is noted for the list of passwords. */
export function newAccount(context: ImportContext, objectId: number, alias: string): NtAccount {
  const { lab, places, seed, run } = context;
  if (run.plan.ntAccounts === 'NO' && context.is55) return { logonName: null, sid: null };
  const name = freeLogon(context, alias);
  if (run.plan.ntAccounts !== 'NO') context.batch.accounts.push(name);
  return { logonName: name, sid: newSid(lab, places.orgId, seed, objectId) };
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The password of a new account: random, or its name; at most 14 characters (Q261155). The lab keeps it nowhere. */
export function accountPassword(context: ImportContext, account: string): string {
  if (context.run.plan.ntAccounts === 'ALIAS') return account.slice(0, 14);
  const drawn = draw(context.seed, `account-password/${context.run.id}`, account);
  return Array.from({ length: 10 }, () => LETTERS[drawn.below(LETTERS.length)]).join('');
}
