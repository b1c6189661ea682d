import type { FolderAccess, NtAccounts } from '../lab/run-plan.ts';

/** What the pages of cc:Mail and of migration files ask (XMG 06004, 06005; Q198957). A password is never here. */
export interface ImportAnswers {
  /** Path to cc:Mail Post Office, e.g. `M:\` or `\\HARBOR\CCDATA`; Post Office Name; whether its password was entered. */
  readonly postOfficePath: string;
  readonly postOfficeName: string;
  readonly postOfficePasswordGiven: boolean;
  /** One Step Migration, or Extract Migration Files Only. */
  readonly method: 'one-step' | 'extract';
  /** Pathname for Migration Files. */
  readonly filesPath: string;
  /** The packing list to import from. */
  readonly packingList: string;
  /** Information to create mailboxes; Personal E-mail Messages; Bulletin Board Information. */
  readonly infoMailboxes: boolean;
  readonly infoMail: boolean;
  /** With migration files it is what the set holds, not the user's choice. */
  readonly infoBulletinBoards: boolean;
  /** Alias of the template mailbox, '' for none. */
  readonly template: string;
  readonly ntAccounts: NtAccounts;
  /** Alias of the owner of public folders, and everybody else's access. */
  readonly folderOwner: string;
  readonly folderAccess: FolderAccess;
}

/** That Windows NT accounts are not made and access is None unless asked for is documented (Q198957); the rest is modelled. */
export const EMPTY_IMPORT_ANSWERS: ImportAnswers = {
  postOfficePath: '',
  postOfficeName: '',
  postOfficePasswordGiven: false,
  method: 'one-step',
  filesPath: '',
  packingList: '',
  infoMailboxes: true,
  infoMail: true,
  infoBulletinBoards: false,
  template: '',
  ntAccounts: 'NO',
  folderOwner: '',
  folderAccess: 'None',
};

/** What keeps one on the pages of cc:Mail and migration files. */
export const IMPORT_ISSUE_CODES = [
  'clone-needs-exchange',
  'type-not-in-lab',
  'post-office-path-missing',
  'post-office-name-missing',
  'post-office-password-missing',
  'not-a-post-office',
  'post-office-name-wrong',
  'post-office-password-wrong',
  'post-office-unreadable',
  'files-path-missing',
  'files-path-form',
  'packing-list-missing',
  'packing-list-unreadable',
  'nothing-to-migrate',
  'folder-owner-missing',
] as const;

export type ImportSummaryKey =
  | 'summary.post-office'
  | 'summary.one-step'
  | 'summary.extract'
  | 'summary.packing-list'
  | 'summary.make-mailboxes'
  | 'summary.no-mailboxes'
  | 'summary.mail'
  | 'summary.no-mail'
  | 'summary.bulletin-boards'
  | 'summary.recipients-container'
  | 'summary.nt-accounts'
  | 'summary.template';
