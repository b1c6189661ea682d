/** The two ways the Migration Wizard works: the GUI mode's merge, or clone mode (`mailmig /m`). */
export type Mode = 'default' | 'clone';

/** What one run is asked to do; made by the wizard's machine, the same from the window, the command line and tests. */
export interface RunPlan {
  readonly mode: Mode;
  readonly source: 'EXCHANGE' | 'CCMAIL' | 'FILE';
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
