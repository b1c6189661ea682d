/** The two ways the Migration Wizard works: the GUI mode's merge, or clone mode (`mailmig /m`). */
export type Mode = 'default' | 'clone';

/**
 * What one run from an Exchange organization is asked to do; made by the wizard's machine, the same from the window, the
 * command line and tests. Foreign sources have an `ImportPlan`.
 */
export interface RunPlan {
  readonly mode: Mode;
  readonly source: 'EXCHANGE';
  /** Aliases of the source, in the order in which they are migrated. */
  readonly accounts: readonly string[];
  /** NetBIOS name of the source server the accounts were chosen from. */
  readonly sourceServer: string;
  /** NetBIOS name of the target server, and the name of the mailbox store on it. */
  readonly targetServer: string;
  readonly targetStore: string;
  /** Distinguished name of the container for new Windows accounts. */
  readonly container: string;
  /** Create/modify mailbox accounts (KB307706); cleared: only mail, into existing mailboxes. */
  readonly createAccounts: boolean;
  /** Compared with PR_MESSAGE_DELIVERY_TIME (KB307706), lab-clock milliseconds, inclusive; null: all mail. */
  readonly dateRange: { readonly from: number; readonly to: number } | null;
  /** Subject prefixes of a SubjectFile; null: none. */
  readonly subjectPrefixes: readonly string[] | null;
  /** `/D:<domain>`: the target address that keeps mail from initializing the mailbox. */
  readonly targetAddressDomain: string | null;
  /** RestrictSearchtoSid: match by object SID alone. */
  readonly restrictToSid: boolean;
  /** Choices of the Windows Account Creation and Association page, by alias. */
  readonly accountChoices: Readonly<Record<string, AccountChoice>>;
}

export interface AccountChoice {
  /** Undo a probable match and create a new account instead (button Create New Account). */
  readonly createNew?: boolean | undefined;
  readonly fullName?: string | undefined;
  readonly logonId?: string | undefined;
}

/** How the target account of one mailbox was found or will be made. */
export type MatchKind = 'sid' | 'sid-history' | 'address' | 'probable' | 'contact' | 'create';

export interface AccountMatch {
  readonly alias: string;
  readonly kind: MatchKind;
  /** Definite matches cannot be changed (EXADM migsysc_editingaccountsinthemigrationwizard). */
  readonly definite: boolean;
  /** DN of the matched directory object, null when a new one is created. */
  readonly existing: string | null;
  /** DN of the new, disabled account; null when an existing one is used. */
  readonly created: string | null;
  readonly fullName: string;
  readonly logonId: string;
  /** Why, one sentence for people, or null. E.g. the logon name is taken (KB297349). */
  readonly note: string | null;
}

export type RunState = 'running' | 'completed' | 'cancelled' | 'failed' | 'refused' | 'interrupted';

export type MailboxRunState =
  | 'waiting'
  | 'objects-created'
  | 'copying'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'not-reached';

/** Where what comes out of a foreign mail system goes; the same for cc:Mail in one step and for migration files. */
export interface ImportDestination {
  /** NetBIOS name of the server, and the name of the mailbox store on it. */
  readonly targetServer: string;
  readonly targetStore: string;
  /** Distinguished name of the container that new mailboxes and custom recipients are made in. */
  readonly container: string;
  /** Alias of the mailbox whose properties new ones take over (Q198957 "Template"); null: none. */
  readonly template: string | null;
  /** Whether Windows NT accounts are made, and with what password (Q198957 "NTAccounts"). */
  readonly ntAccounts: NtAccounts;
  /** Alias of the owner of public folders, and the access of everybody else (Q198957 "FldOwner", "DefFldPerms"). */
  readonly folderOwner: string | null;
  readonly folderAccess: FolderAccess;
}

/** RANDOM: with random passwords; ALIAS: the alias is the password; NO: none is made (Q198957). */
export type NtAccounts = 'RANDOM' | 'ALIAS' | 'NO';
/** Access to migrated public folders for all users (Q198957). */
export type FolderAccess = 'None' | 'Author' | 'PubEditor';

/** One run of the wizard over a Lotus cc:Mail post office. The password is no part of it. */
export interface PostOfficePlan extends ImportDestination {
  readonly source: 'CCMAIL';
  readonly mode: 'default';
  /** Path to cc:Mail Post Office as it was entered, e.g. `M:\` or `\\HARBOR\CCDATA`; and Post Office Name. */
  readonly directory: string;
  readonly postOffice: string;
  /** One Step Migration, or Extract Migration Files Only (XMG 06004, 06005). */
  readonly method: 'one-step' | 'extract';
  /** Pathname for Migration Files, on the migration server, e.g. `C:\MIGRATE`; null in one step. */
  readonly files: string | null;
  /** Keys of cc:Mail users ('Vane Cora'), in the order in which they are migrated. */
  readonly accounts: readonly string[];
  /** Information to create mailboxes. */
  readonly mailboxes: boolean;
  /** Personal E-mail Messages, all or within a range (lab-clock milliseconds, inclusive). */
  readonly mail: boolean;
  readonly dateRange: { readonly from: number; readonly to: number } | null;
  /** Bulletin Board Information. */
  readonly bulletinBoards: boolean;
}

/** One run of Import from Migration Files. */
export interface FilesPlan extends ImportDestination {
  readonly source: 'FILE';
  readonly mode: 'default';
  /** The packing list: a path on the migration server (`C:\MIGRATE\HARBOR.001\HARBOR.PKL`), or a file of the machine. */
  readonly packingList: string;
}

/** A run from a foreign mail system. */
export type ImportPlan = PostOfficePlan | FilesPlan;

/** What any run is asked to do, told apart by `source`. */
export type AnyPlan = RunPlan | ImportPlan;
export type SourceType = AnyPlan['source'];

/** Key and section name of bulletin boards among the accounts of a run (`MAILMESSAGE,PublicMessages`, SDK 6qnn). */
export const PUBLIC_MESSAGES = 'PublicMessages';

/** How far an account of a foreign source is; kept in `run_account.state`. */
export type AccountRunState =
  | 'waiting'
  | 'extracting'
  | 'extracted'
  | 'importing'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'not-reached';
