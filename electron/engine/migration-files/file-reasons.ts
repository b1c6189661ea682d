import { documented, modelled } from '../../../shared/evidence.ts';

/** Why an import did not take everything of an account. */
export const FILE_REASONS = {
  /** Lines that could not be read went into the recovery file. */
  lineRefused: { rule: 'import-line-refused', ...documented('SDK dsignapp_7m5v') },
  sectionRefused: { rule: 'import-section-refused', ...documented('Q214822') },
  addressBookRefused: { rule: 'import-address-book-refused', ...documented('SDK dsignapp_7m5v') },
  /** The directory has the address already, and no section converts its recipient. */
  addressTaken: { rule: 'import-address-taken', ...documented('Q200564') },
  /** The same of a user of DB8 for whom the extractor wrote no MAILMESSAGE section. */
  noSection: { rule: 'import-no-section', ...documented('Q194218') },
  /** The mailbox was there already; its DIRECTORY line is refused, its messages are taken. */
  mailboxExists: { rule: 'import-mailbox-exists', ...documented('SDK 8pbi, Q151826') },
  directoryRefused: { rule: 'import-directory-line-refused', ...documented('SDK 8pbi') },
  noMailbox: { rule: 'import-no-mailbox', ...documented('Q256199') },
  placeMissing: {
    rule: 'import-place-missing',
    ...modelled('Server, store or container of the plan were taken away while the run stood still'),
  },
} as const;
