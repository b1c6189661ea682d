import type { Evidence, Why } from '../evidence.ts';
import type { AccountMatch, Mode } from '../lab/run-plan.ts';

/*
 * What the wizard has been told about the lab. Shapes equal those of the lab commands; they stand here because the
 * machine knows nothing of commands.
 */

/**
 * Something asked of the engine. `token` names the question: an answer with another token is stale and dropped.
 * `message` of a failed question is one sentence for people.
 */
export type Loadable<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly token: number }
  | { readonly status: 'failed'; readonly token: number; readonly code: string; readonly message: string }
  | { readonly status: 'loaded'; readonly token: number; readonly value: T };

export interface ServerFact {
  readonly netbios: string;
  readonly version: string;
  readonly adminGroup: string;
  readonly stores: readonly string[];
}

export interface OrgFact {
  readonly kind: 'exchange' | 'post-offices';
  readonly name: string;
  readonly domain: string;
  readonly trustsSource: boolean;
  readonly containers: readonly string[];
  readonly servers: readonly ServerFact[];
}

/** A post office that the migration server can see. */
export interface PostOfficePlace {
  readonly name: string;
  /** Where it stands on the network, e.g. `\\HARBOR\CCDATA`. */
  readonly directory: string;
  /** DB6, DB7 or DB8. */
  readonly database: string;
  readonly release: string;
}

export interface LabFact {
  readonly source: OrgFact;
  readonly target: OrgFact;
  /** The lab's clock, milliseconds: the default end of a date range. */
  readonly clock: number;
  readonly utcOffsetMinutes: number;
  /** A run whose process died; it can be continued (the lab's own safety). */
  readonly interrupted: number | null;
  /** Exchange on the migration server: its name and service pack level (RTM, SP1...); null: none. */
  readonly product: { readonly name: string; readonly level: string } | null;
  /** Mapped drives of the migration server, letter with colon and UNC path. */
  readonly drives: readonly { readonly letter: string; readonly path: string }[];
  readonly postOffices: readonly PostOfficePlace[];
  /** What is not installed yet on the migration server. */
  readonly available: readonly FixFact[];
}

export interface AccountFact {
  readonly alias: string;
  readonly displayName: string;
  readonly address: string;
  readonly items: number;
  readonly bytes: number;
}

/** A post office that was opened with path, name and password. */
export interface PostOfficeFact extends PostOfficePlace {
  readonly users: number;
  readonly bulletinBoards: number;
}

/** What a packing list and the files it names hold. */
export interface FilesSetFact {
  readonly packingList: string;
  readonly codePage: number;
  readonly files: number;
  /** Rows of DIRECTORY sections; MAILMESSAGE sections of users; messages in these; entries of PAB sections. */
  readonly directoryEntries: number;
  readonly mailboxes: number;
  readonly messages: number;
  readonly personalAddresses: number;
  /** Messages of `PublicMessages` sections. */
  readonly publicMessages: number;
  /** What is wrong with the files, one sentence each, with file, line and byte offset. */
  readonly complaints: readonly string[];
}

export interface GateRuleFact extends Evidence {
  readonly kb: string;
  readonly title: string;
  readonly verdict: 'pass' | 'note' | 'warn' | 'refuse';
  readonly needs: string;
  readonly found: string;
  readonly advice: readonly string[];
  readonly judged: 'opening' | 'prerequisites';
}

export interface GateFact {
  readonly ok: boolean;
  readonly rules: readonly GateRuleFact[];
}

/** A service pack or hotfix. */
export interface FixFact {
  readonly id: string;
  readonly title: string;
}

export interface PredictionFact {
  readonly alias: string;
  readonly effectiveMode: Mode | null;
  readonly ost: 'KEEP' | 'REBUILD' | null;
  readonly rules: 'KEEP' | 'XLATE' | 'REBUILD' | 'LOST' | 'DANGLE' | 'MISPOINT' | 'SAFE' | null;
  readonly why: readonly Why[];
}

/** Every loaded thing by name. */
export interface FactTypes {
  readonly lab: LabFact;
  /** The rules about the migration server, judged as the wizard opens. */
  readonly opening: GateFact;
  /** The cc:Mail post office, opened with the password that was entered. */
  readonly 'post-office': PostOfficeFact;
  readonly 'files-set': FilesSetFact;
  readonly accounts: readonly AccountFact[];
  readonly matches: readonly AccountMatch[];
  /** All rules, the plan's data included. */
  readonly prerequisites: GateFact;
  readonly predictions: readonly PredictionFact[];
}
export type FactName = keyof FactTypes;
export type Facts = { readonly [Name in FactName]: Loadable<FactTypes[Name]> };

// ---- what a run tells

export interface OutcomeFact {
  readonly alias: string;
  readonly requestedMode: Mode;
  readonly effectiveMode: Mode | null;
  readonly state: string;
  readonly copied: number;
  readonly skipped: number;
  readonly replaced: number;
  readonly why: readonly Why[];
}

export interface ProgressRow extends OutcomeFact {
  readonly stage: 0 | 1 | 2;
  readonly done: number;
  readonly total: number;
}

/** A snapshot of a live run. `mailboxes` holds the rows that changed since the last one. */
export interface NewsFact {
  readonly run: number;
  readonly state: string;
  readonly stage: 0 | 1 | 2;
  readonly done: number;
  readonly total: number;
  readonly journal: number;
  readonly current: string | null;
  readonly mailboxes: readonly ProgressRow[];
}

export interface ReportFact {
  readonly run: number | null;
  readonly mode: Mode;
  readonly state: 'completed' | 'cancelled' | 'failed' | 'refused' | 'interrupted' | 'running';
  readonly exit: 0 | 1 | 2;
  readonly gate: { readonly ok: boolean; readonly rules: readonly GateRuleFact[] };
  readonly mailboxes: readonly OutcomeFact[];
}
