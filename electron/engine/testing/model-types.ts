/*
 * The nouns of the reference model: a lab in memory, every identifier as lower-case hex, written from the
 * specifications alone and sharing no code with the engine. Slow and plain on purpose.
 */

/** A GID or change number: 44 hex digits, REPLGUID in wire order and the counter big endian (MS-OXCDATA 2.2.1.3). */
export type Hex = string;

export interface ModelFolder {
  readonly gid: Hex;
  readonly parent: Hex | null;
  readonly name: string;
  readonly role: string | null;
  readonly containerClass: string;
  readonly isSearch: boolean;
  readonly cn: Hex;
  readonly changeKey: Hex;
  readonly pcl: Hex;
  readonly lastMod: number;
}

export interface ModelMessage {
  readonly gid: Hex;
  readonly folder: Hex;
  readonly isFai: boolean;
  readonly class: string;
  readonly subject: string;
  readonly sender: string;
  readonly searchKey: Hex;
  readonly delivered: number | null;
  readonly lastMod: number;
  readonly cn: Hex;
  readonly changeKey: Hex;
  readonly pcl: Hex;
  readonly readCn: Hex | null;
  readonly isRead: boolean;
  readonly size: number;
  readonly content: number;
}

/** A rule with what its short ids mean here: `means` has one GID for each, null where the REPLID is unknown. */
export interface ModelRule {
  readonly folder: Hex;
  readonly text: string;
  readonly actions: Hex;
  readonly means: readonly (Hex | null)[];
}

export interface ModelMailbox {
  readonly id: number;
  readonly object: number;
  /** REPLGUID of the database, and the REPLIDs it knows. */
  readonly database: Hex;
  readonly replids: ReadonlyMap<number, Hex>;
  readonly server: string;
  readonly storeGuid: Hex;
  readonly ostKey: Hex;
  readonly initialized: boolean;
  readonly initializedBy: string | null;
  readonly inTransit: boolean;
  readonly accountSid: string | null;
  readonly oof: string;
  readonly folders: ReadonlyMap<Hex, ModelFolder>;
  readonly messages: ReadonlyMap<Hex, ModelMessage>;
  readonly rules: readonly ModelRule[];
  /** Message class and the folder that its FID means here. */
  readonly receive: readonly string[];
  /** Search folder and what each FID of its scope means here. */
  readonly scopes: readonly string[];
  /** Entry IDs as they stand in properties: where, and the bytes. */
  readonly refs: readonly { readonly where: string; readonly eid: Hex }[];
  readonly acl: readonly string[];
  readonly delegates: readonly string[];
}

export interface ModelPerson {
  readonly id: number;
  readonly side: 'source' | 'target';
  readonly kind: 'user' | 'contact';
  readonly alias: string;
  readonly sid: string | null;
  readonly sidHistory: readonly string[];
  readonly legacyDn: string | null;
  readonly enabled: boolean;
  readonly targetAddress: string | null;
  readonly deleted: boolean;
  /** `kind:address`, sorted. */
  readonly proxies: readonly string[];
  /** Everything of the directory object that a migration must not overwrite (A17). */
  readonly facts: string;
}

export interface ModelOstFolder {
  readonly gid: Hex;
  readonly isLocal: boolean;
  readonly given: HexSet;
  readonly seen: HexSet;
  readonly seenFai: HexSet;
  readonly read: HexSet;
}

export interface ModelOst {
  readonly id: number;
  readonly status: string;
  readonly storeGuid: Hex;
  readonly ostKey: Hex;
  readonly given: HexSet;
  readonly seen: HexSet;
  readonly folders: ReadonlyMap<Hex, ModelOstFolder>;
  /** What was changed locally and not uploaded. */
  readonly pending: readonly { readonly gid: Hex; readonly kind: string; readonly searchKey: Hex }[];
}

export interface ModelProfile {
  readonly id: number;
  readonly user: number;
  readonly outlook: string;
  readonly mode: string;
  readonly mailboxDn: string;
  readonly cachedKey: Hex | null;
  readonly ost: number | null;
}

export interface ModelEvent {
  readonly run: number | null;
  readonly id: number | null;
  readonly type: string;
}

export interface ModelLab {
  readonly people: ReadonlyMap<number, ModelPerson>;
  readonly mailboxes: ReadonlyMap<number, ModelMailbox>;
  readonly profiles: readonly ModelProfile[];
  readonly osts: ReadonlyMap<number, ModelOst>;
  readonly settings: ReadonlyMap<string, string>;
  /** Mail and logons that wait for the next run: kind and source mailbox. */
  readonly planned: readonly { readonly kind: string; readonly source: number }[];
  /** Into which mailbox each run put each source mailbox; null: none yet. */
  readonly targets: readonly {
    readonly run: number;
    readonly source: number;
    readonly target: number | null;
  }[];
  readonly events: readonly ModelEvent[];
  /** Next counter of each database by REPLGUID. */
  readonly counters: ReadonlyMap<Hex, number>;
}

/** A set of GIDs or change numbers as hex strings; what an IDSET says, without ranges as a client sees them. */
export interface HexSet {
  has(id: Hex): boolean;
  /** Every member. Only for sets that list what was given (MS-OXCFXICS R2026 forbids widening those). */
  list(): Hex[];
}
