import type { MessageFlaw, PoDatabase, PostOfficeOptions } from '../../../shared/lab/post-office.ts';
import type { Setting } from '../../../shared/lab/settings.ts';
import type { Exchange55Spec } from '../server/lay-exchange55.ts';

/** One user of a post office. Messages are spread over the Inbox and the folders, the drafts apart. */
export interface PoUserSpec {
  /** As cc:Mail writes it: `Vane, Cora`. */
  readonly name: string;
  readonly messages: number;
  readonly folders: readonly string[];
  readonly drafts: number;
  /** Messages whose header carries an ATTMAIL address (Q197114). */
  readonly attmail: number;
  /** Messages with something wrong, by what is wrong. */
  readonly flaws: Readonly<Partial<Record<MessageFlaw['kind'], number>>>;
  /** Entries of the personal address book. */
  readonly addresses: number;
  readonly lists: readonly PoListSpec[];
  /** Attachments of a quarter of a megabyte. */
  readonly heavy: boolean;
}

/** A list of addresses; members by the names as cc:Mail writes them. */
export interface PoListSpec {
  readonly name: string;
  readonly members: readonly string[];
}

/** One post office, as it shall be built. */
export interface PostOfficeSpec {
  readonly name: string;
  /** Where it stands on the network: `\\HARBOR\CCDATA`. */
  readonly directory: string;
  readonly database: PoDatabase;
  readonly release: string;
  /** In plain text, for a lab's people have to know it; only its hash goes into the lab. */
  readonly password: string;
  readonly codePage: number;
  readonly options: PostOfficeOptions;
  /** The article that describes what is wrong with its files; null: it is sound. */
  readonly damage: string | null;
  readonly users: readonly PoUserSpec[];
  /** People of other post offices that its directory names. */
  readonly remoteUsers: readonly { readonly name: string; readonly postOffice: string }[];
  readonly boards: readonly { readonly name: string; readonly messages: number }[];
  /** Public lists. */
  readonly lists: readonly PoListSpec[];
}

/** The programs that Lotus shipped together. */
export const PROGRAM_SETS = ['dos-8.3', 'dos-8.0', 'dos-5.1', 'dos-5.0', 'os2-8.0', 'win32-8.5'] as const;
export type ProgramSet = (typeof PROGRAM_SETS)[number];

/** Lotus programs in one folder of the migration server or the network. `renamed`: Import32.exe stands there as Import.exe. */
export interface ProgramsSpec {
  readonly set: ProgramSet;
  readonly directory: string;
  readonly renamed: boolean;
  /** File names of the set that are not there. */
  readonly missing: readonly string[];
}

/** A lab whose source are cc:Mail post offices, and whose target is an Exchange Server 5.5 organization. */
export interface CcMailLabSpec {
  readonly kind: 'ccmail';
  readonly name: string;
  readonly scenario: string | null;
  readonly seed: number;
  readonly settings: Readonly<Partial<Record<Setting, string>>>;
  /** Lab-clock milliseconds at its beginning. */
  readonly clock: number;
  readonly server: Exchange55Spec;
  readonly postOffices: readonly PostOfficeSpec[];
  readonly programs: readonly ProgramsSpec[];
  readonly drives: readonly { readonly letter: string; readonly path: string }[];
  /** Users of post offices, by name, for whom the target has a custom recipient, as directory synchronization makes them. */
  readonly customRecipients: readonly { readonly postOffice: string; readonly users: readonly string[] }[];
  /** Name of the post office that the Connector for cc:Mail serves; null: there is no connector. */
  readonly connector: string | null;
}
