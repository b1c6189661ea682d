import type { AccountChoice, AnyPlan, Mode, RunPlan, SourceType } from '../lab/run-plan.ts';
import type { Failure } from '../result.ts';
import type { FactName, Facts, FactTypes, FixFact, NewsFact, ReportFact } from './facts.ts';
import { IMPORT_ISSUE_CODES, type ImportAnswers, type ImportSummaryKey } from './import-answers.ts';
import type { RowTable } from './row-table.ts';

/** The pages in their order; which of them apply is derived from the answers (`pathFor`), never stored. */
export const PAGE_ORDER = [
  'welcome',
  'migration-type',
  'exchange-information',
  'ccmail-information',
  'ccmail-post-office',
  'ccmail-method',
  'files-information',
  'files-set',
  'migration-destination',
  'source-server',
  'ccmail-options',
  'migration-information',
  'account-migration',
  'destination-server',
  'container',
  'account-association',
  'nt-accounts',
  'public-folders',
  'prerequisites',
  'progress',
  'completing',
] as const;
export type PageId = (typeof PAGE_ORDER)[number];

/** Every row that the type list of some release has; which of them a lab's wizard shows: `migrationTypes`. */
export const MIGRATION_TYPES = [
  'EXCHANGE',
  'FILE',
  'MSMAILPC',
  'CCMAIL',
  'NOTES',
  'GRPWISE',
  'GRPWISE5',
  'COLLABRA',
  'ADSI',
  'IMAP',
] as const;
export type MigrationType = (typeof MIGRATION_TYPES)[number];

/** Every server of the source organization, in `Answers.sourceServer`. */
export const ALL_SERVERS = '*';

/** What the user has entered. JSON. A password is never here: only whether one was given. */
export interface Answers extends ImportAnswers {
  readonly mode: Mode;
  readonly type: MigrationType;
  readonly destination: 'server' | 'pst';
  readonly targetServer: string;
  readonly targetStore: string;
  /** NetBIOS name, or ALL_SERVERS. */
  readonly sourceServer: string;
  /** Check box "Exchange 5.5 Server" (KB307706). */
  readonly exchange55: boolean;
  /** Empty: the account one is logged on with. */
  readonly sourceAccount: string;
  readonly sourcePasswordGiven: boolean;
  /** Check box "Create/modify mailbox accounts" (KB307706). */
  readonly createAccounts: boolean;
  /** Check box "Migrate mail messages within a date range" (KB307706); from and to in lab-clock milliseconds. */
  readonly dateRangeOn: boolean;
  readonly dateFrom: number | null;
  readonly dateTo: number | null;
  /** Subject prefixes, one each; empty: no filter. */
  readonly subjectPrefixes: readonly string[];
  /** Chosen aliases, in the order of the list. */
  readonly accounts: readonly string[];
  readonly container: string;
  readonly accountChoices: Readonly<Record<string, AccountChoice>>;
  /** `/D:<domain>`, null when not given. */
  readonly targetAddressDomain: string | null;
  readonly restrictToSid: boolean;
  /** The user went on although the gate refused, as the original would have. */
  readonly startAnyway: boolean;
}
export type AnswerField = keyof Answers;
/** What the fields of the pages set; mode and going on anyway are choices of their own. */
export type Settable = Omit<Answers, 'mode' | 'startAnyway'>;

/** Where an issue is shown: a field of the page, the gate's panel, or the page as a whole. */
export type IssueField = AnswerField | 'gate' | 'page';

export const ISSUE_CODES = [
  'still-loading',
  'loading-failed',
  'gate-refused',
  'type-not-available',
  'pst-not-available',
  'source-server-missing',
  'source-server-unknown',
  'exchange55-not-available',
  'password-missing',
  'target-server-missing',
  'target-server-unknown',
  'target-store-missing',
  'target-store-unknown',
  'filters-in-clone',
  'date-missing',
  'date-order',
  'no-accounts',
  'unknown-account',
  'container-missing',
  'container-unknown',
  'logon-id-missing',
  'logon-id-character',
  'logon-id-edge',
  'logon-id-too-long',
  'logon-id-taken-twice',
  'full-name-missing',
  'domain-invalid',
  ...IMPORT_ISSUE_CODES,
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** Something that keeps the user on a page. The sentence is `text('issue.<code>', values)`. */
export interface Issue {
  readonly field: IssueField;
  readonly code: IssueCode;
  readonly values: Readonly<Record<string, string>>;
}

/** One line of what a page will do, for the Prerequisites page: `text(key, values)`. */
export interface SummaryLine {
  readonly key: SummaryKey;
  readonly values: Readonly<Record<string, string>>;
}
export type SummaryKey =
  | ImportSummaryKey
  | 'summary.mode-default'
  | 'summary.mode-clone'
  | 'summary.from'
  | 'summary.to'
  | 'summary.accounts'
  | 'summary.create-accounts'
  | 'summary.only-mail'
  | 'summary.date-range'
  | 'summary.subjects'
  | 'summary.container'
  | 'summary.target-address';

/** What the run of this wizard is doing. */
export type JobState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'starting';
      readonly token: number;
      readonly plan: AnyPlan | null;
      readonly cancelling: boolean;
    }
  | {
      readonly kind: 'running';
      readonly run: number;
      readonly paused: boolean;
      readonly cancelling: boolean;
      readonly news: NewsFact | null;
      readonly rows: RowTable;
    }
  | {
      readonly kind: 'ended';
      readonly report: ReportFact;
      readonly rows: RowTable;
    }
  /** The run could not start, or its process is gone. */
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      readonly rows: RowTable;
    };

/** A fix being installed from the gate's panel. */
export type Cure =
  | { readonly kind: 'none' }
  | { readonly kind: 'installing'; readonly token: number; readonly left: readonly FixFact[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The whole wizard as JSON: it can be saved, replayed and attached to a report. */
export interface WizardState {
  readonly page: PageId;
  /** The pages the user came through, oldest first, without the current one. */
  readonly trail: readonly PageId[];
  readonly answers: Answers;
  readonly facts: Facts;
  /** Issues are shown once the user tried to leave the page. */
  readonly showIssues: boolean;
  /** What the page needs has been there since one came to it; being read anew does not change that. */
  readonly shown: boolean;
  /** Next was pressed while the page was being read anew: it goes on as soon as that is over. */
  readonly nextPending: boolean;
  readonly cure: Cure;
  readonly job: JobState;
  /** A question before the user: really cancel the running migration? */
  readonly asking: 'cancel' | null;
  readonly nextToken: number;
  readonly closed: boolean;
}

export type FactAnswer = {
  [Name in FactName]: {
    readonly type: 'loaded';
    readonly fact: Name;
    readonly token: number;
    readonly value: FactTypes[Name];
  };
}[FactName];

export type WizardEvent =
  /** The window is there: judge the server, look at the lab. */
  | { readonly type: 'opened' }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** The Cancel button, the close box, Ctrl+C. While a run lives it asks first, unless `sure`. */
  | { readonly type: 'cancel'; readonly sure?: boolean }
  | { readonly type: 'answer-question'; readonly yes: boolean }
  | { readonly type: 'finish' }
  | { readonly type: 'help' }
  /** Fields of the page. What clone mode does not offer stays as it was. */
  | { readonly type: 'set'; readonly answers: Partial<Settable> }
  | {
      readonly type: 'choose-accounts';
      readonly aliases: readonly string[] | 'all';
      readonly chosen: boolean;
    }
  | { readonly type: 'choose-match'; readonly alias: string; readonly choice: AccountChoice }
  /** Ask again for what could not be loaded, or after the lab was changed from elsewhere. */
  | { readonly type: 'reload' }
  | FactAnswer
  | {
      readonly type: 'load-failed';
      readonly fact: FactName;
      readonly token: number;
      readonly failure: Failure;
    }
  // ---- choices when the gate refuses
  | { readonly type: 'install-fixes' }
  | { readonly type: 'fix-installed'; readonly token: number }
  | { readonly type: 'fix-failed'; readonly token: number; readonly failure: Failure }
  | { readonly type: 'use-default-mode' }
  | { readonly type: 'start-anyway' }
  // ---- the run
  /** Continue the interrupted run of the lab instead of a new one. */
  | { readonly type: 'continue-interrupted' }
  | { readonly type: 'run-started'; readonly token: number; readonly run: number }
  | { readonly type: 'run-not-started'; readonly token: number; readonly failure: Failure }
  /** `paused`: what the engine says, for others can pause a run too; without it the page's own word holds. */
  | { readonly type: 'run-news'; readonly news: NewsFact; readonly paused?: boolean }
  | { readonly type: 'run-ended'; readonly run: number; readonly report: ReportFact }
  /** The process that worked on the run is gone. */
  | { readonly type: 'run-lost'; readonly run: number; readonly failure: Failure }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** One batch, and stand still after it. */
  | { readonly type: 'step' }
  /** A reloaded window finds the run it was showing. */
  | { readonly type: 'attached'; readonly run: number; readonly mode: Mode; readonly news: NewsFact | null };

/** What the host shall do. The machine itself does nothing. */
export type Effect =
  | { readonly type: 'load'; readonly fact: 'lab'; readonly token: number }
  | {
      readonly type: 'load';
      readonly fact: 'opening';
      readonly token: number;
      readonly mode: Mode;
      readonly source: SourceType;
    }
  | {
      readonly type: 'load';
      readonly fact: 'accounts';
      readonly token: number;
      readonly server: string | null;
      /** Name of a post office: its users, and not mailboxes of an organization. */
      readonly postOffice: string | null;
    }
  /** The host adds the password that was entered; failure codes as of `postOfficeIssues`. */
  | {
      readonly type: 'load';
      readonly fact: 'post-office';
      readonly token: number;
      readonly directory: string;
      readonly name: string;
    }
  | {
      readonly type: 'load';
      readonly fact: 'files-set';
      readonly token: number;
      readonly packingList: string;
    }
  | {
      readonly type: 'load';
      readonly fact: 'matches';
      readonly token: number;
      readonly plan: RunPlan;
    }
  | {
      readonly type: 'load';
      readonly fact: 'prerequisites';
      readonly token: number;
      readonly plan: AnyPlan;
    }
  | {
      readonly type: 'load';
      readonly fact: 'predictions';
      readonly token: number;
      readonly plan: AnyPlan;
      readonly ignoreGate: boolean;
    }
  | { readonly type: 'install-fix'; readonly token: number; readonly id: string }
  | {
      readonly type: 'start-run';
      readonly token: number;
      readonly plan: AnyPlan;
      readonly ignoreGate: boolean;
    }
  | { readonly type: 'resume-run'; readonly token: number; readonly run: number }
  | { readonly type: 'cancel-run' | 'pause-run' | 'continue-run' | 'step-run'; readonly run: number }
  | { readonly type: 'help'; readonly page: PageId }
  | { readonly type: 'close' };
