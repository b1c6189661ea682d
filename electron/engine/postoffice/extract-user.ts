import { addressKey } from '../../../shared/formats/migration-files/address.ts';
import { PUBLIC_MESSAGES, type PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { RunNews } from '../../../shared/ipc/shapes.ts';
import { CANCELLED, type RunControl, type StageEnd } from '../migrate/control.ts';
import { type ImportEvent, logImport } from '../migrate/import/import-events.ts';
import { importNews } from '../migrate/import/import-news.ts';
import type { ImportRun } from '../migrate/import/import-run.ts';
import { changeAccount, type RunAccount, withReason } from '../migrate/import/run-account.ts';
import { writeLine } from '../migrate/journal.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { AccountFiles, pageOf } from './account-files.ts';
import { addressBookRows } from './address-book.ts';
import { exportCommand, exportFile } from './export-command.ts';
import { mailFilter, ownerFilter } from './exported-mail.ts';
import { boardsFolder, exportedMessages, folderPath, writtenMessage } from './exported-messages.ts';
import { EXTRACT_REASONS } from './extract-reasons.ts';
import { badParameters } from './extract-troubles.ts';
import type { MessageTrouble, messageTroubles } from './message-troubles.ts';
import { localUser, type PoUser, type PostOffice } from './post-office-row.ts';
import type { PasswordList } from './password-list.ts';
import type { SetOutput } from './set-output.ts';
import type { Why } from '../../../shared/evidence.ts';

/** What the extraction of every account of a run needs to know. */
export interface Extraction {
  readonly lab: Lab;
  readonly run: ImportRun;
  readonly plan: PostOfficePlan;
  readonly po: PostOffice;
  readonly output: SetOutput;
  readonly seed: number;
  readonly boards: number;
  /** A MAILMESSAGE section for everybody, with or without mail: DB6, or DB8 with the fix of Q194218. */
  readonly sectionForAll: boolean;
  /** Personal address books and lists are exported (Q229754); entries of type SMTP too (Q253196). */
  readonly addressBooks: boolean;
  readonly smtpEntries: boolean;
  /** Why Export refuses every user. */
  readonly refusal: Why | null;
  readonly troubleOf: ReturnType<typeof messageTroubles>;
  /** The list of the passwords that were set; null: none is set. */
  readonly passwords: PasswordList | null;
}

/** What one account gave: the names of its files, and whether it belongs into the directory. */
export interface ExtractedAccount {
  readonly row: RunAccount;
  readonly files: readonly string[];
  readonly end: StageEnd;
}

/** Messages and bytes of one batch, about 50 ms of work. */
const BATCH_MESSAGES = 200;
const BATCH_BYTES = 1_048_576;
/** Lab time that starting Export takes, ms (modelled: no figure is published). */
const EXPORT_MS = 400;

/** What is to be committed with the next batch. */
interface Pending {
  /** Changes of the lab that the batch makes besides. */
  readonly acts: (() => void)[];
  /** Lines of the journal before and after the one that counts messages. */
  readonly lines: object[];
  readonly after: object[];
  readonly events: ImportEvent[];
  messages: number;
  bytes: number;
}

function transferMs(lab: Lab, bytes: number): number {
  return Math.ceil((bytes * 8) / Math.max(1, Number(setting(lab, 'linkKbit'))));
}

/** Exports one account: a user, or the bulletin boards of the post office as `PublicMessages`. */
export function* extractAccount(
  extraction: Extraction,
  begun: RunAccount,
): Generator<RunNews, ExtractedAccount, RunControl> {
  const { lab, run, plan, po } = extraction;
  const isPublic = begun.key === PUBLIC_MESSAGES;
  const user: PoUser | null = isPublic ? null : localUser(lab, po.id, begun.key);
  const files = new AccountFiles(extraction.output, pageOf(po), begun.ord);
  let row = begun;
  const fresh = (): Pending => ({ acts: [], lines: [], after: [], events: [], messages: 0, bytes: 0 });
  let pending = fresh();
  const commit = (change: Parameters<typeof changeAccount>[2] = {}): void => {
    lab.transact(() => {
      passTime(lab, transferMs(lab, pending.bytes));
      for (const act of pending.acts) act();
      for (const event of pending.events) logImport(lab, run.id, event);
      for (const line of pending.lines) writeLine(lab, run.id, 'extracted', row.ord, line);
      if (pending.messages > 0)
        writeLine(lab, run.id, 'extracted', row.ord, {
          part: 'messages',
          messages: pending.messages,
          bytes: pending.bytes,
        });
      for (const line of pending.after) writeLine(lab, run.id, 'extracted', row.ord, line);
      const extracted = row.extracted + pending.messages;
      row = changeAccount(lab, row, { state: 'extracting', stage: 1, extracted, ...change });
    });
    pending = fresh();
  };
  const failed = (why: Why): ExtractedAccount => {
    // Nothing of a user whose export failed stays in the set.
    files.remove();
    pending.messages = 0;
    commit({ state: 'failed', extracted: 0, why: withReason(row.why, why) });
    return { row, files: [], end: null };
  };
  if (!isPublic && user === null) return failed(EXTRACT_REASONS.gone);

  const command = exportCommand(
    begun.displayName,
    plan.directory,
    exportFile(extraction.seed, run.id, begun.ord),
  );
  if (extraction.refusal !== null) {
    pending.lines.push({ part: 'command', command, refused: extraction.refusal.rule });
    pending.events.push(badParameters(begun.displayName, command, extraction.refusal));
    return failed(extraction.refusal);
  }
  if (user !== null && extraction.passwords !== null) {
    extraction.passwords.add(user);
    pending.acts.push(() => lab.run("UPDATE po_user SET password = 'reset' WHERE id = ?", user.id));
    pending.lines.push({ part: 'password', user: user.name, list: extraction.passwords.list });
  }
  pending.acts.push(() => passTime(lab, EXPORT_MS));
  pending.lines.push({ part: 'command', command });

  let inSection = false;
  const section = (): void => {
    if (!inSection) files.add(files.writer.messageSection(isPublic ? PUBLIC_MESSAGES : begun.address));
    inSection = true;
  };
  if (extraction.sectionForAll && !isPublic) section();

  let left: MessageTrouble | null = null;
  const root = boardsFolder(po.name);
  const wanted = isPublic || plan.mail;
  const messages = exportedMessages(lab, ownerFilter(po.id, user?.id ?? null), mailFilter(plan));
  for (const message of wanted ? messages : []) {
    const trouble = extraction.troubleOf(message, begun.displayName);
    if (trouble !== null) {
      pending.events.push(trouble.event);
      if (trouble.effect === 'run-fails') {
        commit({ state: 'failed', why: withReason(row.why, trouble.why) });
        files.close();
        return { row, files: [], end: { end: 'failed', why: [trouble.why] } };
      }
      if (trouble.effect === 'user-fails') return failed(trouble.why);
      left = trouble;
      break;
    }
    section();
    const before = files.bytes;
    files.add(
      files.writer.message(
        writtenMessage(lab, message, folderPath(message.kind, message.folder, root, extraction.boards)),
      ),
    );
    pending.messages += 1;
    pending.bytes += files.bytes - before;
    if (pending.messages < BATCH_MESSAGES && pending.bytes < BATCH_BYTES) continue;
    commit();
    const told: RunControl = yield importNews(lab, run, 1, [row.key]);
    if (told === 'cancel') return { row, files: [], end: CANCELLED };
  }
  if (user !== null && extraction.addressBooks) {
    const entries = addressBookRows(lab, po, user, extraction.smtpEntries);
    if (entries.length > 0) {
      files.add(files.writer.pabSection(begun.address));
      for (const entry of entries) files.add(files.writer.pabEntry(entry));
      pending.after.push({ part: 'address-book', entries: entries.length });
    }
  }
  const names = files.close();
  pending.after.push({
    part: 'files',
    files: names,
    bytes: files.bytes,
    section: inSection,
    address: addressKey(begun.address),
  });
  let why = row.why;
  if (left !== null) why = withReason(why, left.why);
  if (files.lost > 0) why = withReason(why, EXTRACT_REASONS.charactersLost);
  const extracted = row.extracted + pending.messages;
  const skipped = left === null ? row.skipped : Math.max(0, row.total - extracted);
  const total = extracted + skipped;
  commit({
    state: 'extracted',
    why,
    skipped,
    total,
    ...(plan.method === 'extract' ? { bytes: files.bytes } : {}),
  });
  const told: RunControl = yield importNews(lab, run, 1, [row.key]);
  return { row, files: names, end: told === 'cancel' ? CANCELLED : null };
}
