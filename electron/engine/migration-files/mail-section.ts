import { PUBLIC_MESSAGES } from '../../../shared/lab/run-plan.ts';
import { addressKey, parseProxy } from '../../../shared/formats/migration-files/address.ts';
import { isPublicSection, type SectionHead } from '../../../shared/formats/migration-files/sections.ts';
import {
  addAccounts,
  changeAccount,
  findAccount,
  type RunAccount,
  withReason,
} from '../migrate/import/run-account.ts';
import { writeLine } from '../migrate/journal.ts';
import { convertRecipient } from './convert-recipient.ts';
import { noteFailed } from './failed-lines.ts';
import { logBadSection, logNoMailbox } from './fault-events.ts';
import { FILE_REASONS } from './file-reasons.ts';
import { findRecipient } from './find-recipient.ts';
import { type ImportContext, primaryName } from './import-context.ts';

/** Where the rows of a section go. `nowhere`: there is no mailbox, and the section is skipped. */
export type SectionTarget =
  | { readonly kind: 'mailbox'; readonly mailboxId: number }
  | { readonly kind: 'public' }
  | { readonly kind: 'nowhere' };

/** The section that is being imported, with its account as it stands in the run. */
export interface OpenSection {
  readonly file: number;
  readonly head: SectionHead;
  readonly target: SectionTarget;
  readonly account: RunAccount;
}

/** The account of a section; one that nobody announced is added (a file was changed after the run began). */
export function accountOf(context: ImportContext, head: SectionHead): RunAccount {
  const { lab, run } = context;
  const isPublic = head.type === 'MAILMESSAGE' && isPublicSection(head.address);
  const key = isPublic ? PUBLIC_MESSAGES : addressKey(head.address);
  const surveyed = isPublic ? undefined : context.survey.byAddress.get(key);
  const address = isPublic ? PUBLIC_MESSAGES : (surveyed?.address ?? head.address);
  const known = findAccount(lab, run.id, address);
  if (known !== null) return known;
  addAccounts(lab, run.id, [
    {
      key: address,
      displayName: isPublic ? 'Public folders' : (surveyed?.displayName ?? address),
      address: isPublic ? '' : address,
      total: isPublic ? context.survey.publicMessages : (surveyed?.messages ?? 0),
    },
  ]);
  const added = findAccount(lab, run.id, address);
  if (added === null) throw new Error(`the account ${address} was added a moment ago`);
  return added;
}

/** The mailbox of a section: the one that has the address, or the one that its custom recipient becomes (SDK dsignapp_7m5v). */
function mailboxFor(context: ImportContext, head: SectionHead, account: RunAccount): RunAccount {
  const old = parseProxy(head.address);
  if (account.mailbox !== null || old === null) return account;
  const there = findRecipient(context, old);
  if (there === null) return account;
  if (there.mailboxId !== null)
    return changeAccount(context.lab, account, { object: there.objectId, mailbox: there.mailboxId });
  const made = convertRecipient(context, there, old);
  return changeAccount(context.lab, account, { object: made.objectId, mailbox: made.mailboxId });
}

function targetOf(head: SectionHead, account: RunAccount): SectionTarget {
  if (head.type === 'MAILMESSAGE' && isPublicSection(head.address)) return { kind: 'public' };
  return account.mailbox === null ? { kind: 'nowhere' } : { kind: 'mailbox', mailboxId: account.mailbox };
}

function dnOf(context: ImportContext, mailboxId: number): string {
  return (
    context.lab.get<{ dn: string }>(
      'SELECT o.dn AS dn FROM mailbox m JOIN directory_object o ON o.id = m.object_id WHERE m.id = ?',
      mailboxId,
    )?.dn ?? ''
  );
}

/** Begins a MAILMESSAGE or PAB section: finds or makes its mailbox, and tells where it goes. */
export function openSection(context: ImportContext, file: number, head: SectionHead): OpenSection {
  const { lab, run } = context;
  const found = mailboxFor(context, head, accountOf(context, head));
  const target = targetOf(head, found);
  const name = primaryName(context.set, file);
  let account = found;
  if (target.kind === 'nowhere') {
    logNoMailbox(context, name, head.place.line, head.address);
    // The article's example has the two on lines 2 and 4: the section's own, and the one behind its heading.
    logBadSection(context, name, head.place.line + 2);
    noteFailed(context, file, head, { ...head.place, length: 0 });
    account = changeAccount(lab, found, {
      stage: 2,
      state: 'failed',
      why: withReason(found.why, FILE_REASONS.noMailbox),
    });
  } else {
    account = changeAccount(lab, found, { stage: 2, state: 'importing' });
  }
  // Address books are counted by their line, which is written when one has arrived.
  if (head.type === 'MAILMESSAGE')
    writeLine(lab, run.id, target.kind === 'public' ? 'public' : 'section', account.ord, {
      kind: 'MAILMESSAGE',
      file: name,
      line: head.place.line,
      address: head.address,
      target: target.kind === 'mailbox' ? dnOf(context, target.mailboxId) : '',
    });
  return { file, head, target, account };
}

/** The section that was begun before, as a resumed run goes on with it. */
export function reopenSection(context: ImportContext, file: number, head: SectionHead): OpenSection {
  const account = accountOf(context, head);
  return { file, head, account, target: targetOf(head, account) };
}

/** Ends a section; with the last one of its user the account is complete. */
export function closeSection(context: ImportContext, { file, head, account }: OpenSection): void {
  if (account.state !== 'importing') return;
  const last = context.survey.byAddress.get(addressKey(head.address))?.last;
  const isLast = last?.file === file && last.offset === head.place.offset;
  if (isLast) changeAccount(context.lab, account, { state: 'completed' });
}
