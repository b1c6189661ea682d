import type { FormatFault } from '../../../shared/formats/migration-files/fault.ts';
import { fault } from '../../../shared/formats/migration-files/fault.ts';
import type { PabRow } from '../../../shared/formats/migration-files/pab-row.ts';
import type { PrimaryItem } from '../../../shared/formats/migration-files/primary-reader.ts';
import type { Place, SectionHead } from '../../../shared/formats/migration-files/sections.ts';
import { changeAccount, withReason } from '../migrate/import/run-account.ts';
import { importAddressBook, MOST_BOOK_BYTES, MOST_ENTRIES, pabBytes } from './address-book-import.ts';
import { importDirectoryRow } from './directory-import.ts';
import { noteFailed } from './failed-lines.ts';
import {
  logBadSection,
  logDirectoryError,
  logHeadingFault,
  logRowFault,
  logSetFault,
} from './fault-events.ts';
import { FILE_REASONS } from './file-reasons.ts';
import { type ImportContext, primaryName, simulatedFile } from './import-context.ts';
import { importMessage, refuseLine, skipLine } from './import-rows.ts';
import { accountOf, closeSection, type OpenSection, openSection, reopenSection } from './mail-section.ts';
import { pabEntryOf } from './read-rows.ts';
import type { SetItem, SetPosition } from './set-position.ts';

/** What a batch did, for its line in the journal and for the news. */
export interface BatchCounts {
  directory: number;
  refused: number;
  messages: number;
  publicMessages: number;
  entries: number;
  skipped: number;
  /** Faults that no account carries: of the packing list, of whole files, of lines outside every user's section. */
  unowned: number;
  bytes: number;
  readonly keys: Set<string>;
}

export function noCounts(): BatchCounts {
  return {
    directory: 0,
    refused: 0,
    messages: 0,
    publicMessages: 0,
    entries: 0,
    skipped: 0,
    unowned: 0,
    bytes: 0,
    keys: new Set(),
  };
}

type Row = Extract<PrimaryItem, { kind: 'row' }>;

/** Takes the items of a set one by one, in their order, and knows in which section it stands. */
export class SetImporter {
  readonly #context: ImportContext;
  #section: OpenSection | null = null;
  /** Entries of the address book that is being read; one message is made of all of them. */
  #book: PabRow[] | null = null;
  #bookBytes = 0;
  counts = noCounts();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  /** Goes on where an earlier process stopped, or where a batch begins: rows of accounts may have changed in between. */
  resume({ file, section }: SetPosition): void {
    const mail = section !== null && section.type === 'MAILMESSAGE' && section.address !== '';
    this.#section = mail ? reopenSection(this.#context, file, section) : null;
  }

  /** Whether a batch may end here: an address book is one message, and so belongs into one batch. */
  canPause(): boolean {
    return this.#book === null;
  }

  take({ file, item, unreadable }: SetItem): void {
    if (item === null) {
      this.finish();
      const name = simulatedFile(this.#context.set, primaryName(this.#context.set, file));
      logSetFault(this.#context, `The primary file ${name} was not imported: ${unreadable}.`);
      this.counts.unowned += 1;
      return;
    }
    switch (item.kind) {
      case 'section':
        this.#begin(file, item.section);
        return;
      case 'bad-section':
        this.#beginBad(file, item);
        return;
      case 'row':
        this.#row(file, item);
        return;
      case 'fault':
        this.#fault(file, item.section, item.fault, item.place);
        return;
      case 'skipped':
        this.#skipped(file, item.section, item.place);
        return;
    }
  }

  /** Ends the section that goes on. */
  finish(): void {
    if (this.#section !== null && this.#book !== null) {
      importAddressBook(this.#context, this.#section, this.#book);
      this.counts.entries += this.#book.length;
    }
    this.#book = null;
    if (this.#section !== null) {
      this.#touch(this.#section);
      closeSection(this.#context, this.#section);
    }
    this.#section = null;
  }

  #touch(section: OpenSection): void {
    this.counts.keys.add(section.account.key);
  }

  #begin(file: number, head: SectionHead): void {
    this.finish();
    if (head.type === 'DIRECTORY') return;
    this.#section = openSection(this.#context, file, head);
    this.#touch(this.#section);
    this.#bookBytes = 0;
    if (head.type === 'PAB') this.#book = [];
  }

  #beginBad(file: number, item: Extract<PrimaryItem, { kind: 'bad-section' }>): void {
    this.finish();
    const context = this.#context;
    const name = primaryName(context.set, file);
    for (const one of item.faults) if (one.kind !== 'bad-section') logHeadingFault(context, name, one);
    const last = item.faults.at(-1);
    logBadSection(context, name, last?.line ?? item.place.line);
    // A section without a name has no account; where the whole line is no section, the line itself is kept.
    if (item.section === null) noteFailed(context, file, null, item.place);
    else noteFailed(context, file, item.section, { ...item.place, length: 0 });
    if (item.section === null || item.section.type === 'DIRECTORY' || item.section.address === '') {
      this.counts.unowned += 1;
      return;
    }
    const account = accountOf(context, item.section);
    const why = item.section.type === 'PAB' ? FILE_REASONS.addressBookRefused : FILE_REASONS.sectionRefused;
    const changed = changeAccount(context.lab, account, { why: withReason(account.why, why) });
    this.counts.keys.add(changed.key);
    if (item.section.type === 'MAILMESSAGE') this.#section = reopenSection(context, file, item.section);
  }

  #row(file: number, item: Row): void {
    if (item.section.type === 'DIRECTORY') {
      const done = importDirectoryRow(this.#context, file, item);
      this.counts.directory += 1;
      if (done.refused !== null) this.counts.refused += 1;
      if (done.refused !== null && done.account === null) this.counts.unowned += 1;
      if (done.account !== null) this.counts.keys.add(done.account.key);
      return;
    }
    if (this.#section === null) throw new Error('a row outside every section');
    if (item.section.type === 'PAB') {
      this.#entry(file, item);
      return;
    }
    const before = this.#section.account.skipped;
    const done = importMessage(this.#context, this.#section, item);
    this.#advance(done.section, done.bytes, done.section.account.skipped > before);
  }

  #advance(section: OpenSection, bytes: number, skipped: boolean): void {
    this.#section = section;
    this.#touch(section);
    this.counts.bytes += bytes;
    if (skipped) this.counts.skipped += 1;
    else if (section.target.kind === 'public') this.counts.publicMessages += 1;
    else this.counts.messages += 1;
  }

  #entry(file: number, item: Row): void {
    const entry = pabEntryOf(item, this.#context.secondaries);
    const book = this.#book;
    if (book === null) return;
    if (!entry.ok) {
      this.#refuseEntry(file, item.section, item.place, entry.fault, entry.fault.secondary);
      return;
    }
    if (this.#section?.target.kind !== 'mailbox') {
      this.#refuseEntry(file, item.section, item.place, null, null);
      return;
    }
    this.#bookBytes += pabBytes(entry.value);
    if (book.length < MOST_ENTRIES && this.#bookBytes <= MOST_BOOK_BYTES) {
      book.push(entry.value);
      return;
    }
    const text = `an address book has at most ${MOST_ENTRIES} entries and ${MOST_BOOK_BYTES} bytes`;
    this.#refuseEntry(file, item.section, item.place, fault('field-count', item.place, text), null);
  }

  #refuseEntry(
    file: number,
    head: SectionHead,
    place: Place,
    one: FormatFault | null,
    secondary: { file: string; offset: number } | null,
  ): void {
    const context = this.#context;
    if (one !== null) logRowFault(context, primaryName(context.set, file), one, secondary);
    noteFailed(context, file, head, place);
    this.counts.refused += 1;
    if (this.#section === null) return;
    const { account } = this.#section;
    const changed = changeAccount(context.lab, account, {
      why: withReason(account.why, FILE_REASONS.addressBookRefused),
    });
    this.#section = { ...this.#section, account: changed };
  }

  #fault(file: number, head: SectionHead | null, one: FormatFault, place: Place): void {
    const context = this.#context;
    if (head?.type === 'PAB') this.#refuseEntry(file, head, place, one, null);
    else if (head?.type === 'MAILMESSAGE' && this.#section !== null) {
      const done = refuseLine(context, this.#section, place, one, null);
      this.#advance(done.section, 0, true);
    } else {
      logDirectoryError(context, 'DIRECTORY', `Line ${one.line}: ${one.text}.`);
      noteFailed(context, file, head, place);
      this.counts.refused += 1;
      this.counts.unowned += 1;
    }
  }

  #skipped(file: number, head: SectionHead | null, place: Place): void {
    if (this.#section !== null && head?.type === 'MAILMESSAGE') {
      const done = skipLine(this.#context, this.#section, place, FILE_REASONS.sectionRefused);
      this.#advance(done.section, 0, true);
      return;
    }
    noteFailed(this.#context, file, head, place);
    this.counts.refused += 1;
  }
}
