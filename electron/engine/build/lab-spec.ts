import type { Setting } from '../../../shared/lab/settings.ts';
import type { ServerLevel } from '../report/server-install.ts';
import type { Person } from './people.ts';

/** Folder names from the top, below the IPM subtree. */
export type FolderNames = readonly string[];

/** A server rule of one mailbox. `pst`: moves into a folder of a .pst file, so the client has to carry it out. */
export type RuleSpec =
  | {
      readonly kind: 'move' | 'copy';
      readonly name: string;
      readonly subjectContains: string;
      readonly folder: FolderNames;
    }
  | { readonly kind: 'pst'; readonly name: string; readonly subjectContains: string; readonly pst: string }
  | { readonly kind: 'reply'; readonly name: string; readonly subjectContains: string };

/** One mailbox of the source organization and its user's workstation, as it shall be built. */
export interface MailboxSpec {
  readonly person: Person;
  /** Which mailbox store of the source organization, counted from 0. */
  readonly store: number;
  /** Messages that are not associated ones. */
  readonly items: number;
  /** Whether its attachments are large. */
  readonly heavy: boolean;
  readonly folders: readonly FolderNames[];
  readonly rules: readonly RuleSpec[];
  /** The people who may act for the owner, and aliases of those who may read the calendar. */
  readonly delegates: readonly Pick<Person, 'alias' | 'displayName'>[];
  readonly readers: readonly string[];
  readonly outlook: '97' | '98' | '2000' | '2002' | '2003';
  readonly profileMode: 'online' | 'offlineFolders' | 'cached';
  /** Items written offline and not uploaded yet. */
  readonly unsynchronised: number;
  readonly oof: string | null;
}

/** Something that stands in the target organization before any migration. `alias` names the person of the source it looks like. */
export type TargetSpec =
  /** An account with the old account's SID in its SID history. `loggedOn`: it has a mailbox, and somebody was in it. */
  | { readonly kind: 'sid-history'; readonly alias: string; readonly loggedOn: boolean }
  /** An account that carries the person's SMTP address already. */
  | { readonly kind: 'address'; readonly alias: string }
  /** An account of somebody with the same name. */
  | { readonly kind: 'same-name'; readonly alias: string }
  /** A contact that points to the person's address. */
  | { readonly kind: 'contact'; readonly alias: string };

/** A whole lab, as it shall be built. Mailboxes are asked for one by one, for there may be 50,000. */
export interface LabSpec {
  readonly name: string;
  readonly scenario: string | null;
  readonly seed: number;
  readonly settings: Readonly<Partial<Record<Setting, string>>>;
  readonly serverLevel: ServerLevel;
  readonly sourceServers: number;
  readonly storesPerServer: number;
  readonly mailboxes: number;
  /** Alias of the mailbox with this ordinal, without working out the rest of it. */
  alias(ordinal: number): string;
  mailbox(ordinal: number): MailboxSpec;
  readonly targets: readonly TargetSpec[];
  readonly planned: readonly { readonly kind: 'deliver' | 'logon'; readonly alias: string }[];
}
