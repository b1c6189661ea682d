import { addressKey } from '../../../shared/formats/migration-files/address.ts';
import {
  directoryValue,
  directoryValues,
  readDirectoryRow,
} from '../../../shared/formats/migration-files/directory-row.ts';
import { type FaultKind, fault } from '../../../shared/formats/migration-files/fault.ts';
import type { PrimaryItem } from '../../../shared/formats/migration-files/primary-reader.ts';
import { isPublicSection, type SectionHead } from '../../../shared/formats/migration-files/sections.ts';
import type { MigrationSet, SetFault } from './migration-set.ts';
import { messageOf, pabEntryOf } from './read-rows.ts';
import { secondaryFiles } from './secondary-files.ts';
import { SET_START, setItems } from './set-position.ts';

/** What a set holds for one user, by the address as it was first written. */
export interface SurveyedUser {
  readonly address: string;
  displayName: string;
  /** An object of a DIRECTORY section names this address. */
  entry: boolean;
  /** MAILMESSAGE sections, and their lines: messages and what cannot be read of them. */
  sections: number;
  messages: number;
  addressBooks: number;
  /** Where its last section begins: which of the primary files, and the byte; null: it has none. */
  last: { readonly file: number; readonly offset: number } | null;
}

export interface SetSurvey {
  /** In the order in which they are met; public folders are not among them. */
  readonly users: readonly SurveyedUser[];
  /** By `addressKey`. */
  readonly byAddress: ReadonlyMap<string, SurveyedUser>;
  readonly directoryEntries: number;
  readonly publicSections: number;
  readonly publicMessages: number;
  /** Complaints in the order of the files, at most COMPLAINTS of them. */
  readonly faults: readonly SetFault[];
  /** All complaints, those that are not listed too. */
  readonly faultCount: number;
  /** The set names more than MOST_USERS addresses, and was not read to its end. */
  readonly tooMany: boolean;
}

/** Addresses that one set may name; a lab has up to 50,000 mailboxes. */
export const MOST_USERS = 100_000;

/** Complaints that are kept; a hostile set has millions. */
export const COMPLAINTS = 1_000;

/**
 * Reads all primary files of a set, in flat memory but for one entry a user.
 * @param deep also reads every row's values and the sections of the secondary files that it points to
 */
export function surveySet(set: MigrationSet, deep: boolean): SetSurvey {
  const byAddress = new Map<string, SurveyedUser>();
  const faults: SetFault[] = [];
  let faultCount = 0;
  let directoryEntries = 0;
  let publicSections = 0;
  let publicMessages = 0;
  const complain = (one: SetFault): void => {
    faultCount += 1;
    if (faults.length < COMPLAINTS) faults.push(one);
  };
  for (const one of set.faults) complain(one);
  const userOf = (address: string): SurveyedUser => {
    const key = addressKey(address);
    const known = byAddress.get(key);
    if (known !== undefined) return known;
    const plain = address.replace(/^migrate:/i, '');
    const made = {
      address: plain,
      displayName: plain,
      entry: false,
      sections: 0,
      messages: 0,
      addressBooks: 0,
      last: null,
    };
    byAddress.set(key, made);
    return made;
  };
  const countLine = (section: SectionHead | null): void => {
    if (section?.type !== 'MAILMESSAGE' || section.address === '') return;
    if (isPublicSection(section.address)) publicMessages += 1;
    else userOf(section.address).messages += 1;
  };
  const begin = (file: number, section: SectionHead | null): void => {
    if (section === null || section.type === 'DIRECTORY' || section.address === '') return;
    if (section.type === 'MAILMESSAGE' && isPublicSection(section.address)) {
      publicSections += 1;
      return;
    }
    const user = userOf(section.address);
    if (section.type === 'PAB') user.addressBooks += 1;
    else user.sections += 1;
    user.last = { file, offset: section.place.offset };
  };
  const directoryRow = (file: string, item: Extract<PrimaryItem, { kind: 'row' }>): void => {
    directoryEntries += 1;
    const row = readDirectoryRow(item.section.columns, item.fields);
    if (!row.ok) {
      complain({ ...fault(row.failure.code as FaultKind, item.place, row.failure.message), file });
      return;
    }
    const proxies = directoryValues(row.value, 'Secondary-Proxy-Addresses').filter((one) =>
      /^migrate:/i.test(one),
    );
    for (const address of proxies) {
      const user = userOf(address);
      user.entry = true;
      user.displayName =
        directoryValue(row.value, 'Display-Name') ||
        directoryValue(row.value, 'Common-Name') ||
        user.displayName;
    }
  };
  const secondaries = secondaryFiles(set);
  const deepRow = (file: string, item: Extract<PrimaryItem, { kind: 'row' }>): void => {
    const read = item.section.type === 'PAB' ? pabEntryOf(item, secondaries) : messageOf(item, secondaries);
    if (!read.ok) complain({ ...read.fault, file });
  };
  let tooMany = false;
  try {
    for (const { file: index, item, unreadable } of setItems(set, SET_START)) {
      const name = set.primaries[index] ?? '';
      tooMany = byAddress.size > MOST_USERS;
      if (tooMany) break;
      if (item === null)
        complain({ ...fault('file-missing', { line: 1, offset: 0 }, unreadable), file: name });
      else if (item.kind === 'section') begin(index, item.section);
      else if (item.kind === 'bad-section') {
        begin(index, item.section);
        for (const one of item.faults) complain({ ...one, file: name });
      } else {
        countLine(item.section);
        if (item.kind === 'fault') complain({ ...item.fault, file: name });
        else if (item.kind === 'row' && item.section.type === 'DIRECTORY') directoryRow(name, item);
        else if (item.kind === 'row' && deep) deepRow(name, item);
      }
    }
  } finally {
    secondaries.close();
  }
  if (tooMany) {
    const text = `the set names more than ${MOST_USERS} addresses, and was not read to its end`;
    complain({ ...fault('packing-list', { line: 1, offset: 0 }, text), file: set.folder.packingList });
  }
  return {
    users: [...byAddress.values()],
    byAddress,
    directoryEntries,
    publicSections,
    publicMessages,
    faults,
    faultCount,
    tooMany,
  };
}
